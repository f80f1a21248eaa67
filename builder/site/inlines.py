"""Inlines of the document in, parts of a line out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from builder.model.document import Cite, Defined, Inline, Link, Strong, Sure, Text, To, Web
from builder.model.files import kind_of, size_in_words
from builder.model.page import SURE
from builder.site.element import Element, Node, joined, line, trimmed, wrapped
from builder.site.nesting import beside_links, plain, without_weight
from builder.site.places import is_page, link_between


@dataclass(frozen=True)
class FileFacts:
    """What a link says of a file: how many pages it has, 0 for none, how large it is, in bytes, and whether it is a sheet."""

    pages: int
    bytes: int
    sheet: bool = False

    @property
    def told(self) -> Iterator[str]:
        """Pages and size in words."""
        if self.sheet and self.pages == 2:
            yield f"{unbroken('1 sheet')}, {unbroken('2 sides')}"
        elif self.pages:
            yield unbroken(f"{self.pages} page{'s' if self.pages != 1 else ''}")
        yield unbroken(size_in_words(self.bytes))


@dataclass(frozen=True)
class Here:
    """Where a page is being set: the page's address, the facts of files, the level of a panel's heading."""

    page: str
    files: Mapping[str, FileFacts]
    level: int = 2

    def href(self, to: To | Web) -> str:
        """The address of a link, as it stands on this page."""
        return to.url if isinstance(to, Web) else link_between(self.page, to)

    def size(self, to: To | Web) -> str:
        """Pages and size of the file to which a link leads; "" where it leads to no file that we know."""
        facts = None if isinstance(to, Web) else self.files.get(to.address)
        return ", ".join(facts.told) if facts else ""

    def label(self, said: str, to: To | Web) -> str:
        """The words of a link; a file's say what it is."""
        if isinstance(to, Web) or is_page(to.address):
            return said
        return f"{said} ({', '.join(filter(None, (kind_of(to.address), self.size(to))))})"


def unbroken(said: str) -> str:
    """Words that stay on one line."""
    return said.replace(" ", "\u00a0")


def inside(inlines: Sequence[Inline], here: Here) -> tuple[Node, ...]:
    """Inlines as parts of a line. A citation and a mark keep one space from the words before them."""
    said: list[Node] = []
    for one in beside_links(inlines):
        if isinstance(one, Cite | Sure) and said:
            said = [*trimmed(joined(said))[1], " "]
        said += _inline(one, here)
    return joined(said)


def link(said: str, to: To | Web, here: Here, tone: str = "", beside: Node = "") -> Element:
    """A link whose words are plain. `beside` stands after them, before what is said of a file."""
    more = here.label(said, to).removeprefix(said)
    return _leading(to, here, line(said, beside, more), tone)


def cited(cite: Cite, here: Here) -> Iterator[Node]:
    """Sources by their short names, each leading to its entry."""
    for number, (short, anchor) in enumerate(cite.sources):
        yield from ("; " if number else "", link(short, To(here.page, anchor), here))


def _inline(inline: Inline, here: Here) -> Iterator[Node]:
    match inline:
        case Text():
            yield inline.text
        case Strong():
            yield from wrapped("strong", inside(tuple(without_weight(inline.children)), here))
        case Defined():
            yield from wrapped("dfn", inside(inline.children, here))
        case Link(shown=True):
            told = (
                ("alt", plain(inline.children)),
                ("src", here.href(inline.to)),
                ("class", "scan"),
                ("loading", "lazy"),
            )
            yield _leading(inline.to, here, (Element("img", (), told),))
        case Link():
            size = here.size(inline.to)
            said = (*inside(inline.children, here), f", {size}" if size else "")
            yield from wrapped("a", said, href=here.href(inline.to))
        case Cite():
            yield from ("(", *cited(inline, here), ")")
        case Sure():
            yield link(SURE[inline.status], inline.to, here, f"sure {inline.status}")
        case _:
            assert_never(inline)


def _leading(to: To | Web, here: Here, said: tuple[Node, ...], tone: str = "") -> Element:
    return Element("a", said, (("href", here.href(to)), *((("class", tone),) if tone else ())))
