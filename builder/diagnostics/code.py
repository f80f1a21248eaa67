"""A code: the permanent name of one kind of problem, with everything that an editor may want to know of it."""

from dataclasses import dataclass
from typing import Literal

from builder.diagnostics.family import BY_PREFIX, Family

Severity = Literal["error", "warning", "person"]
"""error: nothing is published. warning: published, to be mended. person: only a real person can clear it."""


@dataclass(frozen=True)
class Bytes:
    """A file that no page can show: `data`, so many `times` over, and the `words` that say what it is."""

    data: bytes
    words: str
    times: int = 1


@dataclass(frozen=True)
class Link:
    """A symbolic link in the place of a file, and where it leads."""

    to: str


Holds = str | Bytes | Link | None
"""What a file holds: text, bytes, a link instead of it. None: the file is not there."""


@dataclass(frozen=True)
class Case:
    """How to break a rule in the sample library, and how to be content with it.

    `was` stands exactly once in `file`; `bad` in its place breaks the rule, `good` does not. With an empty `was` the
    whole file holds `bad` or `good`, whether the sample has it or not. The finding points at the first character of
    `at`, which is part of `bad`, or stands in another file where `in_file` names one; an empty `at` is the start of the
    file.
    """

    file: str
    was: str
    bad: Holds
    good: Holds
    at: str
    in_file: str = ""


@dataclass(frozen=True)
class Code:
    """One kind of problem. `id` never changes its meaning; `name` states the problem; `source` says whose rule it is.

    `cases` are its examples, and its tests. A code of a waivable family can still refuse waivers.
    """

    id: str
    name: str
    severity: Severity
    why: str
    mend: str
    source: str
    cases: tuple[Case, ...] = ()
    never_waived: bool = False

    @property
    def family(self) -> Family:
        """The family that the first three letters name."""
        return BY_PREFIX[self.id[:3]]

    @property
    def title(self) -> str:
        """The problem in words."""
        return self.name.replace("-", " ")

    @property
    def address(self) -> str:
        """Its page below the site's address. It never changes; lower case, as every address of the site."""
        return f"authors/rules/{self.id.lower()}/"

    @property
    def is_waivable(self) -> bool:
        """Whether an editor may let a finding through, with a reason, a name and a day.

        What only a person can clear cannot be waived: it stops nothing, and readers are told of it.
        """
        return self.family.waivable and not self.never_waived and self.severity != "person"
