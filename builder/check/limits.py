"""limits.yml into typed limits: the numbers and lists that the rules judge by."""

from functools import cache
from typing import Annotated

from pydantic import Field

from builder.disk.lists import list_beside
from builder.model.noun import Noun, Words


class WordLimits(Noun):
    """At most so many words."""

    short: int
    """Everything under "Only got a minute?"."""
    summary: int
    """A summary."""
    key_points: int
    """All key points together."""
    meaning: int
    """The meaning of a word in the glossary."""
    handout_point: int
    """One point of a handout."""
    sentence: int
    """One sentence."""
    paragraph: int
    """One paragraph."""
    quoted: int
    """Words in quotation marks that are not a verified quotation."""


class GradeLimits(Noun):
    """At most this school grade."""

    reader: float
    """Flesch–Kincaid, pages for readers."""
    clinician: float
    """Flesch–Kincaid, pages for clinicians."""
    smog: float
    """SMOG, pages for readers."""


class Caveat(Noun):
    """What a page on a certain topic has to say at its top."""

    when: tuple[Words, ...]
    """Words in the title or other names."""
    say: tuple[Words, ...]
    """One of these has to stand in the opening."""
    because: Words
    """Why."""


class Limits(Noun):
    """Everything in limits.yml."""

    words: WordLimits
    """Words."""
    grades: GradeLimits
    """Grades."""
    practices: Annotated[int, Field(ge=1)]
    """At least so many in a published module."""
    unwritten: tuple[Words, ...]
    """Sentences of the empty form of a new module."""
    topic_share: Annotated[float, Field(gt=0, lt=1)]
    """At most this share of topic words."""
    topic_words: tuple[Words, ...]
    """The topic words."""
    topic_from: int
    """Pages with fewer words than this have no share."""
    opening: int
    """Words at the top of a page."""
    caveats: tuple[Caveat, ...]
    """Caveats by topic."""
    description_words: int
    """At least so many in the description of a drawing."""
    list_entries: int
    """At most so many in one list, on pages for readers."""
    table_columns: int
    """At most so many."""
    table_head: int
    """At most so many words in one head."""
    instead_of: tuple[Words, ...]
    """Heads of a table under which words are talked about, not used."""
    licences: tuple[Words, ...]
    """What a drawing may be under."""


@cache
def limits() -> Limits:
    """Read limits.yml, once."""
    return Limits.model_validate(list_beside(__file__, "limits.yml"), strict=False)
