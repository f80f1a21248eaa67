"""Search entries in, out comes how much each word says for each page: BM25 over fields, in thirty-two steps."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from builder.model.page import Entry
from builder.site.words import COMMON, stem, telling

STEP = 1.2
"""One level more says so many times as much. The client knows this number."""

LEVELS = 32

_WEIGHTS = {"names": 8.0, "title": 6.0, "asked": 3.0, "headings": 3.0, "summary": 3.0, "words": 0.5}
_LEAST = 0.02
_ENOUGH = 4.0  # so much of a word on one page is half of all that it can say
_LENGTH = {"names": 0.2, "title": 0.3, "asked": 0.3, "headings": 0.5, "summary": 0.3, "words": 0.6}
_SAID = 0.9  # a word that people say for a word of ours

_COMMON = 0.4
_SMOOTH = 3
_EVERYDAY = frozenset(map(stem, COMMON))

Stems = tuple[str, ...]
Weights = dict[str, dict[int, float]]
Saying = tuple[Sequence[str], Sequence[str]]
"""Words that people say, and the words that we say for them."""


def impacts(entries: Sequence[Entry], sayings: Iterable[Saying] = ()) -> dict[str, list[tuple[int, int]]]:
    """For each word, cut to its stem, the pages that it finds: their number and a level below LEVELS."""
    weights = _weights(entries, [(_stems(said), _stems_of_each(ours)) for people, ours in sayings for said in people])
    held: dict[str, list[tuple[int, int]]] = {}
    for word, pages in sorted(weights.items()):
        rare = math.log(1 + len(entries) / (len(pages) + _SMOOTH)) * (_COMMON if word in _EVERYDAY else 1)
        held[word] = [(page, _level(rare * weight / (_ENOUGH + weight))) for page, weight in sorted(pages.items())]
    return held


def _weights(entries: Sequence[Entry], sayings: Sequence[tuple[Stems, Sequence[Stems]]]) -> Weights:
    """For each word its weight on each page: more in a name than in a sentence, less in a long text than in a short one."""
    weights: Weights = defaultdict(lambda: defaultdict(float))
    said: dict[Stems, dict[int, float]] = {phrase: defaultdict(float) for _, ours in sayings for phrase in ours}
    starting: dict[str, list[Stems]] = defaultdict(list)
    for phrase in said:
        starting[phrase[0]].append(phrase)
    for field, weight in _WEIGHTS.items():
        texts = [_stems(getattr(entry, field)) for entry in entries]
        usual = sum(map(len, texts)) / max(1, sum(map(bool, texts))) or 1
        for page, text in enumerate(texts):
            one = entries[page].wanted * weight / (1 - _LENGTH[field] + _LENGTH[field] * len(text) / usual)
            for word in text:
                weights[word][page] += one
            for at, word in enumerate(text):
                for phrase in starting.get(word, ()):
                    if text[at : at + len(phrase)] == phrase:
                        said[phrase][page] += one
    for people, ours in sayings:
        for page in {page for phrase in ours for page in said[phrase]}:
            most = _SAID * max(said[phrase].get(page, 0) for phrase in ours)
            for word in people:  # one word of several says only its share
                weights[word][page] = max(weights[word].get(page, 0), most / len(people))
    return weights


def _stems_of_each(texts: Iterable[str]) -> list[Stems]:
    return [stems for stems in map(_stems, texts) if stems]


def _stems(text: str) -> Stems:
    return tuple(stem(word) for word in telling(text))


def _level(impact: float) -> int:
    return min(LEVELS - 1, max(0, round(math.log(max(impact, _LEAST) / _LEAST, STEP))))
