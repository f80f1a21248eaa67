"""A quotation that nobody could verify, on a page."""

from collections.abc import Iterator
from datetime import date

from builder.check.pointers import pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "QUO002",
        "unverified-quotation-placed",
        "error",
        "Nobody found these words where they are said to stand. Printing them would pass a rumour on.",
        "Take the block out, or verify the quotation first.",
        "House rule of this library: quotation marks promise words that were found",
        never_waived=True,
    ),
    Case(
        "modules/cup-of-tea/clinicians.md",
        "/// quote | spoon-slow",
        "/// quote | drawer-lost",
        "/// quote | kettle-warm",
        "drawer-lost",
    ),
)
def unverified_quotation_placed(library: Library, today: date) -> Iterator[Finding]:
    """Look at the status of every quotation that prose places."""
    for pointer in pointers_of(library):
        quote = library.whole.quotes.get(pointer.name) if pointer.kind == "quote" else None
        if quote and quote.status == "unverified":
            yield Finding(pointer.file, pointer.at, f'The quotation "{quote.id}" is not verified.', pointer.written)
