"""A publication in, what is carried away as one file out: the topics one by one, and the whole library."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from builder.export.inline import in_words
from builder.export.licence import licence_address, licence_means
from builder.export.words import ended
from builder.markup import day
from builder.model.document import Inline, Link, Paragraph, Strong, Text, Web
from builder.model.page import Chapter, Publication

HELP = "help/"
"""The address of the page that says where to get help now."""


@dataclass(frozen=True)
class Volume:
    """One file to carry away. `tab` is the title that others can see on a shelf, `lead` stands under the title."""

    path: str
    title: str
    tab: str
    description: str
    lead: str
    review: str
    address: str
    chapters: tuple[Chapter, ...]


def topics_of(publication: Publication) -> Iterator[Volume]:
    """One volume for each topic."""
    chapters = publication.book.chapters if publication.book else ()
    same = {address: one.addresses for one in reversed(chapters) for address in one.addresses}
    for sheet in publication.sheets:
        if sheet.kind == "module":
            chapter = Chapter(sheet.title, same.get(sheet.address, (sheet.address,)), sheet.blocks)
            yield Volume(
                sheet.path, sheet.title, sheet.tab, sheet.description, "", sheet.review, sheet.short_address, (chapter,)
            )


def book_of(publication: Publication) -> Iterator[Volume]:
    """The whole library, if it has a book."""
    book = publication.book
    if book:
        address = in_words(publication.base_address)
        yield Volume(
            book.path,
            book.title,
            book.title,
            book.description,
            book.description,
            book.review,
            address,
            tuple(book.chapters),
        )


def with_help(volume: Volume, publication: Publication) -> Volume:
    """A topic and where to get help now."""
    return replace(volume, chapters=(*volume.chapters, publication.help)) if publication.help else volume


def front_of(volume: Volume, publication: Publication) -> tuple[Paragraph, ...]:
    """What stands under the title of a file: whose it is, which one, who has reviewed it, where the living page is."""
    offered = f" {ended(f'Offered by {publication.publisher.name}')}" if publication.publisher else ""
    released = day.in_words(date.fromisoformat(publication.released))
    from_us = f"From {publication.name}." if volume.title != publication.name else ""
    address: Inline = Text(volume.address)
    if publication.has_real_address:
        address = Link(Web(f"https://{volume.address}"), (address,))
    said = (
        f"{from_us}{offered}".strip(),
        f"Version {publication.version}, {released}.",
        volume.review,
    )
    lead = (Paragraph((Text(volume.lead),), "lead"),) if volume.lead else ()
    living = Paragraph((Strong((Text("The living page:"),)), Text(" "), address), "address")
    return *lead, *(Paragraph((Text(one),)) for one in said if one), living


def last_of(publication: Publication) -> tuple[Paragraph, ...]:
    """What stands at the end of a file."""
    licence, address = publication.licence, licence_address(publication.licence)
    told: tuple[Inline, ...] = (Text(f"Words: {licence}."),)
    if address:
        means = licence_means(licence, publication.name)
        told = (
            Text(f"Words: {licence}, "),
            Link(Web(address), (Text(in_words(address)),)),
            Text(f". {means}".rstrip()),
        )
    seen = (Text("Others who use this device can see this file. You can delete it at any time."),)
    return Paragraph(told, "small"), Paragraph(seen, "small")
