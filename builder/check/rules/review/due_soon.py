"""Something that falls due in the coming weeks."""

from collections.abc import Iterator
from datetime import date

from builder.check.due import due_by
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.days import days_later
from builder.model.library import Library


@rule(
    Code(
        "REV009",
        "due-soon",
        "warning",
        "A review takes weeks to arrange. After its day nothing is published, and readers wait for what they were "
        "promised.",
        "Arrange it now. `psychoed due` lists everything that falls due, by day.",
        "NHS content standard: next review date",
    ),
    Case("modules/warm-socks/module.yml", "next: 2027-03-01", "next: 2026-12-20", "next: 2027-01-20", "2026-12-20"),
    Case("helplines.yml", "next_check: 2027-01-15", "next_check: 2026-12-20", "next_check: 2027-01-20", "2026-12-20"),
    Case(
        "modules/cup-of-tea/module.yml",
        "      on: 2026-06-01\n",
        "      on: 2024-12-20\n",
        "      on: 2025-12-20\n",
        "2024-12-20",
    ),
)
def due_soon(library: Library, today: date) -> Iterator[Finding]:
    """Name what falls due from today on, within the days that the policy warns before."""
    for one in due_by(library, today, days_later(today, library.settings.review.warn_days)):
        if one.day >= today:
            left = (one.day - today).days
            when = {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
            message = f"{one.what} falls due on {one.day.isoformat()}, {when}."
            yield Finding(one.file, one.at, message, who=one.who, due=one.day)
