"""A quotation that quotes.yml does not have."""

from collections.abc import Iterator
from datetime import date

from builder.check.pointers import pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.diagnostics.nearest import did_you_mean
from builder.model.library import Library


@rule(
    Code(
        "REF003",
        "unknown-quotation",
        "error",
        "Nothing would stand where the quotation was meant to be.",
        "Correct the id, or add the quotation to quotes.yml.",
        "House rule of this library: what a page names is there",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "/// quote | kettle-warm",
        "/// quote | kettle-worm",
        "/// quote | kettle-warm",
        "kettle-worm",
    ),
    reads="quotes.yml",
)
def unknown_quote(library: Library, today: date) -> Iterator[Finding]:
    """Look up every quotation that prose places."""
    for pointer in pointers_of(library):
        if pointer.kind == "quote" and pointer.name not in library.whole.quotes:
            message = f'There is no quotation "{pointer.name}".{did_you_mean(pointer.name, library.whole.quotes)}'
            yield Finding(pointer.file, pointer.at, message, pointer.written)
