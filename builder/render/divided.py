"""A library in; out come, where it has too many topics for one page, letters in place of its lists and a page for each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from builder.disk.own import held_in
from builder.markup.walk import placed_of
from builder.model import document as doc
from builder.model.anchors import claim_anchor
from builder.model.asked import EachTime
from builder.model.division import Share, shares_of
from builder.model.library import Library, Module
from builder.model.page import Page
from builder.model.shelf import key_of
from builder.render import by_topic
from builder.render.addresses import link, module_address, page_address
from builder.render.desk import DeskLists
from builder.render.files import files_of
from builder.render.lists import Lists, Name, named
from builder.render.prose import sentence

_NAMES = 500
"""So many names stand on one page: each is a line."""


@dataclass(frozen=True)
class Division:
    """One list: the page to which it belongs, what its own pages are called, and what stands on each.

    `noun` and `called` say what it is a list of, and how each of that is called. `is_plain`: what stands on a page is made of
    what is held there, which are plain values, and of nothing else.
    """

    name: str
    page: str
    title: str
    noun: str
    shares: tuple[Share[Any], ...]
    called: Callable[[Any], str]
    blocks: Callable[[Sequence[Any]], Iterator[doc.Block]]
    is_plain: bool = False

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
                return sentence(says, "lead"), *self.blocks(held), back

            def rests_on(says: str = says, held: Sequence[Any] = one.held) -> str:
                return key_of(_own(), says, repr(held))

            rests = rests_on if self.is_plain else None
            yield Page(self._at(one), "share", title, title, says, EachTime(blocks, rests))

    def _at(self, share: Share[Any]) -> str:
        return f"{page_address(self.page)}{share.name}/"

    def _span(self, share: Share[Any]) -> str:
        first, last = self.called(share.held[0]), self.called(share.held[-1])
        return first if len(share.held) == 1 else f"{first} to {last}"

    def _many(self, share: Share[Any]) -> str:
        return f"{len(share.held)} {self.noun}{'s' if len(share.held) > 1 else ''}."


def divisions_of(library: Library, desk: DeskLists, lists: Lists) -> tuple[Division, ...]:
    """Every list that is divided; none in a library whose topics stand on one page."""
    if not library.shares:
        return ()
    by_page: dict[str, tuple[str, Callable[[Sequence[Module]], Iterator[doc.Block]]]] = {
        "topics": ("topics", by_topic.topics),
        "practices": ("try", by_topic.practices),
        "claims": ("research", lambda held: by_topic.counted_claims(library.outlines[one.id] for one in held)),
        "files": ("take", files_of),
        "clinicians": ("clinicians", desk.table),
    }
    names = tuple(shares_of(lists.in_order(), _name, _NAMES))
    return (
        *(
            Division(name, page, library.pages[page].facts.title, "topic", library.shares, _title, blocks)
            for name, (page, blocks) in by_page.items()
        ),
        Division("called", "search", "What people call it", "name", names, _name, named, is_plain=True),
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


def _title(module: Module) -> str:
    return module.facts.title


def _name(name: Name) -> str:
    return name[0]


@cache
def _own() -> str:
    return key_of(*held_in(Path(__file__).parent, kinds=(".py",)))
