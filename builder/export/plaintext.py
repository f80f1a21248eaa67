"""A publication in, plain text out: one file for each topic, one for the whole library."""

from collections.abc import Iterator
from dataclasses import replace

from builder.export.places import Places
from builder.export.text import head, text_of
from builder.export.text_inline import Here
from builder.export.volume import Volume, book_of, front_of, last_of, topics_of, with_help
from builder.model.document import Paragraph, Text
from builder.model.page import Publication

COLUMNS = 72
"""How wide a line is at most, unless one word is wider."""


def texts_of(publication: Publication, book: bool = True) -> dict[str, bytes]:
    """Every text by its path, with or without the book, in UTF-8, marked as such for machines that would take it for something else.

    A topic ends with where to get help now, and says so at its top.
    """
    topics = (with_help(volume, publication) for volume in topics_of(publication))
    volumes = (*topics, *(book_of(publication) if book else ()))
    return {f"{one.path}.txt": _text(one, publication).encode("utf-8-sig") for one in volumes}


def _text(volume: Volume, publication: Publication) -> str:
    places = Places(volume.chapters, publication)
    parts = "\n\n\n".join(_parts(volume, publication, places))
    return parts.strip("\n") + "\n"


def _parts(volume: Volume, publication: Publication, places: Places) -> Iterator[str]:
    own = volume.chapters[0]
    here = Here(places, own, COLUMNS)
    at_the_end = publication.help and volume.chapters[-1] is publication.help
    told = (Paragraph((Text(f"{volume.chapters[-1].title}: at the end of this text."),)),) if at_the_end else ()
    front = text_of((*front_of(volume, publication), *told), here, above=1)
    yield f"{head(1, volume.title, here)}\n\n{front}"
    for chapter in volume.chapters:
        at = replace(here, chapter=chapter)
        title = "" if chapter.title == volume.title else f"{head(1, chapter.title, at)}\n\n"
        yield title + text_of(chapter.blocks, at, above=1)
    yield text_of(last_of(publication), here, above=1)
