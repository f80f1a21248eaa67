"""How much a word says for a page: what is worked out in few steps is what the plain sum says."""

import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from builder.model.page import Entry
from builder.site.counted import FIELDS, counted
from builder.site.impact import LEVELS, Saying, impacts, phrases_of
from builder.site.inverted import inverted
from builder.site.words import COMMON, stem, telling

WEIGHTS = (8.0, 6.0, 3.0, 3.0, 3.0, 0.5)
LENGTHS = (0.2, 0.3, 0.3, 0.5, 0.3, 0.6)
BOUNDS = [0.02 * 1.2 ** (level + 0.5) for level in range(LEVELS - 1)]

TEXTS = st.lists(
    st.sampled_from(["calm", "calms,", "calming", "panic", "attack", "self-care", "we", "able"]), max_size=12
).map(" ".join)
PHRASES = st.lists(st.sampled_from(["calm", "panic", "attack", "care", "able", "gramps"]), min_size=0, max_size=3).map(
    " ".join
)
LIBRARIES = st.lists(
    st.builds(
        Entry,
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
    weights: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    phrases = {" ".join(told(text)): told(text) for _, ours in sayings for text in ours if told(text)}
    said: dict[str, dict[int, float]] = {phrase: defaultdict(float) for phrase in phrases}
    for field, weight, by_length in zip(FIELDS, WEIGHTS, LENGTHS, strict=True):
        texts = [told(getattr(entry, field)) for entry in entries]
        usual = sum(map(len, texts)) / max(1, sum(map(bool, texts))) or 1
        for page, (entry, text) in enumerate(zip(entries, texts, strict=True)):
            one = entry.wanted * weight / (1 - by_length + by_length * len(text) / usual)
            for word in dict.fromkeys(text):
                weights[word][page] += one * text.count(word)
            for at in range(len(text)):
                for phrase, words in phrases.items():
                    if text[at : at + len(words)] == words:
                        said[phrase][page] += one
    for people, ours in sayings:
        for phrase in (" ".join(told(text)) for text in ours if told(text)):
            for page, weight in said[phrase].items():
                for words in map(told, people):
                    for word in words:
                        weights[word][page] = max(weights[word][page], 0.9 * weight / len(words))
    everyday = set(map(stem, COMMON))
    levels: dict[str, dict[int, int]] = {}
    for word, pages in weights.items():
        rare = math.log(1 + len(entries) / (len(pages) + 3)) * (0.4 if word in everyday else 1)
        levels[word] = {page: bisect(BOUNDS, rare * weight / (4 + weight)) for page, weight in pages.items()}
    return levels


def found(entries: Sequence[Entry], sayings: Sequence[Saying] = ()) -> dict[str, dict[int, int]]:
    index = inverted(counted(entries, phrases_of(sayings)))
    pairs = [(word, levels) for alike, levels in impacts(index, sayings) for word in alike]
    assert len(dict(pairs)) == len(pairs)
    return {word: {page: level for level in levels for page in levels[level]} for word, levels in pairs}


@given(LIBRARIES, SAYINGS)
def test_each_word_says_what_the_plain_sum_says(entries: list[Entry], sayings: list[Saying]) -> None:
    assert found(entries, sayings) == plainly(entries, sayings)


def test_a_name_says_more_than_a_word_and_what_people_say_finds_what_we_say() -> None:
    named = Entry("named/", "A", "", "grandfather clock", "", "")
    told = Entry("told/", "B", "", "", "", "A grandfather sat by the slow breath of a clock.")
    pages = found((named, told), ((("gramps",), ("grandfather",)), (("tick tock",), ("grandfather clock",))))
    assert pages["grandfather"][0] > pages["grandfather"][1]
    assert set(pages["gramp"]) == {0, 1}
    assert set(pages["tic"]) == {0}
    assert "grandfather clock" not in pages


def test_one_word_of_a_phrase_that_people_say_says_less_than_a_word_that_stands_alone() -> None:
    pages = found((Entry("a/", "A", "", "clock", "", ""),), ((("timepiece", "tick tock"), ("clock",)),))
    assert pages["timepiec"][0] > pages["tic"][0]
