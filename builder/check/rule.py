"""A rule: its code, how it finds, and the cases that show it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library

Find = Callable[[Library, date], Iterator[Finding]]
"""A library and today's date in, findings out."""


@dataclass(frozen=True)
class Case:
    """How to break a rule in the sample library, and how to be content with it.

    `was` stands exactly once in `file`; `bad` in its place breaks the rule, `good` does not. The finding points at
    the first character of `at`, which is part of `bad`, or stands in another file where `in_file` names one.
    """

    file: str
    was: str
    bad: str
    good: str
    at: str
    in_file: str = ""


@dataclass(frozen=True)
class Rule:
    """One kind of problem, how to find it, and what it looks like."""

    code: Code
    find: Find
    cases: tuple[Case, ...]
    reads: str = ""


def rule(code: Code, *cases: Case, reads: str = "") -> Callable[[Find], Rule]:
    """Make a rule of a function. It registers nothing: a family's tuple names its rules.

    `reads` names the shared file without which the rule cannot judge; it is not asked while that file is broken.
    """
    return lambda find: Rule(code, find, cases, reads)
