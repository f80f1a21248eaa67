"""Numbers of a country, or of the publisher, that nobody has checked."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library
from builder.model.numbers import line_lists


@rule(
    Code(
        "REV007",
        "helpline-never-checked",
        "person",
        "A reader may have little strength to try twice. A wrong number leaves them without an answer.",
        "Check the numbers with the services themselves and write `last_checked` and `next_check`. Until then the help page "
        "says that the numbers were not checked, and where else to turn.",
        "NHS content standard; ThroughLine: verified helplines",
    ),
    Case(
        "helplines.yml",
        "        last_checked: 2026-11-01\n        next_check: 2027-01-15\n",
        "",
        "        last_checked: 2026-11-20\n        next_check: 2027-01-15\n",
        "Sample Listening Line",
        in_file="helplines.yml",
    ),
)
def helpline_never_checked(library: Library, today: date) -> Iterator[Finding]:
    """Count, list by list, the lines that were never checked."""
    for one in line_lists(library):
        never = [place for place, line in enumerate(one.lines) if line.last_checked is None]
        if never:
            lines = "1 line" if len(never) == 1 else f"{len(never)} lines"
            message = f"{one.name}: {lines} not yet confirmed with the services."
            yield Finding(one.file, (*one.at, never[0], "name"), message)
