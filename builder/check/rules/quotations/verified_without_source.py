"""A verified quotation that does not say where it stands."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "QUO003",
        "verified-without-source",
        "error",
        "Exact words can only be checked by somebody who knows where they stand.",
        "Add the citekey of the source, or change the status.",
        "APA Publication Manual, 7th edition, 8.25: a quotation names its source and its page",
        never_waived=True,
    ),
    Case(
        "quotes.yml",
        "  source: kettle2001\n  where: p. 1\n",
        "",
        "  source: kettle2001\n",
        "verified\n  words: A warm",
        in_file="quotes.yml",
    ),
)
def verified_without_source(library: Library, today: date) -> Iterator[Finding]:
    """Look at each verified quotation."""
    for quote in library.quotes.values():
        if quote.status == "verified" and quote.source is None:
            message = f'The quotation "{quote.id}" is verified and names no source.'
            yield Finding("quotes.yml", (quote.id, "status"), message)
