"""safety.yml into typed word lists: what endangers a reader, and what takes away a choice."""

from functools import cache
from typing import Annotated

from pydantic import Field

from builder.disk.lists import list_beside
from builder.model.noun import Noun, Words

Forms = Annotated[tuple[Words, ...], Field(min_length=1)]
"""Words and phrases. One that ends in * stands for every ending."""


class Group(Noun):
    """Words that share one reason."""

    words: Forms
    """The forms."""
    because: Words
    """Why, in one sentence."""


class Telling(Group):
    """Names of a topic that can endanger a reader."""

    address: bool
    """Whether an address does not name it either."""


class Focus(Group):
    """Something to do with the body."""

    choice: Forms
    """Words that offer the other way."""


class Safety(Noun):
    """Everything in safety.yml."""

    danger: tuple[Group, ...]
    """A page that says one of these shows a way to help."""
    telling: tuple[Telling, ...]
    """Topics that a tab does not name."""
    alarming: tuple[Group, ...]
    """Words that do not belong in a content note."""
    body: tuple[Focus, ...]
    """What is offered with another way beside it."""
    offering: Forms
    """Words that leave the choice."""
    refusing: Forms
    """Words after which a sentence asks for nothing."""


@cache
def safety() -> Safety:
    """Read safety.yml, once."""
    return Safety.model_validate(list_beside(__file__, "safety.yml"), strict=False)


@cache
def forms_of(groups: tuple[Group, ...]) -> tuple[str, ...]:
    """Every form of some groups."""
    return tuple(form for group in groups for form in group.words)
