"""A block that lacks the words that make it useful."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.spots import prose_of, span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import blocks_of
from builder.model.library import Library
from builder.model.prose import Placed


@rule(
    Code(
        "STR012",
        "block-without-words",
        "error",
        "A drawing without a caption leaves open whether it shows a measurement or an idea. A safety passage without a "
        "title is passed over by the one who needs it.",
        "Write the caption, the words to say or the passage inside the block; a safety block has a title as well.",
        "PEMAT-P, item 17",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "/// figure | cup\nThe steam is drawn from an idea. Nobody measured it.\n///",
        "/// figure | cup\n///",
        "/// figure | cup\nSteam, drawn from an idea.\n///",
        "/// figure",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "/// safety | If you burn your hand",
        "/// safety",
        "/// safety | If you burn yourself",
        "/// safety",
    ),
)
def block_without_words(library: Library, today: date) -> Iterator[Finding]:
    """Look at figures, words to say, and safety passages."""
    for prose in prose_of(library):
        for block in blocks_of(prose.blocks):
            if not isinstance(block, Placed):
                continue
            if block.kind in ("figure", "say", "safety") and not block.children:
                yield Finding(prose.file, span_of(block), f"There are no words inside this {block.kind} block.")
            elif block.kind == "safety" and not block.argument:
                yield Finding(prose.file, span_of(block), "This safety passage has no title.")
