"""A word that the glossary does not have."""

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
        "REF004",
        "unknown-term",
        "error",
        "The word would be marked as explained, and no explanation would follow.",
        "Correct the id, or add the word to glossary.yml.",
        "PEMAT-P, item 4",
    ),
    Case("modules/cup-of-tea/learn.md", "(term:steep)", "(term:steap)", "(term:steep)", "term:steap"),
    reads="glossary.yml",
)
def unknown_term(library: Library, today: date) -> Iterator[Finding]:
    """Look up every word that prose explains."""
    for pointer in pointers_of(library):
        if pointer.kind == "term" and pointer.name not in library.whole.terms:
            message = f'There is no word "{pointer.name}".{did_you_mean(pointer.name, library.whole.terms)}'
            yield Finding(pointer.file, pointer.at, message, pointer.written)
