"""A block where it cannot stand."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.spots import prose_of, span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import blocks_of, inside
from builder.model.library import Library
from builder.model.prose import Block, Heading, Listing, Paragraph, Placed, Sample, Table

_HOLDS: dict[str, tuple[type[Block], ...]] = {
    "figure": (Paragraph,),
    "say": (Paragraph, Listing),
    "safety": (Paragraph, Listing),
    "practice": (),
    "quote": (),
    "list": (),
}
_NAMES = {Heading: "a heading", Paragraph: "words", Listing: "a list", Placed: "another block", Table: "a table",
          Sample: "a code block"}  # fmt: skip


@rule(
    Code(
        "STR011",
        "misplaced-block",
        "error",
        "A practice, quotation or list is filled in from elsewhere, so words written inside it are lost. Blocks and "
        "headings inside other blocks are read out of order by screen readers.",
        "Close the outer block with /// first, and leave a blank line between them.",
        "WCAG 2.2, 1.3.2",
    ),
    Case(
        "modules/cup-of-tea/practice.md",
        "/// practice | watch-the-steam\n///",
        "/// practice | watch-the-steam\nDo it twice.\n///",
        "/// practice | watch-the-steam\n///\n\nDo it twice.",
        "Do it",
    ),
    Case(
        "modules/cup-of-tea/clinicians.md",
        "Would you like something warm to hold?",
        "Would you like something warm to hold?\n\n### Later {#later}\n\nOr later?",
        "Would you like something warm to hold?\n\nOr later?",
        "### Later",
    ),
)
def misplaced_block(library: Library, today: date) -> Iterator[Finding]:
    """Look at what stands inside each placed block and each list."""
    for prose in prose_of(library):
        for outer in blocks_of(prose.blocks):
            allowed = _HOLDS.get(outer.kind, tuple(_NAMES)) if isinstance(outer, Placed) else (Paragraph, Listing)
            for inner in inside(outer):
                if not isinstance(inner, allowed):
                    what = f"a {outer.kind} block" if isinstance(outer, Placed) else "a list"
                    yield Finding(prose.file, span_of(inner), f"There is {_NAMES[type(inner)]} inside {what}.")
