"""A place on a page that was published and is nowhere now."""

from collections.abc import Iterator
from datetime import date

from builder.check.promises import lost_of, spoken
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.ledger import FILE
from builder.model.library import Library

_HELD = 'published:\n  cup-of-tea/: {since: "0.1.0", anchors: "try what-it-was"}\n'


@rule(
    Code(
        "ADR003",
        "lost-anchor",
        "error",
        "A link that somebody sent to this place would open the top of the page, or another page’s, and the reader would "
        "have to search. The words of a heading can change; its anchor stays.",
        "Say where it is now, or that it is gone, with the commands that the message names.",
        "W3C, Cool URIs don’t change",
        never_waived=True,
    ),
    Case(FILE, "", _HELD, f"{_HELD}moved:\n  cup-of-tea/#what-it-was: cup-of-tea/#what-it-is\n", "what-it-was"),
    reads=FILE,
)
def lost_anchor(library: Library, today: date) -> Iterator[Finding]:
    """Look for every anchor of the ledger whose page is known of."""
    for lost in lost_of(library):
        page, mark, anchor = lost.place.partition("#")
        if mark:
            message = f'The anchor "{anchor}" of {spoken(page)}, published before, is not there any more.'
            yield Finding(FILE, lost.at, message, anchor, lost.mend)
