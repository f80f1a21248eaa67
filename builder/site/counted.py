"""Search entries in, out come their words, counted, a group of pages at a time. A group that stayed the same comes from the shelf."""

import pickle
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from builder.model.page import Entry
from builder.model.shelf import Shelf, key_of
from builder.site.words import stem, telling

FIELDS = ("names", "title", "asked", "headings", "summary", "words")
"""Where the words of an entry stand."""

GROUP = 32
"""About so many entries are counted, and lie on the shelf, together."""

Times = tuple[tuple[int, int], ...]
"""The number of each field that has a word, and how often."""


@dataclass(frozen=True)
class Counted:
    """How many words each field has, which of them, cut to their stems, stand there how often, how far the page is wanted."""

    lengths: Sequence[int]
    terms: Mapping[Times, Sequence[str]]
    wanted: float


@dataclass(frozen=True)
class Group:
    """Pages that follow one another, and every word of them as it is spelt."""

    pages: Sequence[Counted]
    forms: Sequence[str]


def counted(entries: Iterable[Entry], phrases: Collection[str] = (), shelf: Shelf | None = None) -> Iterator[Group]:
    """The words of all entries. A phrase, which is stems with spaces between them, is counted as if it were a word."""
    several = sorted(phrase for phrase in phrases if " " in phrase)
    for together in _groups(entries):
        key = key_of(_ground(), repr(several), *map(repr, together)) if shelf else ""
        group = _kept(shelf.get(key)) if shelf else None
        if group is None:
            group = _made(together, several)
            if shelf:
                shelf.put(key, pickle.dumps(group, pickle.HIGHEST_PROTOCOL))
        yield group


def stems_of(text: str) -> str:
    """The words of a text by which it can be found, cut to their stems, with spaces between them."""
    return " ".join(map(stem, telling(text)))


def _groups(entries: Iterable[Entry]) -> Iterator[Sequence[Entry]]:
    """An address says whether a group starts there, so one page more changes one group."""
    group: list[Entry] = []
    for entry in entries:
        if group and crc32(entry.address.encode()) % GROUP == 0:
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def _kept(data: bytes | None) -> Group | None:
    with suppress(Exception):  # what cannot be read is counted again
        found = pickle.loads(data or b"")
        return found if isinstance(found, Group) else None
    return None


def _made(entries: Sequence[Entry], phrases: Iterable[str]) -> Group:
    by_start: dict[str, list[list[str]]] = defaultdict(list)
    for words in map(str.split, phrases):
        by_start[words[0]].append(words)
    forms: set[str] = set()
    pages = [_page(entry, by_start, forms) for entry in entries]
    return Group(pages, sorted(map(sys.intern, forms)))  # one string in a pickle, wherever it is met


def _page(entry: Entry, phrases: Mapping[str, Sequence[Sequence[str]]], forms: set[str]) -> Counted:
    """The words of one entry. As they are spelt they are thrown in with those of others."""
    lengths = []
    times: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for field, name in enumerate(FIELDS):
        told = list(telling(getattr(entry, name)))
        forms.update(told)
        stems = list(map(stem, told))
        lengths.append(len(stems))
        found = Counter(stems)
        for term, often in (*found.items(), *_phrases(stems, found, phrases)):
            times[term].append((field, often))
    terms: dict[Times, list[str]] = {}
    for term, each in times.items():
        terms.setdefault(tuple(each), []).append(sys.intern(term))
    return Counted(tuple(lengths), terms, entry.wanted)


def _phrases(
    stems: Sequence[str], found: Collection[str], phrases: Mapping[str, Sequence[Sequence[str]]]
) -> Iterator[tuple[str, int]]:
    """How often each phrase stands in a text, in which these stems were found."""
    likely = [
        words for start in phrases.keys() & found for words in phrases[start] if all(map(found.__contains__, words))
    ]
    whole = f" {' '.join(stems)} " if likely else ""
    for phrase in map(" ".join, likely):
        if often := _often(f" {phrase} ", whole):
            yield phrase, often


def _often(part: str, whole: str) -> int:
    often = at = 0
    while at := whole.find(part, at) + 1:
        often += 1
    return often


@cache
def _ground() -> str:
    """All that decides what is taken from an entry, but the entry."""
    own = (Path(__file__), *(Path(__file__).with_name(f"words.{kind}") for kind in ("py", "yml")))
    return key_of(sys.version, *(path.read_text("utf-8") for path in own))
