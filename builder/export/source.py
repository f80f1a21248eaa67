"""Turns a sheet, or the book, into the Typst source of its PDF."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from builder.export.block import blocks
from builder.export.inline import Base, in_words
from builder.export.licence import licence_address, licence_means
from builder.export.literal import AT, NONE, Code, array, call, joined, named, raw, words
from builder.markup import day
from builder.model.document import Block, Heading, Sources, Text
from builder.model.page import Book, Chapter, Publication, Sheet
from builder.pdf.press import Source
from builder.scanned import drawn, target_of_code

_TEMPLATES = {"module": "reading", "guide": "reading", "handout": "handout", "cards": "cards"}
"""For each kind of sheet, the file and the function of theme/print that sets it."""


_IN_HELP = "help: "
"""Before the anchors of that page where it is a part of a file: an author can have called something else the same."""


def source_of(sheet: Sheet, publication: Publication) -> Source:
    """One call of the function that sets sheets of this kind. Where to get help is what many of them share."""
    if sheet.kind == "packet":
        return _packet_source_of(sheet, publication)
    own = f"{sheet.path.split('/')[0]}/"
    help_ = publication.help if _TEMPLATES[sheet.kind] == "reading" else None
    addresses = dict.fromkeys(sheet.addresses, "") | dict.fromkeys(help_.addresses if help_ else (), _IN_HELP)
    base = Base(publication.base_address, publication.has_real_address, below=own, addresses=addresses)
    says = (sheet.title, sheet.tab, sheet.description, sheet.review, sheet.short_address)
    of_others = _codes(publication) if sheet.kind == "cards" else ()
    told, shared = blocks(sheet.blocks, base, above=1, ends=not help_), ""
    if help_:
        shared = _sharing(blocks(tuple(_help(help_)), base, above=1))
        told = joined((told, call("shared", AT)))
    own_part = _calling(_TEMPLATES[sheet.kind], base.labels, _facts(*says, publication), *of_others, told)
    return Source(f'#import "shared.typ": shared\n{own_part}' if help_ else own_part, shared)


def _codes(publication: Publication) -> Iterator[Code]:
    """The short addresses of all other sheets, each with its code: the card has one in each row."""
    others = dict.fromkeys(sheet.short_address for sheet in publication.sheets if sheet.kind != "cards")
    shown = others if publication.has_real_address else ()
    yield array(array((raw(address), *_scanned(address))) for address in shown)


def _help(chapter: Chapter) -> Iterator[Block]:
    """Where to get help now, as the last part of a file of a topic: its headings one level down."""
    yield Heading(2, _IN_HELP + chapter.addresses[0].strip("/"), (Text(chapter.title),))
    for block in chapter.blocks:
        if isinstance(block, Heading):
            block = replace(block, level=min(block.level + 1, 3), anchor=_IN_HELP + block.anchor)
        yield block


def _packet_source_of(sheet: Sheet, publication: Publication) -> Source:
    """One call of the function that sets packets, with every part in it."""
    own = sheet.address
    base = Base(publication.base_address, publication.has_real_address, own, own, below=own)
    line = sheet.added
    added = array((words(line.name), words(line.telephone), words(line.note))) if line and line.words else NONE
    says = (sheet.title, sheet.tab, sheet.description, sheet.review, sheet.short_address)
    body = blocks(sheet.blocks, base, above=1)
    chapters = _bound(sheet.chapters, publication, base.labels)
    return Source(_calling("packet", base.labels, _facts(*says, publication), added, body, chapters))


def book_source_of(book: Book, publication: Publication) -> Source:
    """One call of the function that sets the book, with every chapter in it."""
    address = publication.base_address.partition("://")[2].rstrip("/")
    facts = _facts(book.title, book.title, book.description, book.review, address, publication)
    labels = set[str]()
    chapters = _bound(book.chapters, publication, labels)
    return Source(_calling("book", labels, facts, chapters))


def _bound(chapters: Sequence[Chapter], publication: Publication, labels: set[str]) -> Code:
    """Chapters in one file: each with its title, where it starts, its review and what it says. Their `labels` are noted."""
    inside = {address: chapter.addresses[0] for chapter in chapters for address in chapter.addresses}
    listed = [chapter for chapter in chapters if _has_sources(chapter)]
    sources = listed[-1].addresses[0] if listed else ""

    def bound(chapter: Chapter) -> Code:
        own = chapter.addresses[0]
        cited = own if _has_sources(chapter) else sources
        base = Base(publication.base_address, publication.has_real_address, own, cited, inside, labels=labels)
        start, review = base.start(), words(chapter.review)
        return array((words(chapter.title), start, review, blocks(chapter.blocks, base, above=1)))

    return array(bound(chapter) for chapter in chapters)


def _has_sources(chapter: Chapter) -> bool:
    return any(isinstance(block, Sources) for block in chapter.blocks)


def _sharing(told: Code) -> str:
    """A file with what many files say: a function, which is given what finds a place in each of them."""
    return f'#import "/blocks.typ": *\n#let shared(at) = {told}\n'


def _calling(template: str, labels: Iterable[str], *values: Code) -> str:
    """A file that calls a template, with the places that are in it: `at` is what `inline.place` calls."""
    places = array(array((raw(name), call("label", raw(name)))) for name in sorted(labels))
    return (
        f'#import "/{template}.typ": {template}\n#import "/blocks.typ": *\n'
        f"#let places = {places}.to-dict()\n#let at(name) = places.at(name, default: none)\n"
        f"#{call(template, *values)}\n#whereabouts(places.values())\n"
    )


def _facts(title: str, tab: str, described: str, review: str, address: str, publication: Publication) -> Code:
    """What every file says of itself."""
    licence = ", ".join(filter(None, (publication.licence, in_words(licence_address(publication.licence)))))
    released = date.fromisoformat(publication.released)
    target, code = _scanned(address) if publication.has_real_address else (raw(""), raw(""))
    return named(
        title=words(title),
        tab=words(tab),
        described=words(described),
        library=words(publication.name),
        offered=words(f"Offered by {publication.publisher.name}" if publication.publisher else ""),
        language=raw(publication.language),
        edition=words(f"Version {publication.version}, {day.in_words(released)}"),
        licence=words(f"Words: {licence}."),
        means=words(licence_means(publication.licence, publication.name)),
        review=words(review),
        address=words(address),
        target=target,
        code=code,
    )


def _scanned(address: str) -> tuple[Code, Code]:
    """Where the QR code of an address leads, and the code as a drawing."""
    target = target_of_code(address)
    return raw(target), raw(drawn(target))
