"""A text and edits in, the text with them out; and a file with the same edits, in which every other byte stays."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Edit:
    """From where to where, in a text whose lines end in one sign, stands something else now."""

    start: int
    end: int
    new: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits. None lies in another."""
    made, at = [], 0
    for edit in sorted(set(edits)):
        made += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join((*made, text[at:]))


def edited_bytes(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The file with all edits: its line ends stay as they are, and new lines end as its first one does."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    raw = data.removeprefix(mark).decode()
    newline = "\r\n" if "\r\n" in raw else "\n"
    at = list(_offsets(raw))
    there = (Edit(at[one.start], at[one.end], one.new.replace("\n", newline)) for one in set(edits))
    return mark + edited(raw, there).encode()


def _offsets(raw: str) -> Iterator[int]:
    """For each sign of the text as it is read, where it stands in the text as it is kept: a line end can be two signs."""
    for number, sign in enumerate(raw):
        if sign != "\n" or raw[number - 1 : number] != "\r":
            yield number
    yield len(raw)
