"""A publication in, plain text out: one file for each topic, one for the whole library."""

from collections.abc import Iterator
from dataclasses import replace

from builder.export.places import Places
from builder.export.text import head, text_of
from builder.export.text_inline import Here
from builder.export.volume import Volume, book_of, front_of, help_of, last_of, topics_of
from builder.model.document import Lamp
from builder.model.page import Chapter, Publication

COLUMNS = 72
"""How wide a line is at most, unless one word is wider."""


def texts_of(publication: Publication, book: bool = True) -> dict[str, bytes]:
    """Every text by its path, with or without the book, in UTF-8, marked as such for machines that would take it for something else.

    A topic ends with when to call an emergency number, and which.
    """
    urgent = tuple(_urgent(chapter) for chapter in help_of(publication))
    topics = (replace(volume, chapters=(*volume.chapters, *urgent)) for volume in topics_of(publication))
    volumes = (*topics, *(book_of(publication) if book else ()))
    return {f"{one.path}.txt": _text(one, publication).encode("utf-8-sig") for one in volumes}


def _text(volume: Volume, publication: Publication) -> str:
    places = Places(volume.chapters, publication)
    parts = "\n\n\n".join(_parts(volume, publication, places))
    return parts.strip("\n") + "\n"


def _parts(volume: Volume, publication: Publication, places: Places) -> Iterator[str]:
    own = volume.chapters[0]
    here = Here(places, own, COLUMNS)
    front = text_of(front_of(volume, publication), here, above=1)
    yield f"{head(1, volume.title, here)}\n\n{front}"
    for chapter in volume.chapters:
        at = replace(here, chapter=chapter)
        title = "" if chapter.title == volume.title else f"{head(1, chapter.title, at)}\n\n"
        yield title + text_of(chapter.blocks, at, above=1)
    yield text_of(last_of(publication), here, above=1)


def _urgent(chapter: Chapter) -> Chapter:
    """Of the page that says where to get help: its lit place."""
    return replace(chapter, blocks=tuple(block for block in chapter.blocks if isinstance(block, Lamp)))
