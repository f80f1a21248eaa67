"""Turns words in a line, with their links, citations and marks, into Typst code."""

from dataclasses import dataclass
from typing import assert_never
from urllib.parse import quote

from builder.export.literal import Code, array, call, joined, plain, raw, words
from builder.model.document import Cite, Defined, Inline, Link, Strong, Sure, Text, To, Web
from builder.model.page import SURE


@dataclass(frozen=True)
class Base:
    """Where the library lives, whether that leads anywhere yet, and the id of the module that the sheet is of."""

    address: str
    real: bool
    own: str

    def url(self, to: To | Web) -> str:
        """The absolute address of a place."""
        if isinstance(to, Web):
            return quote(to.url, safe="%/:=&?~#+!$,;'@()*[]")
        anchor = f"#{quote(to.anchor)}" if to.anchor else ""
        return f"{self.address.rstrip('/')}/{quote(to.address)}{anchor}"

    def anchor_here(self, to: To | Web) -> str:
        """The anchor of a place in the sheet's own module; "" for any other place."""
        return to.anchor if isinstance(to, To) and to.address.startswith(f"{self.own}/") else ""


def inline(children: tuple[Inline, ...], base: Base) -> Code:
    """The children, one after another. Citations and marks bring the space before them."""
    following = (*children[1:], None) if children else ()
    return joined(_one(_trimmed(child, after), base) for child, after in zip(children, following, strict=True))


def cites(cite: Cite) -> Code:
    """The short forms in brackets, each leading to its source further down the sheet."""
    return call("cites", array(array((words(short), raw(anchor))) for short, anchor in cite.sources))


def in_words(url: str) -> str:
    """An address as one reads it from paper: no scheme, no slash at the end."""
    return url.partition("://")[2].rstrip("/")


def text_of(children: tuple[Inline, ...]) -> str:
    """The plain words of the children; citations and marks have none."""
    parts: list[str] = []
    for child in children:
        match child:
            case Text(text):
                parts.append(text)
            case Strong(inner) | Defined(inner) | Link(_, inner):
                parts.append(text_of(inner))
            case Cite() | Sure():
                pass
            case _:
                assert_never(child)
    return plain("".join(parts))


def _trimmed(child: Inline, after: Inline | None) -> Inline:
    return Text(child.text.rstrip()) if isinstance(child, Text) and isinstance(after, Cite | Sure) else child


def _one(child: Inline, base: Base) -> Code:
    match child:
        case Text(text):
            return words(text)
        case Strong(inner):
            return call("strong", inline(inner, base))
        case Link(to, inner):
            return _link(to, inner, base)
        case Cite():
            return cites(child)
        case Sure(status, to):
            return call("sure", raw(status), words(SURE[status]), raw(base.anchor_here(to)), raw(base.url(to)))
        case Defined(inner):
            return call("strong", inline(inner, base))
        case _:
            assert_never(child)


def _link(to: To | Web, children: tuple[Inline, ...], base: Base) -> Code:
    """On paper a link cannot be followed, so its address stands beside it, where that helps.

    It does not where the place is in the sheet itself, where the address leads nowhere yet, or is printed already.
    """
    url = base.url(to)
    shown = in_words(url) if isinstance(to, Web) or base.real else ""
    beside = "" if shown in text_of(children) else shown
    return call("away", raw(base.anchor_here(to)), raw(url), inline(children, base), raw(beside))
