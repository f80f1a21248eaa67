"""A number whose check is overdue."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library
from builder.model.numbers import line_lists


@rule(
    Code(
        "REV008",
        "helpline-check-overdue",
        "error",
        "Numbers and hours change. Nothing is published with a number that was to be checked and was not.",
        "Check the number with the service and write the day, or take the line out. Or waive it on record; the help page "
        "then says that the check is overdue.",
        "NHS content standard; ThroughLine: verified helplines",
    ),
    Case("helplines.yml", "next_check: 2027-01-15", "next_check: 2026-11-23", "next_check: 2027-01-14", "2026-11-23"),
    Case(
        "helplines.yml", "last_checked: 2026-11-01", "last_checked: 2026-08-01", "last_checked: 2026-11-20", "2026-08"
    ),
)
def helpline_check_overdue(library: Library, today: date) -> Iterator[Finding]:
    """Compare each line's next check, and the days since its last, with today and the policy."""
    every_days = library.settings.review.helplines_every_days
    for one in line_lists(library):
        for place, line in enumerate(one.lines):
            at = (*one.at, place)
            due = line.due(every_days)
            if line.last_checked and line.last_checked > today:
                message = f"{line.last_checked.isoformat()} is still to come."
                yield Finding(one.file, (*at, "last_checked"), message)
            elif due and due < today:
                message = f"{line.name} was to be checked again by {due.isoformat()}."
                key = "next_check" if due == line.next_check else "last_checked"
                yield Finding(one.file, (*at, key), message, due=due)
