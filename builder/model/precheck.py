"""The pre-check: what code decided about a library on one day, and what only people can answer. Never a seal."""

from dataclasses import dataclass

from builder.model.shared import Waiver


@dataclass(frozen=True)
class Decided:
    """What code decided in one family: how many rules it asked, and how much they found that is to be mended."""

    family: str
    rules: int
    found: int


@dataclass(frozen=True)
class Open:
    """One thing that only a person can clear, in one sentence. `module` is "" for what the modules share."""

    module: str
    says: str


@dataclass(frozen=True)
class Precheck:
    """What one run came to. `questions` are those that no code can judge: id and sentence.

    `let_through` are the waivers of what is published. Of `topics` that are published, `signed` have a signature
    that fits their words, has no answer no, and is not overdue.
    """

    decided: tuple[Decided, ...] = ()
    open: tuple[Open, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    let_through: tuple[Waiver, ...] = ()
    topics: int = 0
    signed: int = 0

    @property
    def rules(self) -> int:
        """How many rules code decided."""
        return sum(one.rules for one in self.decided)

    @property
    def found(self) -> int:
        """How much they found."""
        return sum(one.found for one in self.decided)


NOT_RUN = Precheck()
"""Nothing was checked."""
