"""words.yml into typed entries, and a library into every use of a word to avoid."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from builder.check.once import once
from builder.check.phrases import found_in, without_mentions
from builder.check.texts import Piece, pieces_of
from builder.diagnostics.finding import Finding
from builder.disk.lists import list_beside
from builder.model.library import Library
from builder.model.noun import Noun, Words


class Entry(Noun):
    """Words to avoid, and what to use instead."""

    avoid: Annotated[tuple[Words, ...], Field(min_length=1)]
    """The forms. One that ends in * stands for every ending."""
    use: Words
    """What to write instead."""
    because: Words
    """Why."""
    where: Literal["all", "reader"]
    """reader: pages for clinicians may use it."""
    severity: Literal["error", "warning"]
    """error: nothing is published with it."""
    unless: tuple[Words, ...] = ()
    """Phrases in which it is right. A name with capitals counts only as it is written here."""


@cache
def entries() -> tuple[Entry, ...]:
    """Read words.yml, once."""
    return tuple(Entry.model_validate(one, strict=False) for one in list_beside(__file__, "words.yml"))


def uses_of(library: Library, severity: str) -> Iterator[Finding]:
    """Find every published use of a word of this severity. A word that is only talked about is not used."""
    return (finding for entry, finding in _all_uses(library) if entry.severity == severity)


@once
def _all_uses(library: Library) -> Iterator[tuple[Entry, Finding]]:
    for piece in pieces_of(library):
        if not piece.mentioned and any(found_in(piece.text, _forms())):
            for entry in entries():
                if (entry.where == "all" or not piece.for_clinicians) and not (
                    entry.severity == "warning" and piece.urgent
                ):
                    yield from ((entry, finding) for finding in _uses(entry, piece))


@cache
def _forms() -> tuple[str, ...]:
    return tuple(form for entry in entries() for form in entry.avoid)


def _uses(entry: Entry, piece: Piece) -> Iterator[Finding]:
    text = without_mentions(piece.text)
    for phrase in _right_in(text, entry.unless):
        text = text.replace(phrase, "…")
    for word in dict.fromkeys(found_in(text, entry.avoid)):
        message = f'"{word}" stands here. Use {entry.use}: {entry.because}'
        yield Finding(piece.file, piece.at, message, word)


def _right_in(text: str, unless: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(one for one in unless if not one.islower())
    return (*names, *found_in(text, (one for one in unless if one.islower())))
