"""An anchor that the page does not have."""

from collections.abc import Iterator
from datetime import date

from builder.check.pointers import Pointer, pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.diagnostics.nearest import did_you_mean
from builder.markup.walk import headings_of, placed_of
from builder.model.anchors import FRAME, list_anchors, part_anchors
from builder.model.library import Library


@rule(
    Code(
        "REF009",
        "unknown-anchor",
        "error",
        "The link would open the top of the page, and the reader would have to search.",
        "Use the anchor of a heading or the id of a practice on that page.",
        "House rule of this library: what a page names is there",
    ),
    Case("modules/cup-of-tea/learn.md", "(#what-it-is)", "(#what-it-was)", "(#what-it-is)", "#what-it-was"),
    Case(
        "modules/cup-of-tea/learn.md",
        "(module:warm-socks#wool)",
        "(module:warm-socks#wol)",
        "(module:warm-socks#wool)",
        "module:warm-socks#wol",
    ),
    Case("modules/cup-of-tea/module.yml", "skip_to: try", "skip_to: trie", "skip_to: last-word", "trie"),
    Case(
        "pages/home.md",
        "module:cup-of-tea/practice#hold-the-cup",
        "module:cup-of-tea/practice#hold-a-cup",
        "module:cup-of-tea/practice#stir-slowly",
        "module:cup-of-tea",
    ),
)
def unknown_anchor(library: Library, today: date) -> Iterator[Finding]:
    """Look up every anchor that is linked, and where a content note skips to."""
    for pointer in pointers_of(library):
        known = _anchors(pointer, library) if pointer.anchor else None
        if known is not None and pointer.anchor not in known:
            message = f'There is no anchor "{pointer.anchor}" on that page.{did_you_mean(pointer.anchor, known)}'
            yield Finding(pointer.file, pointer.at, message, pointer.written)


def _anchors(pointer: Pointer, library: Library) -> frozenset[str] | None:
    """The anchors of the page that a pointer means; None where there is no such page."""
    if pointer.kind == "module" or (pointer.kind == "anchor" and pointer.module):
        return _in_module(pointer, library)
    page = library.whole.pages.get(pointer.name)
    if page is None or page.file in library.whole.faulty:
        return None
    lists = {block.argument for block in placed_of(page.prose, "list")}
    headings = frozenset(heading.anchor for heading in headings_of(page.prose) if heading.anchor)
    return headings | FRAME | list_anchors(lists, library.whole) | ({"minute"} if page.facts.lit else set())


def _in_module(pointer: Pointer, library: Library) -> frozenset[str] | None:
    outline = library.whole.outlines.get(pointer.module)
    return part_anchors(outline, pointer.name, library.whole) if outline and outline.has_page(pointer.name) else None
