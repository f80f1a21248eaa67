"""A word that often says too much."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.words import uses_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "LAN005",
        "word-to-rethink",
        "warning",
        "Such a word is often a promise, an order or a shrug. Sometimes it is right: then it can stay.",
        "Use the words that the message names, or let it through on record in waivers.yml, with the reason.",
        "Voice of this library: can, often, some people",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "Tea can spill. A cloth is enough.",
        "Tea can spill. It will pass.",
        "Tea can spill. It can pass.",
        "will",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "- You can stop at any time.",
        "- You must not stop.",
        "- You can stop.",
        "must",
    ),
)
def word_to_rethink(library: Library, today: date) -> Iterator[Finding]:
    """Look for every word of the list whose severity is warning."""
    yield from uses_of(library, "warning")
