"""labels.yml into typed lists: links, headings and descriptions that say nothing."""

from functools import cache

from builder.check.safety import Group
from builder.disk.lists import list_beside
from builder.model.noun import Noun


class Labels(Noun):
    """Everything in labels.yml."""

    links: tuple[Group, ...]
    """Texts of links."""
    headings: tuple[Group, ...]
    """Texts of headings."""
    openings: tuple[Group, ...]
    """How a description starts."""


@cache
def labels() -> Labels:
    """Read labels.yml, once."""
    return Labels.model_validate(list_beside(__file__, "labels.yml"), strict=False)


@cache
def reasons(groups: tuple[Group, ...]) -> dict[str, str]:
    """The reason of each form."""
    return {form: group.because for group in groups for form in group.words}


def bare(text: str) -> str:
    """A label as the lists have it: small letters, single spaces, no signs at its ends."""
    return " ".join(text.split()).strip(" .:…!?→»>“”\"'’").casefold()
