"""An anchor that the page does not have."""

from collections.abc import Iterator
from datetime import date

from builder.check.pointers import Pointer, pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.diagnostics.nearest import did_you_mean
from builder.markup.walk import blocks_of, cites_of, headings_of, placed_of
from builder.model.anchors import FRAME, list_anchors, module_anchors
from builder.model.library import PARTS, Library
from builder.model.prose import Prose


@rule(
    Code(
        "REF009",
        "unknown-anchor",
        "error",
        "The link would open the top of the page, and the reader would have to search.",
        "Use the anchor of a heading or the id of a practice on that page.",
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


def _anchors(pointer: Pointer, library: Library) -> set[str] | None:
    """The anchors of the page that a pointer means; None where there is no such page."""
    if pointer.kind == "module" or (pointer.kind == "anchor" and pointer.module):
        module = library.modules.get(pointer.module)
        if module is None or pointer.name not in (*PARTS, "handout"):
            return None
        prose = next((prose for part, prose in module.prose.items() if part == pointer.name), None)
        if prose is None:
            return set(module_anchors(module, pointer.name))
        return _in(prose) | module_anchors(module, pointer.name, _cited(prose, library))
    page = library.pages.get(pointer.name)
    if page is None:
        return None
    lists = {block.argument for block in placed_of(page.prose, "list")}
    return _in(page.prose) | FRAME | list_anchors(lists, library) | ({"minute"} if page.facts.lit else set())


def _in(prose: Prose) -> set[str]:
    headings = {heading.anchor for heading in headings_of(prose) if heading.anchor}
    return headings | {one.argument for one in placed_of(prose, "practice")}


def _cited(prose: Prose, library: Library) -> set[str]:
    """What a file cites, in its words and by the quotations that it places."""
    cited = {key for block in blocks_of(prose.blocks) for cite in cites_of(block) for key in cite.keys}
    quotes = (library.quotes.get(block.argument) for block in placed_of(prose, "quote"))
    return cited | {quote.source for quote in quotes if quote and quote.source}
