"""Pages in, search entries out: each page's words by the weight that they have for somebody who looks for it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from builder.model import document as doc
from builder.model.library import Library
from builder.model.page import Entry, Page

_NOT_LOOKED_FOR = frozenset(
    {
        "short",
        "moved",
        "gone",
        "not-found",
        "handout",
        "withdrawn",
        "authors",
        "ready",
        "rules",
        "rule",
        "search",
        "share",
        "stick",
    }
)
_HELP = 1.25  # when in doubt, help comes first
_HOME = 0.9  # most people search from there
_WANTED = {"practice": 0.9, "clinicians": 0.6}


def entries_of(pages: Iterable[Page], library: Library) -> tuple[Entry, ...]:
    """One entry for each page that a reader may look for."""
    return tuple(_entry(page, library) for page in pages if page.kind not in _NOT_LOOKED_FOR)


def _entry(page: Page, library: Library) -> Entry:
    names, asked = _names(page, library)
    headings = " ".join(_headings(page.blocks))
    words = " ".join(words_in(page.blocks))
    own = {"help": _HELP, "home": _HOME}.get(page.kind, 1.0)
    wanted = _WANTED.get(page.kind, 1.0) if page.module else own
    told = {"names": " ".join(names), "headings": headings, "words": words, "asked": " ".join(asked)}
    return Entry(page.address, page.title, page.summary, told, wanted)


def _names(page: Page, library: Library) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What people call a page, and what they ask when they need it."""
    if not page.module:
        called = library.pages[page.kind].facts.called if page.kind in library.pages else ()
        if page.kind == "home":
            called += (library.settings.name,)
        return called, ()
    facts = library.modules[page.module].facts
    match page.kind:
        case "practice":
            return facts.search.to_try, ()
        case "clinicians":
            return facts.search.for_clinicians, ()
    return (*facts.search.also_called, *facts.topics, facts.code), facts.search.asked_as


def _headings(blocks: Sequence[doc.Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case doc.Heading():
                yield plain(block.children)
            case doc.Exercise():
                yield block.title


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


def words_in(blocks: Iterable[doc.Block]) -> Iterator[str]:
    """What the blocks say, but for their headings."""
    for block in blocks:
        match block:
            case doc.Paragraph():
                yield plain(block.children)
            case doc.Listing():
                for item in block.items:
                    yield from words_in(item)
            case doc.Say() | doc.Safety():
                yield from words_in(block.children)
            case doc.Exercise():
                yield " ".join((block.why, *block.steps))
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
