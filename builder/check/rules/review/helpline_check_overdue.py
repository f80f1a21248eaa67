"""A number whose check is overdue."""

from collections.abc import Iterator
from datetime import date, timedelta

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "REV008",
        "helpline-check-overdue",
        "error",
        "Numbers and hours change. Nothing is published with a number that was to be checked and was not.",
        "Check the number with the service and write the day, or take the line out.",
        "NHS content standard; ThroughLine: verified helplines",
    ),
    Case("helplines.yml", "next_check: 2027-01-15", "next_check: 2026-11-23", "next_check: 2026-11-24", "2026-11-23"),
    Case(
        "helplines.yml", "last_checked: 2026-11-01", "last_checked: 2026-08-01", "last_checked: 2026-11-20", "2026-08"
    ),
)
def helpline_check_overdue(library: Library, today: date) -> Iterator[Finding]:
    """Compare each line's next check, and the days since its last, with today and the policy."""
    days = timedelta(days=library.settings.review.helplines_every_days)
    for number, country in enumerate(library.helplines.countries):
        for place, line in enumerate(country.lines):
            at = ("countries", number, "lines", place)
            if line.next_check and line.next_check < today:
                message = f"{line.name} was to be checked by {line.next_check.isoformat()}."
                yield Finding("helplines.yml", (*at, "next_check"), message)
            elif line.last_checked and not timedelta(0) <= today - line.last_checked <= days:
                message = f"{line.name} was not checked in the last {days.days} days."
                yield Finding("helplines.yml", (*at, "last_checked"), message)
