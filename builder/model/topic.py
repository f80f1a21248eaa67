"""A topic: what lists and machines know of one module without reading its pages."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

State = Literal["not reviewed", "reviewed", "found wanting", "review overdue", "changed since review"]

STATES: tuple[State, ...] = get_args(State)
"""Every state, in the order in which they are told."""


@dataclass(frozen=True)
class Reviewed:
    """How the review of a module stands: its state, what pages say of it, and of a signature who gave it and when."""

    state: State
    says: str
    by: str = ""
    role: str = ""
    on: date | None = None
    next: date | None = None

    @property
    def is_of_these_words(self) -> bool:
        """Whether a person read the module as it is now, and found nothing to mend."""
        return self.state in ("reviewed", "review overdue")


WORDS_A_MINUTE = 200
"""How fast we say that somebody reads: slower than most adults do in English, who read about 240 (Brysbaert 2019,
Journal of Memory and Language 109)."""


@dataclass(frozen=True)
class Measured:
    """What the page to read measures: its words, and the school grade by Flesch–Kincaid, a pre-check."""

    words: int
    grade: float

    @property
    def minutes(self) -> int:
        """How long it takes to read."""
        return max(1, round(self.words / WORDS_A_MINUTE))


@dataclass(frozen=True)
class Topic:
    """One module that the site shows. `title_in_tab` is the discreet title where there is one.

    `hash` is that of its words, as reviewers sign them. They last changed in `version`, which came out on `changed`:
    nothing while they are not released.
    """

    id: str
    code: str
    status: Literal["published", "withdrawn"]
    title: str
    title_in_tab: str
    summary: str
    audience: tuple[str, ...]
    topics: tuple[str, ...]
    related: tuple[str, ...]
    hash: str
    version: str
    changed: date | None
    review: Reviewed
    measured: Measured | None = None
