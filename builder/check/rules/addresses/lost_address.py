"""An address that was published and is nowhere now."""

from collections.abc import Iterator
from datetime import date

from builder.check.promises import lost_of, spoken
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.ledger import FILE
from builder.model.library import Library

_TEA = '  cup-of-tea/: {since: "0.1.0"}\n'


@rule(
    Code(
        "ADR002",
        "lost-address",
        "error",
        "People hold this address on paper, in messages and in bookmarks. For them it would open nothing.",
        "Say where it is now, or that it is gone, with the commands that the message names.",
        "W3C, Cool URIs don’t change",
        never_waived=True,
    ),
    Case(
        FILE,
        "",
        f'published:\n{_TEA}  cup-of-coffee/: {{since: "0.1.0"}}\n',
        f'published:\n{_TEA}  cup-of-coffee/: {{since: "0.1.0"}}\nmoved:\n  cup-of-coffee/: cup-of-tea/\n',
        "cup-of-coffee/",
    ),
    reads=FILE,
)
def lost_address(library: Library, today: date) -> Iterator[Finding]:
    """Look for every address of the ledger."""
    for lost in lost_of(library):
        if lost.is_address:
            message = f"The address {spoken(lost.place)}, published in {lost.since}, is not there any more."
            yield Finding(FILE, lost.at, message, mend=lost.mend, on_key=True)
