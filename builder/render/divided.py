"""A library in; out come, where it has too many topics for one page, letters in place of its lists and a page for each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from builder.disk.later import quoted
from builder.disk.own import held_in
from builder.markup.walk import placed_of
from builder.model import document as doc
from builder.model.anchors import claim_anchor
from builder.model.asked import EachTime
from builder.model.division import Share, shares_by_letter
from builder.model.library import Library, Module
from builder.model.page import Page
from builder.model.shelf import key_of
from builder.render import by_topic
from builder.render.addresses import link, module_address, page_address
from builder.render.desk import DeskLists
from builder.render.files import file_row, files_of
from builder.render.lists import Lists, named
from builder.render.prose import sentence

_NAMES = 500
"""So many names stand on one page: each is a line."""


@dataclass(frozen=True)
class Division:
    """One list: the page to which it belongs, what its own pages are called, and what stands on each.

    `noun` says what it is a list of. `row` has all that is told of one thing as plain values, first what it is called: `blocks`
    are made of rows, of what is `given` to each list, and of nothing else. A row has the whole path of each file to which it leads:
    what is said of its size stands on the page too.
    """

    name: str
    page: str
    title: str
    noun: str
    shares: tuple[Share[Any], ...]
    row: Callable[[Any], tuple[Any, ...]]
    blocks: Callable[[Sequence[Any]], Iterator[doc.Block]]
    given: str

    def letters(self) -> Iterator[doc.Block]:
        """What stands in place of the list."""
        ways = (
            (link(f"{one.title}: {self._span(one)}", doc.To(self._at(one))), self._many(one)) for one in self.shares
        )
        yield doc.Topics(tuple(ways))

    def pages(self) -> Iterator[Page]:
        """The pages over which it is divided. They are found by its letters alone."""
        back = doc.Paragraph((link("All letters", doc.To(page_address(self.page))),))
        for one in self.shares:
            title, says = (
                f"{self.title}: {one.title}",
                f"{self._many(one)[:-1]}{', from' if len(one.held) > 1 else ':'} {self._span(one)}.",
            )

            def blocks(says: str = says, held: Sequence[Any] = one.held) -> Sequence[doc.Block]:
                return sentence(says, "lead"), *self.blocks(tuple(map(self.row, held))), back

            def rests_on(says: str = says, held: Sequence[Any] = one.held) -> str:
                rows = repr(tuple(map(self.row, held)))
                return f"{key_of(_own(), self.name, self.given, says, rows)} {quoted(rows)!r}"

            yield Page(self._at(one), "share", title, title, says, EachTime(blocks, rests_on))

    def _at(self, share: Share[Any]) -> str:
        return f"{page_address(self.page)}{share.name}/"

    def _span(self, share: Share[Any]) -> str:
        first, *_ = self.row(share.held[0])
        last, *_ = self.row(share.held[-1])
        return first if len(share.held) == 1 else f"{first} to {last}"

    def _many(self, share: Share[Any]) -> str:
        return f"{len(share.held)} {self.noun}{'s' if len(share.held) > 1 else ''}."


def divisions_of(library: Library, desk: DeskLists, lists: Lists) -> tuple[Division, ...]:
    """Every list that is divided; none in a library whose topics stand on one page."""
    if not library.shares:
        return ()
    by_page: Sequence[tuple[str, str, Callable[[Module], tuple[Any, ...]], Callable[[Any], Iterator[doc.Block]]]] = (
        ("topics", "topics", by_topic.topic_row, by_topic.topics),
        ("practices", "try", by_topic.practices_row, by_topic.practices),
        ("claims", "research", lambda one: by_topic.claims_row(library.outlines[one.id]), by_topic.counted_claims),
        ("files", "take", file_row, files_of),
        ("clinicians", "clinicians", desk.row, desk.table),
    )
    names, given = tuple(shares_by_letter(lists.by_letter(), _NAMES)), repr(library.settings)
    return (
        *(
            Division(name, page, library.pages[page].facts.title, "topic", library.shares, row, blocks, given)
            for name, page, row, blocks in by_page
        ),
        Division("called", "search", "What people call it", "name", names, tuple, named, given),
    )


def led_on(library: Library) -> Iterator[tuple[str, str]]:
    """Every place that a list had before it was divided, and where that is now."""
    for page in library.pages.values() if library.shares else ():
        address = page_address(page.id)
        for placed in placed_of(page.prose, "list"):
            yield from ((f"{address}#{old}", new) for old, new in _led_on(placed.argument, address, library))


def _led_on(name: str, address: str, library: Library) -> Iterator[tuple[str, str]]:
    for share in library.shares:
        for module in share.held:
            if name in ("files", "practices"):
                home = page_address("take" if name == "files" else "try")
                yield module.id, f"{home}{share.name}/#{module.id}"
            elif name == "claims":
                yield module.id, f"{module_address(module.id)}#claims"
                for claim, _ in library.outlines[module.id].claims:
                    yield f"{module.id}-{claim}", f"{module_address(module.id)}#{claim_anchor(claim)}"
    if name == "claims":
        yield "sources", address


@cache
def _own() -> str:
    return key_of(*held_in(Path(__file__).parent, kinds=(".py",)))
