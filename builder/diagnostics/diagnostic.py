"""A diagnostic: a finding with its code and its place; and the report of one run."""

from dataclasses import dataclass
from datetime import date

from builder.diagnostics.code import Code
from builder.diagnostics.place import Place


@dataclass(frozen=True)
class Diagnostic:
    """What a person sees."""

    place: Place
    code: Code
    message: str
    mend: str
    line_text: str = ""
    who: str = ""
    due: date | None = None


@dataclass(frozen=True)
class Report:
    """Every diagnostic of one run, sorted by place, and what was looked at."""

    diagnostics: tuple[Diagnostic, ...]
    files: int
    modules: int
    rules: int

    @staticmethod
    def of(diagnostics: list[Diagnostic], files: int, modules: int, rules: int) -> "Report":
        """Sort, and drop what is said twice of one place."""
        unique = {(one.place, one.code.id, one.message): one for one in diagnostics}
        ordered = sorted(unique.values(), key=lambda one: (one.place, one.code.id, one.message))
        return Report(tuple(ordered), files, modules, rules)

    def count(self, severity: str) -> int:
        """How many diagnostics have this severity."""
        return sum(1 for one in self.diagnostics if one.code.severity == severity)

    @property
    def has_errors(self) -> bool:
        """Whether anything forbids publishing."""
        return self.count("error") > 0
