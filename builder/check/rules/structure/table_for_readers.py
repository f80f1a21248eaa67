"""A table on a page for readers."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.spots import span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import blocks_of
from builder.model.library import Library
from builder.model.prose import Table


@rule(
    Code(
        "STR013",
        "table-for-readers",
        "error",
        "On a phone, a table is a sheet seen through a keyhole. Pages for readers use lists.",
        "Turn it into a list, or move it to clinicians.md.",
        "House rule of this library: no tables on pages for readers; PEMAT-P, item 19, asks for simple ones",
    ),
    Case(
        "modules/cup-of-tea/practice.md",
        "This one needs no hands.",
        "| Cup | Hands |\n|---|---|\n| one | two |",
        "- one cup, two hands",
        "| Cup",
    ),
)
def table_for_readers(library: Library, today: date) -> Iterator[Finding]:
    """Look at the learn and practice pages of each module."""
    for module in library.modules.values():
        for prose in (module.prose["learn"], module.prose["practice"]):
            for block in blocks_of(prose.blocks):
                if isinstance(block, Table):
                    yield Finding(prose.file, span_of(block), "This table stands on a page for readers.")
