"""How much a word says for a page: what is worked out in few steps is what the plain sum says."""

import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from builder.model.page import Entry
from builder.site.impact import LEVELS, Saying, impacts, phrases_of
from builder.site.index import index_of
from builder.site.weighed import FIELDS, texts_of, together
from builder.site.words import COMMON, stem, telling
from tests.site.kinds import entry

WEIGHTS = (8.0, 6.0, 3.0, 3.0, 3.0, 0.5)
LENGTHS = (0.2, 0.3, 0.3, 0.5, 0.3, 0.6)
USUAL = (37, 2.8, 43, 22, 11, 450)
GRADE = 1.2**0.5
BOUNDS = [0.02 * 1.2 ** (level + 0.5) for level in range(LEVELS - 1)]

TEXTS = st.lists(
    st.sampled_from(["calm", "calms,", "calming", "panic", "attack", "self-care", "we", "able"]), max_size=12
).map(" ".join)
PHRASES = st.lists(st.sampled_from(["calm", "panic", "attack", "care", "able", "gramps"]), min_size=0, max_size=3).map(
    " ".join
)
LIBRARIES = st.lists(
    st.builds(
        entry,
        st.text("abc", max_size=3),
        TEXTS,
        TEXTS,
        TEXTS,
        TEXTS,
        TEXTS,
        TEXTS,
        st.sampled_from([0.6, 0.9, 1.0, 1.25]),
    ),
    max_size=6,
)
SAYINGS = st.lists(st.tuples(st.lists(PHRASES, max_size=3), st.lists(PHRASES, max_size=3)), max_size=4)


def told(text: str) -> list[str]:
    return [stem(word) for word in telling(text)]


def plainly(entries: Sequence[Entry], sayings: Sequence[Saying]) -> dict[str, dict[int, int]]:
    """Word by word, page by page."""
    phrases = {" ".join(told(text)): told(text) for _, ours in sayings for text in ours if told(text)}
    weights: dict[str, dict[int, float]] = {word: defaultdict(float) for word in phrases}
    for page, each in enumerate(entries):
        for field, weight, by_length, usual in zip(FIELDS, WEIGHTS, LENGTHS, USUAL, strict=True):
            text = told(texts_of(each)[field])
            one = each.wanted * weight / (1 - by_length + by_length * len(text) / usual)
            for word in dict.fromkeys(text):
                weights.setdefault(word, defaultdict(float))[page] += one * text.count(word)
            for phrase, words in phrases.items():
                often = sum(text[at : at + len(words)] == words for at in range(len(text)))
                if often and len(words) > 1:
                    weights[phrase][page] += one * often
    rough = {
        word: {page: GRADE ** round(math.log(weight, GRADE)) for page, weight in pages.items()}
        for word, pages in weights.items()
    }
    most: dict[str, dict[int, float]] = {word: dict(pages) for word, pages in rough.items() if " " not in word}
    for people, ours in sayings:
        for phrase in (" ".join(told(text)) for text in ours if told(text)):
            for page, weight in rough[phrase].items():
                for words in map(told, people):
                    for word in words:
                        mine = most.setdefault(word, {})
                        mine[page] = max(mine.get(page, 0.0), 0.9 * weight / len(words))
    everyday = set(map(stem, COMMON))
    levels: dict[str, dict[int, int]] = {}
    for word, pages in most.items():
        rare = math.log(1 + len(entries) / (len(pages) + 3)) * (0.4 if word in everyday else 1)
        levels[word] = {page: bisect(BOUNDS, rare * weight / (4 + weight)) for page, weight in pages.items()}
    return {word: pages for word, pages in levels.items() if pages}


def found(entries: Sequence[Entry], sayings: Sequence[Saying] = ()) -> dict[str, dict[int, int]]:
    index = index_of((one.key, one.weighed()) for one in together(entries, phrases_of(sayings)))
    pairs = [(word, levels) for alike, levels in impacts(index.words, index.pages, sayings) for word in alike]
    assert len(dict(pairs)) == len(pairs)
    return {word: {page: level for level in levels for page in levels[level]} for word, levels in pairs if levels}


@given(LIBRARIES, SAYINGS)
def test_each_word_says_what_the_plain_sum_says(entries: list[Entry], sayings: list[Saying]) -> None:
    assert found(entries, sayings) == plainly(entries, sayings)


def test_a_name_says_more_than_a_word_and_what_people_say_finds_what_we_say() -> None:
    named = entry("named/", "A", "", "grandfather clock", "", "")
    told = entry("told/", "B", "", "", "", "A grandfather sat by the slow breath of a clock.")
    pages = found((named, told), ((("gramps",), ("grandfather",)), (("tick tock",), ("grandfather clock",))))
    assert pages["grandfather"][0] > pages["grandfather"][1]
    assert set(pages["gramp"]) == {0, 1}
    assert set(pages["tic"]) == {0}
    assert "grandfather clock" not in pages


def test_one_word_of_a_phrase_that_people_say_says_less_than_a_word_that_stands_alone() -> None:
    pages = found((entry("a/", "A", "", "clock", "", ""),), ((("timepiece", "tick tock"), ("clock",)),))
    assert pages["timepiec"][0] > pages["tic"][0]
