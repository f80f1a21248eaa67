"""A rule: its code with the cases that show it, and how it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from builder.diagnostics.code import Case, Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library

__all__ = ["Case", "Rule", "rule"]

Find = Callable[[Library, date], Iterator[Finding]]
"""A library and today's date in, findings out. It judges `library`, and looks other things up in `library.whole`."""


@dataclass(frozen=True)
class Rule:
    """One kind of problem, and how to find it. `reads` names the shared file without which it cannot judge."""

    code: Code
    find: Find
    reads: str = ""


def rule(code: Code, *cases: Case, reads: str = "") -> Callable[[Find], Rule]:
    """Make a rule of a function. It registers nothing: a family's tuple names its rules.

    `reads` names the shared file without which the rule cannot judge; it is not asked while that file is broken.
    """
    return lambda find: Rule(replace(code, cases=cases), find, reads)
