"""A part of a library in, every finding of the rules out."""

from collections.abc import Iterable, Iterator
from datetime import date

from builder.check.rule import Rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


def findings_of(part: Library, today: date, rules: Iterable[Rule]) -> Iterator[tuple[Code, Finding]]:
    """Ask each rule in turn. `today` is the day for which reviews and helplines are judged."""
    for one in rules:
        if one.reads in part.unread:
            continue
        for finding in one.find(part, today):
            yield one.code, finding
