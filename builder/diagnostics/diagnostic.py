"""A diagnostic: a finding with its code and its place; and the report of one run."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from builder.diagnostics.code import Code
from builder.diagnostics.place import Place
from builder.model.shared import Waiver


@dataclass(frozen=True)
class Diagnostic:
    """What a person sees. `who` is whose turn it is, and `due` is until when, where that is known."""

    place: Place
    code: Code
    message: str
    mend: str
    line_text: str = ""
    who: str = ""
    due: date | None = None


@dataclass(frozen=True)
class Waived:
    """A diagnostic that somebody lets through, and on whose word."""

    diagnostic: Diagnostic
    waiver: Waiver


@dataclass(frozen=True)
class Report:
    """Every diagnostic of one run and every one that was waived, sorted by place, and what was looked at."""

    diagnostics: tuple[Diagnostic, ...]
    files: int
    modules: int
    rules: int
    waived: tuple[Waived, ...] = ()

    @staticmethod
    def of(
        diagnostics: Iterable[Diagnostic], files: int, modules: int, rules: int, waived: Iterable[Waived] = ()
    ) -> "Report":
        """Sort, and drop what is said twice of one place."""
        unique = {_order(one): one for one in diagnostics}
        let_through = {_order(one.diagnostic): one for one in waived}
        ordered = tuple(unique[key] for key in sorted(unique))
        return Report(ordered, files, modules, rules, tuple(let_through[key] for key in sorted(let_through)))

    def count(self, severity: str) -> int:
        """How many diagnostics have this severity."""
        return sum(1 for one in self.diagnostics if one.code.severity == severity)

    @property
    def has_errors(self) -> bool:
        """Whether anything forbids publishing."""
        return self.count("error") > 0


def _order(one: Diagnostic) -> tuple[Place, str, str]:
    return one.place, one.code.id, one.message
