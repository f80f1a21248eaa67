"""Turns words in a line, with their links, citations and marks, into Typst code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import assert_never
from urllib.parse import quote, unquote

from builder.export.literal import NONE, Code, array, call, joined, plain, raw, words
from builder.model.document import Cite, Defined, Inline, Link, Strong, Sure, Text, To, Web
from builder.model.page import SURE


@dataclass(frozen=True)
class Base:
    """Where the library lives, whether that leads anywhere yet, and what lies in the same file.

    `own` stands before the labels of this chapter, `sources` before those of its sources; a sheet has no other chapter, and
    nothing before them, so that what is alike in many sheets is the same to Typst, which need not set it again. In a book,
    `chapters` gives what stands there for every page that is in it. In a sheet are all pages `below` an address, and
    `addresses`, each with what stands before its anchors. `labels` are the labels that the file has: whoever writes one notes
    it there.
    """

    address: str
    real: bool
    own: str = ""
    sources: str = ""
    chapters: Mapping[str, str] = field(default_factory=dict)
    below: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)

    def url(self, to: To | Web) -> str:
        """The absolute address of a place; "" where it leads nowhere yet."""
        if isinstance(to, Web):
            return web_address(to)
        if not self.real:
            return ""
        anchor = f"#{quote(to.anchor)}" if to.anchor else ""
        return f"{self.address.rstrip('/')}/{quote(to.address)}{anchor}"

    def label(self, anchor: str) -> Code:
        """The label that a place in this sheet or chapter is given; "" where there is no anchor."""
        return self._given(_label(self.own, anchor) if anchor else "")

    def start(self) -> Code:
        """The label of the head of this chapter."""
        return self._given(_label(self.own, ""))

    def label_of_source(self, anchor: str) -> Code:
        """The label that a source is given."""
        return self._given(_label_of_source(self.sources, anchor))

    def source(self, anchor: str) -> Code:
        """The place of a source in the same file."""
        return place(_label_of_source(self.sources, anchor))

    def here(self, to: To | Web) -> Code:
        """The place in the same file; none where it is not there."""
        return place(self._here(to))

    def _given(self, label: str) -> Code:
        """What stands first under a label has it."""
        if not label or label in self.labels:
            return raw("")
        self.labels.add(label)
        return raw(label)

    def _here(self, to: To | Web) -> str:
        """The label that a place has if it is in the same file; "" for a place that cannot be."""
        if isinstance(to, Web):
            return ""
        if self.chapters:
            own = self.chapters.get(to.address)
            return "" if own is None else _label(own, to.anchor or _start(to, own))
        if (self.below and to.address.startswith(self.below)) or to.address in self.addresses:
            return _label(self.own, self.addresses.get(to.address, "") + (to.anchor or _start(to)))
        return ""


def place(label: str) -> Code:
    """The place of a label, as the head of a file gives it (see `source`): none where the file has no such label."""
    return call("at", raw(label)) if label else NONE


def _start(to: To, own: str = "") -> str:
    """Where a page starts in a file that has it among others: at a heading of its name."""
    return "" if to.address == own else PurePosixPath(to.address).name


def inline(children: tuple[Inline, ...], base: Base) -> Code:
    """The children, one after another. Citations and marks bring the space before them."""
    following = (*children[1:], None) if children else ()
    return joined(_one(_trimmed(child, after), base) for child, after in zip(children, following, strict=True))


def cites(cite: Cite, base: Base) -> Code:
    """The short forms in brackets, each leading to its source further down."""
    return call("cites", array(array((words(short), base.source(anchor))) for short, anchor in cite.sources))


def web_address(to: Web) -> str:
    """An address as any program can follow it."""
    return quote(to.url, safe="%/:=&?~#+!$,;'@()*")


def is_said(shown: str, children: tuple[Inline, ...]) -> bool:
    """Whether the words hold an address already, however its letters are written there."""
    return unquote(shown) in unquote(text_of(children))


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
            return cites(child, base)
        case Sure(status, to):
            return call("sure", raw(status), words(SURE[status]), base.here(to), raw(base.url(to)))
        case Defined(inner):
            return call("strong", inline(inner, base))
        case _:
            assert_never(child)


def _link(to: To | Web, children: tuple[Inline, ...], base: Base) -> Code:
    """On paper a link cannot be followed, so its address stands beside it, where that helps.

    It does not where it is printed already. What is in the same file has a page number there, and what leads nowhere
    yet is plain words.
    """
    url = base.url(to)
    shown = in_words(url)
    beside = "" if is_said(shown, children) else shown
    return call("away", base.here(to), raw(url), inline(children, base), raw(beside))


@cache
def _label(own: str, anchor: str) -> str:
    return quote(f"{own}#{anchor}", safe="/#: ")


def _label_of_source(own: str, anchor: str) -> str:
    return f"{_label(own, anchor)} as a source"
