"""The words of search entries in, out comes how much each word says for each page: BM25 over fields, in thirty-two steps."""

import math
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from builder.site.counted import Counted, Stems, stems_of
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

Weights = dict[str, dict[int, float]]
Saying = tuple[Sequence[str], Sequence[str]]
"""Words that people say, and the words that we say for them."""


def impacts(entries: Sequence[Counted], sayings: Iterable[Saying] = ()) -> dict[str, list[tuple[int, int]]]:
    """For each word, cut to its stem, the pages that it finds: their number and a level below LEVELS."""
    weights = _weights(entries, [(_stems_of_each(people), _stems_of_each(ours)) for people, ours in sayings])
    held: dict[str, list[tuple[int, int]]] = {}
    for word, pages in sorted(weights.items()):
        rare = math.log(1 + len(entries) / (len(pages) + _SMOOTH)) * (_COMMON if word in _EVERYDAY else 1)
        held[word] = [(page, _level(rare * weight / (_ENOUGH + weight))) for page, weight in sorted(pages.items())]
    return held


def _weights(entries: Sequence[Counted], sayings: Sequence[tuple[Sequence[Stems], Sequence[Stems]]]) -> Weights:
    """For each word its weight on each page: more in a name than in a sentence, less in a long text than in a short one."""
    weights: Weights = defaultdict(lambda: defaultdict(float))
    said: dict[Stems, dict[int, float]] = {phrase: defaultdict(float) for _, ours in sayings for phrase in ours}
    starting: dict[str, list[Stems]] = defaultdict(list)
    for phrase in said:
        starting[phrase[0]].append(phrase)
    for field, weight in _WEIGHTS.items():
        texts = [entry.stems[field] for entry in entries]
        usual = sum(map(len, texts)) / max(1, sum(map(bool, texts))) or 1
        for page, text in enumerate(texts):
            one = entries[page].wanted * weight / (1 - _LENGTH[field] + _LENGTH[field] * len(text) / usual)
            often = Counter(text)
            for word, times in often.items():
                weights[word][page] += one * times
            for at, word in enumerate(text):
                for phrase in starting.get(word, ()):
                    if text[at : at + len(phrase)] == phrase:
                        said[phrase][page] += one
    for people, ours in sayings:
        most: dict[int, float] = defaultdict(float)
        for phrase in ours:
            for page, weight in said[phrase].items():
                most[page] = max(most[page], _SAID * weight)
        for phrase in people:
            for word in phrase:  # one word of several says only its share
                for page, weight in most.items():
                    weights[word][page] = max(weights[word].get(page, 0), weight / len(phrase))
    return weights


def _stems_of_each(texts: Iterable[str]) -> list[Stems]:
    return [stems for stems in map(stems_of, texts) if stems]


def _level(impact: float) -> int:
    return bisect(_BOUNDS, impact)
