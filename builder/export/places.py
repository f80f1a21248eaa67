"""The chapters of a file in, where its links lead out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from builder.export.inline import text_of, web_address
from builder.export.told import SOURCES, told
from builder.model.document import (
    Block,
    Drawing,
    Exercise,
    Heading,
    Listing,
    Paragraph,
    Sample,
    Sources,
    Statement,
    Table,
    To,
    Web,
)
from builder.model.page import Chapter, Publication


@dataclass(frozen=True)
class Spot:
    """A place in the file: its chapter, its anchor there ("" is the top), and the words that stand there."""

    chapter: Chapter
    anchor: str
    words: str


class Places:
    """Every place of a file. What is not in the file is on the site, where that has a real address."""

    def __init__(self, chapters: Sequence[Chapter], publication: Publication) -> None:
        self.site = publication.base_address.rstrip("/") if publication.has_real_address else ""
        self.anchors = {chapter.addresses: dict(_anchors(chapter.blocks)) for chapter in chapters}
        self.at = {address: chapter for chapter in chapters for address in chapter.addresses}

    def spot(self, to: To, own: Chapter) -> Spot | None:
        """A place in the file, seen from a chapter; None where it is not in the file."""
        chapter = self.at.get(to.address)
        if to.address == SOURCES and to.anchor in self.anchors.get(own.addresses, ()):
            chapter = own
        if chapter is None:
            return None
        anchors = self.anchors[chapter.addresses]
        if to.anchor and to.anchor in anchors:
            return Spot(chapter, to.anchor, anchors[to.anchor])
        if to.address != chapter.addresses[0]:  # a page of its own on the site, such as that of the practices
            name = PurePosixPath(to.address).name
            first = next((one.anchor for one in chapter.blocks if isinstance(one, Exercise)), "")
            anchor = name if name in anchors else first
            if anchor:
                return Spot(chapter, anchor, anchors[anchor])
        return Spot(chapter, "", chapter.title)

    def away(self, to: To | Web) -> str:
        """The web address of a place that is not in the file; "" where it leads nowhere yet."""
        if isinstance(to, Web):
            return web_address(to)
        anchor = f"#{quote(to.anchor)}" if to.anchor else ""
        return f"{self.site}/{quote(to.address)}{anchor}" if self.site and to.address != SOURCES else ""


def _anchors(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Heading(_, anchor, children):
                yield anchor, text_of(children)
            case Statement(anchor, says):
                yield anchor, says
            case Sources(entries):
                yield from ((anchor, entry) for anchor, entry, _ in entries)
            case Listing(_, items):
                for item in items:
                    yield from _anchors(item)
            case Paragraph() | Table() | Drawing() | Sample():
                pass
            case _:
                yield from _anchors(told(block))
