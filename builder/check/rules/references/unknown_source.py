"""A citekey that references.yml does not have."""

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
        "REF001",
        "unknown-source",
        "error",
        "A citation that leads to no source makes a sentence look checked that is not.",
        "Correct the citekey, or add the source to references.yml.",
        "NHS content standard: evidence; PIF TICK, criterion 4",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "it is kept short [@kettle2001]",
        "it is kept short [@kettel2001]",
        "it is kept short [@spoon2010]",
        "@kettel2001",
    ),
    Case("modules/cup-of-tea/module.yml", "for: [spoon2010]", "for: [spoon2011]", "for: [spoon2010]", "spoon2011"),
    reads="references.yml",
)
def unknown_source(library: Library, today: date) -> Iterator[Finding]:
    """Look up every citekey in prose, claims and quotations."""
    for pointer in pointers_of(library):
        if pointer.kind == "source" and pointer.name not in library.whole.references:
            message = f'There is no source "{pointer.name}".{did_you_mean(pointer.name, library.whole.references)}'
            yield Finding(pointer.file, pointer.at, message, pointer.written)
