"""Pages in, search entries out: each page's words by the weight that they have for somebody who looks for it."""

from collections.abc import Iterator
from typing import assert_never

from builder.model import document as doc
from builder.model.library import Library
from builder.model.page import Entry, Page

_NOT_LOOKED_FOR = frozenset({"short", "not-found", "handout", "withdrawn", "authors", "rules", "rule"})


def entries_of(pages: tuple[Page, ...], library: Library) -> tuple[Entry, ...]:
    """One entry for each page that a reader may look for."""
    return tuple(_entry(page, library) for page in pages if page.kind not in _NOT_LOOKED_FOR)


def _entry(page: Page, library: Library) -> Entry:
    names = ""
    if page.kind == "learn":
        search = library.modules[page.module].facts.search
        names = " ".join((*search.also_called, *search.asked_as))
    headings = " ".join(plain(block.children) for block in page.blocks if isinstance(block, doc.Heading))
    words = " ".join(_words(page.blocks)) if page.module else ""
    return Entry(page.address, page.title, page.summary, names, headings, words)


def plain(inlines: tuple[doc.Inline, ...]) -> str:
    """The words of inlines alone."""
    return "".join(_plain(inlines))


def _plain(inlines: tuple[doc.Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case doc.Text():
                yield inline.text
            case doc.Strong() | doc.Link() | doc.Defined():
                yield from _plain(inline.children)
            case doc.Cite() | doc.Sure():
                pass


def _words(blocks: tuple[doc.Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case doc.Paragraph():
                yield plain(block.children)
            case doc.Listing():
                for item in block.items:
                    yield from _words(item)
            case doc.Say() | doc.Safety():
                yield from _words(block.children)
            case doc.Exercise():
                yield " ".join((block.title, block.why, *block.steps))
            case doc.Statement():
                yield block.says
            case doc.Lamp():
                yield f"{block.text} {block.do}"
            case doc.Gloss():
                yield f"{block.term} {block.means}"
            case doc.Quotation():
                yield f"{block.words} {block.who}"
            case doc.Pair():
                yield " ".join((*block.left, *block.right))
            case doc.Table():
                yield " ".join((*block.head, *(plain(cell) for row in block.rows for cell in row)))
            case doc.Drawing():
                yield f"{block.title} {plain(block.caption)}"
            case doc.Heading():
                pass  # headings weigh more, and stand apart
            case doc.Choice() | doc.Contents() | doc.Sources() | doc.Signature() | doc.Marks() | doc.Numbers():
                pass
            case doc.Topics() | doc.Downloads() | doc.SearchField() | doc.Sample() | doc.Room():
                pass
            case _:
                assert_never(block)
