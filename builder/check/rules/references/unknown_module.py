"""A module that is not there."""

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
        "REF005",
        "unknown-module",
        "error",
        "The link would lead nowhere.",
        "Correct the id of the module.",
        "House rule of this library: what a page names is there",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "(module:warm-socks#wool)",
        "(module:warm-sox#wool)",
        "(module:warm-socks#wool)",
        "module:warm-sox",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "related: [warm-socks]",
        "related: [warm-sock]",
        "related: [warm-socks]",
        "warm-sock",
    ),
    Case(
        "packets/warm-evening.yml",
        "  - warm-socks/practice",
        "  - warm-sox/practice",
        "  - warm-socks/practice",
        "warm-sox/practice",
    ),
)
def unknown_module(library: Library, today: date) -> Iterator[Finding]:
    """Look up every module that is linked, related, a replacement, in a packet, or somebody’s work."""
    for pointer in pointers_of(library):
        if pointer.kind == "module" and pointer.module not in library.whole.outlines:
            message = f'There is no module "{pointer.module}".{did_you_mean(pointer.module, library.whole.outlines)}'
            yield Finding(pointer.file, pointer.at, message, pointer.written)
