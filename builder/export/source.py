"""Turns a sheet, or the book, into the Typst source of its PDF."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from urllib.parse import quote

import segno

from builder.export.block import blocks
from builder.export.inline import Base, in_words
from builder.export.licence import licence_address, licence_means
from builder.export.literal import Code, array, call, named, raw, words
from builder.markup import day
from builder.model.document import Block, Heading, Sources, Text
from builder.model.page import Book, Chapter, Publication, Sheet

_TEMPLATES = {"module": "reading", "guide": "reading", "handout": "handout", "cards": "cards"}
"""For each kind of sheet, the file and the function of theme/print that sets it."""


def source_of(sheet: Sheet, publication: Publication) -> str:
    """One call of the function that sets sheets of this kind."""
    own = f"{sheet.path.split('/')[0]}/"
    body, addresses = sheet.blocks, sheet.addresses
    help_ = publication.help
    if help_ and _TEMPLATES[sheet.kind] == "reading":
        body += tuple(_help(help_))
        addresses += help_.addresses
    base = Base(publication.base_address, publication.has_real_address, own, sources=own, addresses=addresses)
    says = (sheet.title, sheet.tab, sheet.description, sheet.review, sheet.short_address)
    return _calling(_TEMPLATES[sheet.kind], _facts(*says, publication), blocks(body, base, above=1))


def _help(chapter: Chapter) -> Iterator[Block]:
    """Where to get help now, as the last part of a file of a topic: its headings one level down."""
    yield Heading(2, chapter.addresses[0].strip("/"), (Text(chapter.title),))
    for block in chapter.blocks:
        yield replace(block, level=min(block.level + 1, 3)) if isinstance(block, Heading) else block


def book_source_of(book: Book, publication: Publication) -> str:
    """One call of the function that sets the book, with every chapter in it."""
    chapters = {address: chapter.addresses[0] for chapter in book.chapters for address in chapter.addresses}
    listed = [chapter for chapter in book.chapters if _has_sources(chapter)]
    sources = listed[-1].addresses[0] if listed else ""

    reviews = {sheet.address: sheet.review for sheet in publication.sheets if sheet.kind == "module"}

    def bound(chapter: Chapter) -> Code:
        own = chapter.addresses[0]
        cited = own if _has_sources(chapter) else sources
        base = Base(publication.base_address, publication.has_real_address, own, cited, chapters)
        review = words(reviews.get(own, ""))
        return array((words(chapter.title), raw(f"{own}#"), review, blocks(chapter.blocks, base, above=1)))

    address = publication.base_address.partition("://")[2].rstrip("/")
    facts = _facts(book.title, book.title, book.description, book.review, address, publication)
    return _calling("book", facts, array(bound(chapter) for chapter in book.chapters))


def _has_sources(chapter: Chapter) -> bool:
    return any(isinstance(block, Sources) for block in chapter.blocks)


def _calling(template: str, *values: Code) -> str:
    return f'#import "/{template}.typ": {template}\n#import "/blocks.typ": *\n#{call(template, *values)}\n'


def _facts(title: str, tab: str, described: str, review: str, address: str, publication: Publication) -> Code:
    """What every file says of itself."""
    licence = ", ".join(filter(None, (publication.licence, in_words(licence_address(publication.licence)))))
    released = date.fromisoformat(publication.released)
    target = f"https://{quote(address, safe='/:%')}/" if publication.has_real_address else ""
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
        target=raw(target),
        code=raw(_scanned(target) if target else ""),
    )


def _scanned(target: str) -> str:
    """The QR code of an address as a drawing, with its quiet edge. A quarter of it may be stained (level Q) or more."""
    drawn = BytesIO()
    segno.make_qr(target, error="q").save(drawn, kind="svg", border=4, omitsize=True, xmldecl=False, nl=False)
    return drawn.getvalue().decode()
