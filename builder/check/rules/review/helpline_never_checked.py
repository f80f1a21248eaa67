"""A country with numbers that nobody has checked."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


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
    """Count, country by country, the lines that were never checked."""
    for number, country in enumerate(library.helplines.countries):
        never = [place for place, line in enumerate(country.lines) if line.last_checked is None]
        if never:
            lines = "1 line" if len(never) == 1 else f"{len(never)} lines"
            message = f"{country.name}: {lines}, taken from public pages, not yet confirmed with the services."
            yield Finding("helplines.yml", ("countries", number, "lines", never[0], "name"), message)
