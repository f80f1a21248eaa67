"""A publication and a ledger in, the publication out in which every promised place leads on: old anchors, old addresses, old files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from builder.model import document as doc
from builder.model.ledger import Ledger
from builder.model.page import Elsewhere, Page, Publication
from builder.render.addresses import link
from builder.render.prose import sentence
from builder.render.search import plain


def with_ledger(publication: Publication, ledger: Ledger, led_on: Mapping[str, str]) -> Publication:
    """Add what old links need. The rules have seen to it that each leads somewhere.

    `led_on` has places that are elsewhere though nobody moved them: those of a list that is divided now.
    """
    return _Leading(publication, ledger, led_on).publication() if ledger.published or ledger.files else publication


class _Leading:
    """Knows every page by its address, and the words of every place on it when somebody asks."""

    def __init__(self, publication: Publication, ledger: Ledger, led_on: Mapping[str, str]) -> None:
        self.before = publication
        self.ledger = ledger
        self.now = {place: led_on[place] for place, _ in ledger.promised if place in led_on} | ledger.moved
        self.pages = {page.address: page for page in publication.pages}
        self.words: dict[str, dict[str, str]] = {}

    def publication(self) -> Publication:
        by_page: dict[str, list[str]] = {}
        for place in dict.fromkeys((*self.now, *self.ledger.gone)):
            by_page.setdefault(place.partition("#")[0], []).append(place)
        pages = tuple(
            self.with_old(page, by_page[page.address]) if page.address in by_page else page
            for page in self.before.pages
        )
        stubs = tuple(self.stubs())
        moved = (*self.by_host(stubs), *self.files())
        gone = tuple(
            (place, one.why, self.line(place).to) for place, one in self.ledger.gone.items() if _is_file(place)
        )
        return replace(self.before, pages=(*pages, *stubs), moved=tuple(sorted(moved)), gone_files=gone)

    def with_old(self, page: Page, places: Iterable[str]) -> Page:
        """A page that is there, with what it had once."""
        parts = [place for place in places if "#" in place]
        called = tuple(
            (new.partition("#")[2], old.partition("#")[2])
            for old in parts
            if (new := self.ledger.moved.get(old, "")).startswith(f"{page.address}#")
        )
        here = {old for _, old in called}
        away = tuple(self.line(place) for place in parts if place.partition("#")[2] not in here)
        return replace(page, called=called, elsewhere=away)

    def stubs(self) -> Iterator[Page]:
        """A page for every address that is not there any more."""
        for address, recorded in self.ledger.published.items():
            if address in self.pages:
                continue
            places = [f"{address}#{anchor}" for anchor in recorded.anchors.split()]
            gone = self.ledger.gone.get(address)
            if gone is not None:
                lines = tuple(self.line(place) for place in places if place in self.ledger.moved)
                other = self.way(gone.instead) if gone.instead is not None else None
                lamp = (doc.Lamp("Read instead", "", "", "", other),) if other else ()
                blocks = (sentence("What was here is not there any more.", "lead"), sentence(gone.why), *lamp)
                name = self.before.name
                yield Page(address, "gone", "This page is gone", name, "This page is gone.", blocks, elsewhere=lines)
            elif to := self.landing(self.ledger.moved.get(address, address)):
                kept = self.is_topic(to)
                lines = tuple(self.line(place) for place in places if kept or place in self.ledger.moved)
                tab = self.pages[to.address].tab
                blocks = (doc.Paragraph((link(f"Go to {tab}", to),)),)
                yield Page(address, "moved", "This page is somewhere else now", tab, "", blocks, elsewhere=lines)

    def by_host(self, stubs: Iterable[Page]) -> Iterator[tuple[str, str]]:
        """Addresses that a host can lead on by itself: it never learns of the part behind "#", so that has to be the same."""
        for page in stubs:
            to = self.landing(self.ledger.moved.get(page.address, page.address))
            same = to and all(
                self.ledger.moved.get(f"{page.address}#{one.anchor}", "") == f"{to.address}#{one.anchor}"
                for one in page.elsewhere
            )
            if page.kind == "moved" and to and same and not to.anchor:
                yield page.address, to.address

    def files(self) -> Iterator[tuple[str, str]]:
        """Files that are somewhere else, and those that a module took along when it was withdrawn, with its notice."""
        files = {place for place, _ in self.ledger.promised} | self.ledger.moved.keys()
        for file in filter(_is_file, files - self.ledger.gone.keys()):
            if to := self.landing(self.ledger.moved.get(file, file)):
                yield file, to.address
            elif file in self.ledger.moved:
                yield file, self.ledger.moved[file]

    def line(self, place: str) -> Elsewhere:
        """What is said of a part that stood at an address."""
        anchor = place.partition("#")[2]
        gone = self.ledger.gone.get(place)
        if gone is not None:
            instead = self.way(gone.instead) if gone.instead is not None else None
            return Elsewhere(anchor, gone.why, instead, False)
        return Elsewhere(anchor, "Now here:", self.way(self.now.get(place, place)), True)

    def way(self, place: str) -> doc.Link | None:
        """A link to a place, with the words that stand there."""
        to = self.landing(place)
        if to is None:
            return None
        page = self.pages[to.address]
        if to.address not in self.words:
            self.words[to.address] = dict(_places(page.blocks))
        part = self.words[to.address].get(to.anchor, "")
        return link(f"{page.title}: {part}" if part else page.title, to)

    def landing(self, place: str) -> doc.To | None:
        """Where somebody lands who goes to a place: there, at the page behind a short address, or at the notice of its module."""
        address, _, anchor = place.partition("#")
        if address in self.pages and self.pages[address].kind == "short":
            return self.landing(_behind(self.pages[address]))
        if address in self.pages and self.is_topic(doc.To(address)):
            return doc.To(address, anchor)
        notice = f"{address.partition('/')[0]}/"
        return doc.To(notice) if notice in self.pages and not self.is_topic(doc.To(notice)) else None

    def is_topic(self, to: doc.To) -> bool:
        """Whether there is more at an address than a notice."""
        return self.pages[to.address].kind != "withdrawn"


def _is_file(place: str) -> bool:
    return "#" not in place and "." in place


def _behind(short: Page) -> str:
    """The address to which a short one leads."""
    links = (one for block in short.blocks if isinstance(block, doc.Paragraph) for one in block.children)
    return next(one.to.address for one in links if isinstance(one, doc.Link) and isinstance(one.to, doc.To))


def _places(blocks: Iterable[doc.Block]) -> Iterator[tuple[str, str]]:
    """The words by which a place on a page is known."""
    for block in blocks:
        match block:
            case doc.Heading():
                yield block.anchor, plain(block.children)
            case doc.Exercise():
                yield block.anchor, block.title
            case doc.Statement():
                yield block.anchor, block.says.rstrip(".")
            case doc.Lamp():
                yield "minute", block.title
                yield from _places(block.children)
            case doc.Say() | doc.Safety():
                yield from _places(block.children)
            case _:
                pass
