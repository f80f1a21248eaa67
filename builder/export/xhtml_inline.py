"""Words in a line in, XHTML out."""

from dataclasses import dataclass
from typing import assert_never

from builder.export.element import Node, element
from builder.export.marks import mark
from builder.export.places import Places
from builder.export.spaced import Marked, Spaced, spaced
from builder.export.words import tidy
from builder.model.document import Defined, Inline, Link, Strong, Text, To, Web
from builder.model.page import SURE, Chapter


@dataclass(frozen=True)
class Here:
    """Where XHTML is being written: in which chapter, and with which places round it."""

    places: Places
    chapter: Chapter

    def href(self, to: To | Web) -> str:
        """The address of a place, seen from here; "" where it leads nowhere.

        A number to text is one of them: the checker of EPUBs knows no such address, and the words hold the number.
        """
        if isinstance(to, Web) and to.url.startswith("sms:"):
            return ""
        spot = self.places.spot(to, self.chapter) if isinstance(to, To) else None
        if spot is None:
            return self.places.away(to)
        anchor = f"#{spot.anchor}" if spot.anchor else ""
        return anchor if anchor and spot.chapter == self.chapter else file_of(spot.chapter) + anchor


def file_of(chapter: Chapter) -> str:
    """The name of a chapter's file: that of its page."""
    return f"{chapter.addresses[0].strip('/').replace('/', '-')}.xhtml"


def inline(children: tuple[Inline, ...], here: Here, in_link: bool = False) -> list[Node]:
    """The children, one after another. Nothing in a link is a link of its own."""
    return [node for child in spaced(children) for node in _one(child, here, in_link)]


def _one(child: Spaced, here: Here, in_link: bool) -> list[Node]:
    match child:
        case Text(text):
            return [tidy(text)]
        case Strong(inner):
            return [element("strong", *inline(inner, here, in_link))]
        case Defined(inner):
            return [element("dfn", *inline(inner, here, in_link))]
        case Link(to, inner):
            return _link(to, inline(inner, here, in_link=True), here, in_link)
        case Marked(sure, opening, closing):
            link = _link(sure.to, [mark(sure.status), f" {SURE[sure.status]}"], here, in_link)
            return [element("span", opening, *link, closing, class_="sure")]
        case _:
            assert_never(child)


def _link(to: To | Web, said: list[Node], here: Here, in_link: bool) -> list[Node]:
    href = "" if in_link else here.href(to)
    return [element("a", *said, href=href)] if href and said else said
