"""Inlines of the document in, one line of Markdown out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from builder.model.document import Cite, Defined, Inline, Link, Strong, Sure, Text, To, Web
from builder.model.files import kind_of, size_in_words
from builder.model.page import SURE
from builder.site.escape import address, line, words
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
    """Where Markdown is being written: the page's address, the facts of files, the level of a panel's heading."""

    page: str
    files: Mapping[str, FileFacts]
    level: int = 2

    def href(self, to: To | Web) -> str:
        """The address of a link, as it stands in this page's Markdown."""
        return address(to.url if isinstance(to, Web) else link_between(self.page, to))

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


def written(inlines: Sequence[Inline], here: Here) -> str:
    """Inlines as one line that can stand on its own."""
    return line(inside(inlines, here))


def inside(inlines: Sequence[Inline], here: Here) -> str:
    """Inlines as a part of a line. A citation and a mark keep one space from the words before them."""
    said = ""
    for one in beside_links(inlines):
        made = _inline(one, here)
        if isinstance(one, Cite | Sure):
            said = said.rstrip(" ") + " " if said else ""
        elif said.endswith("**") and made.startswith("**"):
            said, made = said[:-2], made[2:]
        elif said.endswith("!") and made.startswith("["):  # together they would be a picture
            said = f"{said[:-1]}\\!"
        said += made
    return said


def link(said: str, to: To | Web, here: Here, attributes: str = "", beside: str = "") -> str:
    """A link whose words are plain. `beside` is finished Markdown after them, before what is said of a file."""
    label = here.label(said, to)
    more = label.removeprefix(said)
    shown = f"{words(said)}{beside}{words(more)}" if beside else words(label)
    return f"[{shown.strip(' ')}]({here.href(to)}){attributes}"


def cited(cite: Cite, here: Here) -> str:
    """Sources by their short names, each leading to its entry."""
    return "; ".join(link(short, To(here.page, anchor), here) for short, anchor in cite.sources)


def _inline(inline: Inline, here: Here) -> str:
    match inline:
        case Text():
            return words(inline.text)
        case Strong():
            return _marked("**", inside(tuple(without_weight(inline.children)), here), "**")
        case Defined():
            return _marked("<dfn>", inside(inline.children, here), "</dfn>")
        case Link(shown=True):
            href = here.href(inline.to)
            return f"[![{words(plain(inline.children))}]({href}){{: .scan loading=lazy }}]({href})"
        case Link():
            said, size = inside(inline.children, here), here.size(inline.to)
            return _marked("[", f"{said}, {size}" if size else said, f"]({here.href(inline.to)})")
        case Cite():
            return f"({cited(inline, here)})"
        case Sure():
            return link(SURE[inline.status], inline.to, here, f"{{: .sure .{inline.status} }}")
        case _:
            assert_never(inline)


def _marked(before: str, said: str, after: str) -> str:
    """Finished Markdown between marks; its outer spaces go outside, where Markdown wants them."""
    bare = said.strip(" ")
    if not bare:
        return said
    return " " * said.startswith(" ") + before + bare + after + " " * said.endswith(" ")
