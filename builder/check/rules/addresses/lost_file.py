"""A file that was published and is nowhere now."""

from collections.abc import Iterator
from datetime import date

from builder.check.promises import lost_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.ledger import FILE
from builder.model.library import Library

_HELD = 'files:\n  cup-of-tea/: "brew.pdf tea.pdf"\n'


@rule(
    Code(
        "ADR004",
        "lost-file",
        "error",
        "Sheets are printed from such addresses, and kept in the lists of others. There, this one would open nothing.",
        "Say where it is now, or that it is gone, with the commands that the message names.",
        "W3C, Cool URIs don’t change",
        never_waived=True,
    ),
    Case(FILE, "", _HELD, f"{_HELD}moved:\n  cup-of-tea/brew.pdf: cup-of-tea/tea.pdf\n", "brew.pdf"),
    reads=FILE,
)
def lost_file(library: Library, today: date) -> Iterator[Finding]:
    """Look for every file of the ledger."""
    for lost in lost_of(library):
        if lost.is_file:
            message = f"The file {lost.place}, published before, is not there any more."
            yield Finding(FILE, lost.at, message, lost.place.rpartition("/")[2], lost.mend)
