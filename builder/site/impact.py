"""Where words stand in, out comes how much each word says for each page: BM25 over fields, in thirty-two steps."""

import math
from array import array
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.site.counted import FIELDS, Times, stems_of
from builder.site.inverted import Inverted
from builder.site.words import COMMON, stem

STEP = 1.2
"""One level more says so many times as much. The client knows this number."""

LEVELS = 32

_WEIGHTS = {"names": 8.0, "title": 6.0, "asked": 3.0, "headings": 3.0, "summary": 3.0, "words": 0.5}
_LEAST = 0.02
_BOUNDS = [_LEAST * STEP ** (level + 0.5) for level in range(LEVELS - 1)]
_ENOUGH = 4.0  # so much of a word on one page is half of all that it can say
_LENGTH = {"names": 0.2, "title": 0.3, "asked": 0.3, "headings": 0.5, "summary": 0.3, "words": 0.6}
_SAID = 0.9  # a word that people say for a word of ours

_COMMON = 0.4
_SMOOTH = 3
_EVERYDAY = frozenset(map(stem, COMMON))

Saying = tuple[Sequence[str], Sequence[str]]
"""Words that people say, and the words that we say for them."""

Levels = Mapping[int, Sequence[int]]
"""For each level below LEVELS the pages that a word finds there: their numbers, in order."""

_Pages = tuple[Sequence[int], Sequence[float]]  # pages, and what a word weighs on each
_Share = tuple[int, int]  # the number of a saying, and the words among which it is shared


def phrases_of(sayings: Iterable[Saying]) -> set[str]:
    """What has to be counted beforehand, besides words."""
    return {stems for _, ours in sayings for stems in map(stems_of, ours) if stems}


def impacts(index: Inverted, sayings: Sequence[Saying] = ()) -> Iterator[tuple[Sequence[str], Levels]]:
    """Words, cut to their stems, with the pages that each of them finds. Each word comes once."""
    ones = _ones(index)
    weights = array("d", (_weight(ones[page], times) for page, times in zip(index.pages, index.times, strict=True)))
    page_of, weight_of = index.pages.__getitem__, weights.__getitem__

    def own(word: str) -> _Pages:
        places = index.places[word]
        return list(map(page_of, places)), list(map(weight_of, places))

    shares = _shares(sayings)
    for word in index.places:
        if word not in shares and " " not in word:
            yield [word], _levels(word, own(word), len(ones))
    said = [_said(index, ones, ours) for _, ours in sayings]
    sharing: dict[frozenset[_Share], list[str]] = defaultdict(list)
    for word, each in shares.items():
        sharing[frozenset(each)].append(word)
    for together, words in sharing.items():
        shared = _most(((), ()), [_scaled(said[number], among) for number, among in together])
        strangers: dict[bool, list[str]] = defaultdict(list)  # all that are on no page find the same
        for word in words:
            if word in index.places:
                yield [word], _levels(word, _most(own(word), [shared]), len(ones))
            elif shared[0]:
                strangers[word in _EVERYDAY].append(word)
        for alike in strangers.values():
            yield alike, _levels(alike[0], shared, len(ones))


def _ones(index: Inverted) -> list[tuple[float, ...]]:
    """For each page what a word weighs that stands once in a field: more in a name than in a sentence, less in a long text."""
    columns = []
    for field, lengths in zip(FIELDS, zip(*index.lengths, strict=True), strict=False):  # no pages, no columns
        usual = sum(lengths) / max(1, sum(map(bool, lengths))) or 1
        weight, by_length = _WEIGHTS[field], _LENGTH[field]
        columns.append(
            [
                wanted * weight / (1 - by_length + by_length * length / usual)
                for wanted, length in zip(index.wanted, lengths, strict=True)
            ]
        )
    return list(zip(*columns, strict=True))


def _weight(ones: Sequence[float], times: Times) -> float:
    weight = 0.0
    for field, often in times:
        weight += ones[field] * often
    return weight


def _shares(sayings: Iterable[Saying]) -> Mapping[str, set[_Share]]:
    """For each word that people say what it shares in."""
    shares: dict[str, set[_Share]] = defaultdict(set)
    for number, (people, _) in enumerate(sayings):
        for phrase in map(stems_of, people):
            words = phrase.split()
            for word in words:  # one word of several says only its share
                shares[word].add((number, len(words)))
    return shares


def _said(index: Inverted, ones: Sequence[Sequence[float]], ours: Iterable[str]) -> _Pages:
    """The pages that have any of our words, by the one that weighs most."""
    most: dict[int, float] = {}
    for phrase in map(stems_of, ours):
        for place in index.places.get(phrase, ()):
            page, weight = index.pages[place], 0.0
            for field, often in index.times[place]:
                for _ in range(often):  # not `often` times as much: rounded, that is another number
                    weight += ones[page][field]
            most[page] = max(most.get(page, 0.0), _SAID * weight)
    return array("I", most), array("d", most.values())


def _scaled(found: _Pages, among: int) -> _Pages:
    pages, weights = found
    return pages, [weight / among for weight in weights]


def _most(first: _Pages, others: Iterable[_Pages]) -> _Pages:
    """Each page once, in order, with the most that it has anywhere."""
    most = dict(zip(*first, strict=True))
    for pages, weights in others:
        for page, weight in zip(pages, weights, strict=True):
            if weight >= most.get(page, weight):
                most[page] = weight
    pages = sorted(most)
    return pages, list(map(most.__getitem__, pages))


def _levels(word: str, found: _Pages, total: int) -> Levels:
    pages, weights = found
    rare = math.log(1 + total / (len(pages) + _SMOOTH)) * (_COMMON if word in _EVERYDAY else 1)
    levels: dict[int, list[int]] = defaultdict(list)
    for page, weight in zip(pages, weights, strict=True):
        levels[bisect(_BOUNDS, rare * weight / (_ENOUGH + weight))].append(page)
    return levels
