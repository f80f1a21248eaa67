"""Search entries in, out comes what each of their words weighs where: BM25 over fields. What stays the same comes from the shelf."""

import math
import pickle
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from builder.model.page import Entry
from builder.model.shelf import Shelf, key_of
from builder.site.words import stems, telling

_Kept = TypeVar("_Kept")

GROUP = 32
"""About so many entries are weighed, and lie on the shelf, together."""

GRADE = 1.2**0.5
"""A word of one grade more weighs so many times as much."""


@dataclass(frozen=True)
class Field:
    """How much a word weighs that stands in a text of this kind, and how far that is less where the text is long.

    What is usual is said here and not worked out, so that no page changes what a word weighs on another.
    """

    weight: float
    by_length: float
    usual: float
    """Words in such a text, in libraries like ours."""


FIELDS = {
    "names": Field(8.0, 0.2, 37),
    "title": Field(6.0, 0.3, 2.8),
    "asked": Field(3.0, 0.3, 43),
    "headings": Field(3.0, 0.5, 22),
    "summary": Field(3.0, 0.3, 11),
    "words": Field(0.5, 0.6, 450),
}
"""Where the words of an entry stand."""

Grades = Mapping[int, str]
"""The pages of each grade that a word has anywhere, in order: each is the character of its number."""


@dataclass(frozen=True)
class Group:
    """Pages that follow one another, numbered from nought: how many, what each word weighs, cut to its stem, and every word as
    it is spelt."""

    many: int
    words: Mapping[str, Grades]
    forms: Sequence[str]


@dataclass(frozen=True)
class Together:
    """Entries that follow one another, and the key of what they weigh."""

    key: str
    entries: Sequence[Entry]
    phrases: Sequence[str]

    def weighed(self, shelf: Shelf | None = None) -> Group:
        """Them as a group."""
        group = kept(Group, shelf.get(self.key)) if shelf else None
        if group is None:
            group = _made(self.entries, self.phrases)
            if shelf:
                shelf.put(self.key, pickle.dumps(group, pickle.HIGHEST_PROTOCOL))
        return group


def together(entries: Iterable[Entry], phrases: Collection[str] = ()) -> Iterator[Together]:
    """All entries. A phrase, which is stems with spaces between them, is weighed as if it were a word."""
    several = sorted(phrase for phrase in phrases if " " in phrase)
    for group in _groups(entries):
        yield Together(key_of(_ground(), repr(several), *map(repr, group)), group, several)


def kept(kind: type[_Kept], data: bytes | None) -> _Kept | None:
    """What was pickled and kept, if it can be read."""
    with suppress(Exception):  # what cannot be read is made again
        found = pickle.loads(data or b"")
        return found if isinstance(found, kind) else None
    return None


def texts_of(entry: Entry) -> Mapping[str, str]:
    """All words of an entry by where they stand."""
    return {"title": entry.title, "summary": entry.summary, **entry.told}


def grade_of(weight: float) -> int:
    """A weight as the nearest grade."""
    return round(math.log(weight, GRADE))


def stems_of(text: str) -> str:
    """The words of a text by which it can be found, cut to their stems, with spaces between them."""
    return " ".join(stems(text))


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


def _made(entries: Sequence[Entry], phrases: Iterable[str]) -> Group:
    by_start: dict[str, list[list[str]]] = defaultdict(list)
    for phrase in map(str.split, phrases):
        by_start[phrase[0]].append(phrase)
    pieces: set[str] = set()
    words: dict[str, dict[int, str]] = defaultdict(dict)
    grade = cache(grade_of)
    for page, entry in enumerate(entries):
        sign = chr(page)
        for word, weight in _weights(entry, by_start, pieces).items():
            grades, at = words[word], grade(weight)
            grades[at] = grades.get(at, "") + sign
    return Group(len(entries), dict(words), sorted(set(telling(" ".join(pieces)))))


def _weights(entry: Entry, phrases: Mapping[str, Sequence[Sequence[str]]], pieces: set[str]) -> Mapping[str, float]:
    """What each word of one entry weighs. The pieces that its texts are made of are thrown in with those of others."""
    weights: dict[str, float] = defaultdict(float)
    texts = texts_of(entry)
    for name, field in FIELDS.items():
        text = texts[name]
        pieces.update(text.split())
        found = Counter(told := list(stems(text)))
        one = entry.wanted * field.weight / (1 - field.by_length + field.by_length * len(told) / field.usual)
        for word, often in chain(found.items(), _phrases(told, found, phrases)):
            weights[word] += one * often
    return weights


def _phrases(
    told: Sequence[str], found: Collection[str], phrases: Mapping[str, Sequence[Sequence[str]]]
) -> Iterator[tuple[str, int]]:
    """How often each phrase stands in a text, in which these stems were found."""
    likely = [
        words for start in phrases.keys() & found for words in phrases[start] if all(map(found.__contains__, words))
    ]
    whole = f" {' '.join(told)} " if likely else ""
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
    """All that decides what words weigh, but the entry."""
    own = (Path(__file__), *(Path(__file__).with_name(f"words.{kind}") for kind in ("py", "yml")))
    return key_of(sys.version, *(path.read_text("utf-8") for path in own))
