"""A search entry in, its words out as search takes them. What was taken from it before lies on the shelf."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.model.page import Entry
from builder.model.shelf import Shelf, key_of
from builder.site.words import stem, telling

FIELDS = ("names", "title", "asked", "headings", "summary", "words")
"""Where the words of an entry stand."""

Stems = tuple[str, ...]


@dataclass(frozen=True)
class Counted:
    """For each field its words in order, cut to their stems; every word as it is spelt; how far the page is wanted."""

    stems: Mapping[str, Stems]
    forms: tuple[str, ...]
    wanted: float


def counted(entry: Entry, shelf: Shelf | None = None) -> Counted:
    """The words of one entry."""
    key = key_of(_ground(), repr(entry)) if shelf else ""
    kept = shelf.get(key) if shelf else None
    if kept is None:
        told = {field: tuple(telling(getattr(entry, field))) for field in FIELDS}
        stems = {field: tuple(map(stem, words)) for field, words in told.items()}
        forms = tuple(sorted({word for words in told.values() for word in words}))
        if shelf:
            shelf.put(key, json.dumps([*(" ".join(stems[field]) for field in FIELDS), " ".join(forms)]).encode())
    else:
        *fields, forms = (_shared(text) for text in json.loads(kept))
        stems = dict(zip(FIELDS, fields, strict=True))
    return Counted(stems, forms, entry.wanted)


def stems_of(text: str) -> Stems:
    """The words of a text by which it can be found, cut to their stems."""
    return tuple(stem(word) for word in telling(text))


def _shared(text: str) -> Stems:
    return tuple(map(sys.intern, text.split()))


@cache
def _ground() -> str:
    """All that decides what is taken from an entry, but the entry."""
    own = (Path(__file__), *(Path(__file__).with_name(f"words.{kind}") for kind in ("py", "yml")))
    return key_of(sys.version, *(path.read_text("utf-8") for path in own))
