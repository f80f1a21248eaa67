"""Turns a sheet into the Typst source of its PDF."""

from datetime import date

from builder.export.block import blocks
from builder.export.inline import Base
from builder.export.literal import call, flag, raw, words
from builder.markup.day import in_words
from builder.model.page import Publication, Sheet


def source_of(sheet: Sheet, publication: Publication) -> str:
    """One call of the function of theme/print that is named like the sheet's kind, "module" or "handout"."""
    base = Base(publication.base_address, publication.has_real_address, own=sheet.path.split("/")[0])
    released = date.fromisoformat(publication.released)
    body = call(
        sheet.kind,
        title=words(sheet.title),
        tab=words(sheet.tab),
        described=words(sheet.description),
        library=words(publication.name),
        offered=words(f"Offered by {publication.publisher.name}" if publication.publisher else ""),
        language=raw(publication.language),
        edition=words(f"Version {publication.version}, {in_words(released)}"),
        licence=words(f"Words: {publication.licence}."),
        review=words(sheet.review),
        address=words(sheet.short_address),
        real=flag(base.real),
        body=blocks(sheet.blocks, base, above=1),
    )
    return f'#import "/{sheet.kind}.typ": {sheet.kind}\n#import "/blocks.typ": *\n#{body}\n'
