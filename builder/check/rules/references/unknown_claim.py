"""A link to a claim that is not there."""

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
        "REF002",
        "unknown-claim",
        "error",
        "The mark that says how sure a sentence is would be missing, and the sentence would stand there as plain fact.",
        "Correct the id, or add the claim to module.yml. A claim of another module is written claim:MODULE/ID.",
        "CDC Clear Communication Index, item 11",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "(claim:slow-stir)",
        "(claim:slow-stirr)",
        "(claim:slow-stir)",
        "claim:slow-stirr",
    ),
)
def unknown_claim(library: Library, today: date) -> Iterator[Finding]:
    """Look up every claim that prose states."""
    for pointer in pointers_of(library):
        if pointer.kind != "claim":
            continue
        module = library.whole.outlines.get(pointer.module)
        known = [id for id, _ in module.claims] if module else []
        if pointer.name not in known and (module is None or module.has_facts):
            message = f'There is no claim "{pointer.name}" in the module "{pointer.module}".'
            near = did_you_mean(pointer.name, known) if module else did_you_mean(pointer.module, library.whole.outlines)
            yield Finding(pointer.file, pointer.at, message + near, pointer.written)
