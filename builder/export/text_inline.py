"""Words in a line in, plain text out."""

from dataclasses import dataclass
from typing import assert_never

from builder.export.inline import in_words, is_said
from builder.export.places import Places
from builder.export.spaced import Marked, Spaced, spaced
from builder.export.words import tidy
from builder.model.document import Defined, Inline, Link, Strong, Text, To, Web
from builder.model.page import SURE, Chapter


@dataclass(frozen=True)
class Here:
    """Where text is being written: in which chapter, with which places round it, how wide."""

    places: Places
    chapter: Chapter
    width: int


def inline(children: tuple[Inline, ...], here: Here) -> str:
    """The children, one after another."""
    return "".join(_one(child, here) for child in spaced(children))


def onward(link: Link, here: Here) -> str:
    """A link that stands alone: where to read on, since nobody can press it. "" where it leads nowhere."""
    said = inline(link.children, here)
    spot = here.places.spot(link.to, here.chapter) if isinstance(link.to, To) else None
    if spot:
        return f"{said}: go on at “{tidy(spot.words)}”."
    url = here.places.away(link.to)
    return f"{said}: {in_words(url)}" if url else ""


def _one(child: Spaced, here: Here) -> str:
    match child:
        case Text(text):
            return tidy(text)
        case Strong(inner) | Defined(inner):
            return inline(inner, here)
        case Link(to, inner):
            shown = _address(to, here)
            said = inline(inner, here)
            return said if is_said(shown, inner) else f"{said} ({shown})"
        case Marked(sure, opening, closing):
            return f"{opening}{SURE[sure.status]}{closing}"
        case _:
            assert_never(child)


def _address(to: To | Web, here: Here) -> str:
    """The address of a place that is not in the text, in words. A number to call stands in the words already."""
    inside = isinstance(to, To) and here.places.spot(to, here.chapter)
    return "" if inside else in_words(here.places.away(to))
