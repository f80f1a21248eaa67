"""A library in, every place that its site has out: addresses with their anchors, and files. Nothing is rendered for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.markup.walk import headings_of, placed_of
from builder.model.addresses import (
    CARDS_PATH,
    SHEETS,
    book_path,
    module_address,
    packet_address,
    packet_path,
    page_address,
    sheet_path,
    short_path,
)
from builder.model.anchors import FRAME, PACKET_ANCHORS, list_anchors, part_anchors, source_anchor, undivided_anchors
from builder.model.files import CATALOGUE_PATH, FEED_PATH, SCHEMA_PATH, STYLES, styled
from builder.model.library import Library, SitePage
from builder.model.page import STICK

_PASSING_LISTS = frozenset({"called", "open", "search"})
"""Lists whose headings come and go with what is in them, and the field that a page without scripts does not show."""

_NO_PLACES = frozenset({STICK, "not-found"})
"""Pages at whose address nobody arrives."""


@dataclass(frozen=True)
class Published:
    """Every address with the anchors that it promises, every file, and the addresses of notices of withdrawn modules."""

    pages: Mapping[str, frozenset[str]]
    files: frozenset[str]
    notices: frozenset[str]
    led_on: frozenset[str] = frozenset()
    """Places that a list had before it was divided: whoever comes to one is led on."""

    def has(self, place: str) -> bool:
        """Whether something stands at this place itself."""
        address, mark, anchor = place.partition("#")
        return anchor in self.pages.get(address, ()) if mark else place in self.pages or place in self.files

    def landing(self, place: str) -> str | None:
        """Where somebody lands who goes to a place: there, at the notice of its module, or nowhere."""
        if self.has(place) or place in self.led_on:
            return place
        notice = f"{place.partition('#')[0].partition('/')[0]}/"
        return notice if notice in self.notices else None


def published_of(library: Library) -> Published:
    """Every place that readers can keep. Single sources, letters of an index and the frame round a page are none."""
    whole = library.whole
    shown = [outline for outline in whole.outlines.values() if outline.status != "draft"]
    passing = FRAME | {source_anchor(key) for key in whole.references}
    pages = {page_address(page.id): _of_page(page, whole) for page in whole.pages.values() if page.id not in _NO_PLACES}
    pages |= {address: frozenset() for address in whole.rule_pages}
    for outline in shown:
        pages[short_path(outline.code)] = frozenset()
        if outline.status == "withdrawn":
            pages[module_address(outline.id)] = frozenset()
            continue
        for part, _ in outline.anchors:
            pages[module_address(outline.id, part)] = part_anchors(outline, part, whole) or frozenset()
    for name, packet in whole.published_packets.items():
        pages |= {packet_address(name): PACKET_ANCHORS, short_path(packet.code): frozenset()}
    return Published(
        {address: anchors - passing for address, anchors in pages.items()},
        frozenset({*_files(whole), *_codes(pages, whole)}),
        frozenset(module_address(outline.id) for outline in shown if outline.status == "withdrawn"),
        frozenset(f"{page_address(page.id)}#{old}" for page in whole.pages.values() for old in _led_on(page, whole)),
    )


def _led_on(page: SitePage, whole: Library) -> frozenset[str]:
    lists = {block.argument for block in placed_of(page.prose, "list")} - _PASSING_LISTS
    return undivided_anchors(lists, whole) - list_anchors(lists, whole)


def _of_page(page: SitePage, whole: Library) -> frozenset[str]:
    lists = {block.argument for block in placed_of(page.prose, "list")} - _PASSING_LISTS
    headings = {heading.anchor for heading in headings_of(page.prose) if heading.anchor}
    families = {f"family-{_letters(address)}" for address in whole.rule_pages} if "rules" in lists else set()
    minute = {"minute"} if page.facts.lit else set()
    return frozenset({*headings, *list_anchors(lists, whole), *families, *minute})


def _letters(rule_page: str) -> str:
    """The letters of a family in the address of one of its rules: authors/rules/adr001/."""
    return rule_page.rstrip("/").rpartition("/")[2].rstrip("0123456789")


def _files(whole: Library) -> Iterator[str]:
    for outline in whole.outlines.values():
        if outline.status == "published":
            for kind in SHEETS:
                yield from _printed(sheet_path(outline.id, outline.code, kind))
            yield from _read(sheet_path(outline.id, outline.code, "module"))
    for name, packet in whole.published_packets.items():
        yield from _printed(packet_path(name, packet.code))
    book = book_path(whole.settings.name)
    # Which topics stand in a further volume of the book changes, and so does whether there is one: none is promised.
    yield from (*_printed(CARDS_PATH), *_printed(book), *_read(book), f"{book}.zip")
    yield from (CATALOGUE_PATH, SCHEMA_PATH, FEED_PATH)


def _codes(pages: Iterable[str], whole: Library) -> Iterator[str]:
    """Pictures of the codes of short addresses: none while the library has no real address."""
    if whole.settings.has_real_address:
        yield from (f"{page}qr.{kind}" for page in pages if page.startswith("m/") for kind in ("png", "svg"))


def _printed(path: str) -> Iterator[str]:
    return (styled(path, style) for style in STYLES)


def _read(path: str) -> tuple[str, str]:
    return f"{path}.epub", f"{path}.txt"
