"""A drawing that the module does not have."""

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
        "REF007",
        "unknown-figure",
        "error",
        "Nothing would stand where the drawing was meant to be.",
        "Correct the name, or add the drawing to the module’s figures folder.",
        "House rule of this library: what a page names is there",
    ),
    Case(
        "modules/cup-of-tea/clinicians.md",
        "## Words to use {#words}",
        "/// figure | cups\nA cup.\n///\n\n## Words to use {#words}",
        "/// figure | cup\nA cup.\n///\n\n## Words to use {#words}",
        "cups",
    ),
)
def unknown_figure(library: Library, today: date) -> Iterator[Finding]:
    """Look up every drawing that prose places."""
    for pointer in pointers_of(library):
        known = pointer.home.figures if pointer.home else {}
        if pointer.kind == "figure" and pointer.name not in known:
            message = f"There is no drawing figures/{pointer.name}.svg here.{did_you_mean(pointer.name, known)}"
            yield Finding(pointer.file, pointer.at, message, pointer.written)
