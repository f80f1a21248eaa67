"""What words weigh in, out comes how much each says for each page that it finds, in thirty-two steps."""

import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from builder.site.weighed import GRADE, Grades, stems_of
from builder.site.words import COMMON, stem

STEP = 1.2
"""One level more says so many times as much. The client knows this number."""

LEVELS = 32

_LEAST = 0.02
_BOUNDS = [_LEAST * STEP ** (level + 0.5) for level in range(LEVELS - 1)]
_ENOUGH = 4.0  # so much of a word on one page is half of all that it can say
_SAID = 0.9  # a word that people say for a word of ours

_COMMON = 0.4
_SMOOTH = 3
_EVERYDAY = frozenset(map(stem, COMMON))

Saying = tuple[Sequence[str], Sequence[str]]
"""Words that people say, and the words that we say for them."""

Levels = Mapping[int, Sequence[int]]
"""For each level below LEVELS the pages that a word finds there: their numbers, in order."""

_Found = Iterable[tuple[float, Iterable[str]]]  # a weight, and the pages that have it
_Share = tuple[int, int]  # the number of a saying, and the words among which it is shared


def phrases_of(sayings: Iterable[Saying]) -> set[str]:
    """What has to be weighed beforehand, besides words."""
    return {stems for _, ours in sayings for stems in map(stems_of, ours) if stems}


def impacts(
    words: Mapping[str, Grades], pages: int, sayings: Sequence[Saying] = (), changed: set[str] | None = None
) -> Iterator[tuple[Sequence[str], Levels]]:
    """Words, cut to their stems, with those of so many pages that each of them finds. Each word comes once.

    Of words that stand where they stood, none comes that finds what it found: `changed` are all others, if they are known.
    """
    shares = _shares(sayings)
    other = {
        number for number, (_, ours) in enumerate(sayings) if changed is None or changed & set(map(stems_of, ours))
    }
    for word in words if changed is None else changed:
        if word not in shares and " " not in word:
            yield [word], _levels(word, _weights(words.get(word, {})), pages)
    sharing: dict[frozenset[_Share], list[str]] = defaultdict(list)
    for word, each in shares.items():
        if changed is None or word in changed or any(number in other for number, _ in each):
            sharing[frozenset(each)].append(word)
    said = cache(lambda number: list(_most(_said(words, sayings[number][1]))))
    for together, alike in sharing.items():
        shared = list(_most((weight / among, found) for number, among in together for weight, found in said(number)))
        strangers: dict[bool, list[str]] = defaultdict(list)  # all that are on no page find the same
        for word in alike:
            if word in words:
                yield [word], _levels(word, _most((*_weights(words[word]), *shared)), pages)
            else:
                strangers[word in _EVERYDAY].append(word)
        for ones in strangers.values():
            yield ones, _levels(ones[0], shared, pages)


def _shares(sayings: Iterable[Saying]) -> Mapping[str, set[_Share]]:
    """For each word that people say what it shares in."""
    shares: dict[str, set[_Share]] = defaultdict(set)
    for number, (people, _) in enumerate(sayings):
        for phrase in map(stems_of, people):
            words = phrase.split()
            for word in words:  # one word of several says only its share
                shares[word].add((number, len(words)))
    return shares


def _weights(grades: Grades) -> _Found:
    return ((GRADE**grade, pages) for grade, pages in grades.items())


def _said(words: Mapping[str, Grades], ours: Iterable[str]) -> _Found:
    """The pages that have any of our words."""
    return ((_SAID * weight, pages) for one in ours for weight, pages in _weights(words.get(stems_of(one), {})))


def _most(found: _Found) -> Iterator[tuple[float, Collection[str]]]:
    """Each page once, with the most that it has anywhere."""
    seen: set[str] = set()
    for weight, pages in sorted(found, key=lambda one: one[0], reverse=True):
        if new := set(pages) - seen:
            seen |= new
            yield weight, new


def _levels(word: str, found: _Found, pages: int) -> Levels:
    each = [(weight, list(ones)) for weight, ones in found]
    rare = math.log(1 + pages / (sum(len(ones) for _, ones in each) + _SMOOTH)) * (_COMMON if word in _EVERYDAY else 1)
    levels: dict[int, list[str]] = defaultdict(list)
    for weight, ones in each:
        levels[bisect(_BOUNDS, rare * weight / (_ENOUGH + weight))] += ones
    return {level: sorted(map(ord, ones)) for level, ones in levels.items()}
