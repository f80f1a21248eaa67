"""The chapters of the book and the list of what people call things in, the index of the book out."""

import json
import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path, PurePosixPath

from builder.disk.later import Later
from builder.model import document as doc
from builder.model.page import Chapter, Page
from builder.model.shelf import Shelf, key_of
from builder.render.addresses import page_address
from builder.render.search import plain, words_in


def index_of(page: Page, chapters: Sequence[Chapter], shelf: Shelf | None = None) -> Chapter:
    """Every name that leads to something in the book, once, with each part that is about it.

    `shelf` keeps where the names of a chapter lead.
    """
    inside = {address: chapter for chapter in chapters for address in chapter.addresses}
    places = _places((one for block in page.blocks for one in _named(block, inside)), inside, shelf)
    kept: list[doc.Block] = []
    for block in page.blocks:
        match block:
            case doc.Heading(level=3):
                kept.append(block)
            case doc.Listing():
                same = groupby(_named(block, inside), key=lambda one: one.said.casefold())
                lines = tuple((doc.Paragraph(tuple(_line(list(group), inside, places))),) for _, group in same)
                # A letter without names goes too.
                kept[-1:] = (kept[-1], doc.Listing(block.numbered, lines)) if lines else ()
    return Chapter("What people call it", (page.address,), tuple(kept))


_WORD = re.compile(r"\w{4,}")
"""Shorter words say little of what a part is about."""
_ENDING = re.compile(r"(?<=....)(?:ing|ed|es|ly|e|s)$")
_ABOUT_ALL = ("minute", "key-points", "final-words", "know", "claims", "sources", "review")
"""Parts that touch on everything."""


@dataclass(frozen=True)
class _Name:
    link: doc.Link
    to: doc.To

    @property
    def said(self) -> str:
        return plain(self.link.children)


_Places = Mapping[tuple[str, doc.To], doc.To]
"""The part of its chapter to which each name leads."""


class _Parts:
    """The parts of one chapter, by the anchors of their headings. How far each is about a word is looked up once: many
    names share their words."""

    def __init__(self, chapter: Chapter) -> None:
        parts = list(_parts(chapter))
        self.anchors = [anchor for anchor, _, _ in parts]
        self.titles = sorted((word, number) for number, (_, title, _) in enumerate(parts) for word in _words(title))
        self.says = sorted((word, number) for number, (_, _, says) in enumerate(parts) for word in _words(says))
        self.known: dict[str, tuple[Counter[int], Counter[int]]] = {}

    def about(self, word: str) -> tuple[Counter[int], Counter[int]]:
        """How often the heading of each part has the word, and how often the part says it."""
        stem = _ENDING.sub("", word)
        if stem not in self.known:
            self.known[stem] = (_starting(self.titles, stem), _starting(self.says, stem))
        return self.known[stem]


def _named(block: doc.Block, inside: Mapping[str, Chapter]) -> Iterator[_Name]:
    """What a list names that is in the book."""
    for item in block.items if isinstance(block, doc.Listing) else ():
        yield from (one for one in _links(item) if one.to.address in inside)


def _links(item: tuple[doc.Block, ...]) -> Iterator[_Name]:
    for block in item:
        for child in block.children if isinstance(block, doc.Paragraph) else ():
            if isinstance(child, doc.Link) and isinstance(child.to, doc.To):
                yield _Name(child, child.to)


def _parts(chapter: Chapter) -> Iterator[tuple[str, str, str]]:
    """For each part the anchor of its heading, the heading, and what stands under it."""
    anchor, title, under = "", "", list[doc.Block]()
    for block in chapter.blocks:
        if isinstance(block, doc.Heading | doc.Exercise) and block.anchor:
            yield anchor, title, " ".join(words_in(under))
            anchor, under = block.anchor, []
            title = block.title if isinstance(block, doc.Exercise) else plain(block.children)
        if not isinstance(block, doc.Heading):
            under.append(block)
    yield anchor, title, " ".join(words_in(under))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _starting(words: Sequence[tuple[str, int]], stem: str) -> Counter[int]:
    """How many of the words, which are in order, start so, by their numbers."""
    first, end = (bisect_left(words, (start, -1)) for start in (stem, stem + chr(sys.maxunicode)))
    return Counter(number for _, number in words[first:end])


def _places(names: Iterable[_Name], inside: Mapping[str, Chapter], shelf: Shelf | None) -> _Places:
    """One chapter after another: the words of all of them at once are more than a machine may have room for."""
    asked: dict[str, set[tuple[str, doc.To]]] = defaultdict(set)
    for one in names:
        chapter = inside[one.to.address]
        if len(chapter.addresses) > 1:  # what is learnt, and what to try
            asked[chapter.addresses[0]].add((one.said, one.to))
    found: dict[tuple[str, doc.To], doc.To] = {}
    for address, some in asked.items():
        found |= _within(inside[address], sorted(some, key=repr), shelf)
    return found


def _within(chapter: Chapter, names: Sequence[tuple[str, doc.To]], shelf: Shelf | None) -> _Places:
    digest = chapter.blocks.digest if isinstance(chapter.blocks, Later) else ""
    key = key_of(_ground(), digest, repr(names)) if shelf and digest else ""
    kept = shelf.get(key) if shelf and key else None
    if kept is not None:
        anchors: list[str] = json.loads(kept)
    else:
        parts = _Parts(chapter)
        anchors = [_place(said, to, parts).anchor for said, to in names]
        if shelf and key:
            shelf.put(key, json.dumps(anchors).encode())
    return {(said, to): replace(to, anchor=anchor) for (said, to), anchor in zip(names, anchors, strict=True)}


@cache
def _ground() -> str:
    """All that decides where a name leads, but names and chapter: this file, what it reads words with, Python."""
    own = (Path(__file__), Path(__file__).with_name("search.py"), Path(doc.__file__))
    return key_of(sys.version, *(path.read_bytes() for path in own))


def _line(names: list[_Name], inside: Mapping[str, Chapter], places: _Places) -> Iterator[doc.Inline]:
    """The name, and beside it the other places: the meaning of a word comes last."""
    glossary = page_address("glossary")
    seen = set[doc.To]()
    for one in sorted(names, key=lambda one: one.to.address == glossary):
        chapter = inside[one.to.address]
        to = places.get((one.said, one.to), one.to)
        if to in seen:
            continue
        if not seen:
            yield replace(one.link, to=to)
        else:
            yield doc.Text(", ")
            beside = "in short" if one.to.address == glossary else f"also in {chapter.title}"
            yield doc.Link(to, (doc.Text(beside),))
        seen.add(to)


def _place(name: str, to: doc.To, parts: _Parts) -> doc.To:
    """The part whose heading has the most of the name's words, or else that says all of them most often; or the start."""
    if to.anchor:
        return to
    asked = [parts.about(word) for word in _WORD.findall(name.casefold())]
    start = PurePosixPath(to.address).name
    first = parts.anchors.index(start) if start in parts.anchors else 0
    near = set[int]().union(*(number for one in asked for number in one))
    within = [number for number in sorted(near) if number >= first and parts.anchors[number] not in _ABOUT_ALL]

    def fits(number: int) -> tuple[int, int]:
        headed = sum(titles[number] > 0 for titles, _ in asked)
        told = [says[number] for _, says in asked]
        return headed if 2 * headed > len(asked) else 0, sum(told) if all(told) else 0

    best = max(within, key=fits, default=None)
    return to if best is None or not any(fits(best)) else replace(to, anchor=parts.anchors[best])
