"""A language and a seed in, sentences out: everyday words, and a long tail from which new words keep coming."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml

_TAIL = 120_000
_OFTEN = 0.16
_STRIDE = 1_013  # scatters neighbours, which would all start alike

_KNOWN: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))
THINGS, QUALITIES, DEEDS, PLACES = (_KNOWN[kind] for kind in ("things", "qualities", "deeds", "places"))
_STARTS, _ENDS = _KNOWN["starts"], _KNOWN["ends"]
PLAIN, CAREFUL, ABOUT = (_KNOWN[kind] for kind in ("plain", "careful", "about"))
"""Sentences for readers, for clinicians, and of claims, with gaps for words."""
LETTERS: dict[str, str] = _KNOWN["letters"]
"""The vowels of the made-up words, by language."""


class Speaker:
    """Says things about one topic. The same seed, language and number say the same."""

    def __init__(self, seed: int, language: str, number: int) -> None:
        self.chance = random.Random(f"{seed} {language} {number}")
        self.language = language
        self.said: set[str] = set()

    def sentence(self, patterns: list[str] = PLAIN) -> str:
        """One sentence; now and then a word in it is of the long tail."""
        return self.say(re.sub(r"\{(\w)\}", self._filled, self.chance.choice(patterns)))

    def paragraph(self, sentences: int, patterns: list[str] = PLAIN) -> str:
        """Several sentences, none of them twice."""
        return " ".join(dict.fromkeys(self.sentence(patterns) for _ in range(sentences)))

    def once(self, say: Callable[[], str]) -> str:
        """What `say` says, unless that was said so already: then what it says next."""
        while (said := say()) in self.said:
            pass
        self.said.add(said)
        return said

    def rare(self) -> str:
        """A word of the long tail: the n-th of them comes about 1/n as often as the first."""
        return word(int(_TAIL ** self.chance.random()), self.language)

    def name(self) -> str:
        """Such a word for an address, in letters that an address can have."""
        return word(int(_TAIL ** self.chance.random()), "en")

    def say(self, english: str) -> str:
        """A sentence in this language: each English word has one word that stands for it everywhere."""
        if self.language == "en":
            return english
        return re.sub(r"[A-Za-z]+", lambda found: _instead(found[0], self.language), english)

    def _filled(self, found: re.Match[str]) -> str:
        if found[1] != "p" and self.chance.random() < _OFTEN:
            return self.rare()
        words: list[str] = {"t": THINGS, "q": QUALITIES, "d": DEEDS, "p": PLACES}[found[1]]
        return words[int(len(words) ** self.chance.random()) - 1]


def word(rank: int, language: str) -> str:
    """The word of this rank: short ones are said often, longer ones seldom."""
    made = ""
    while rank or not made:
        rank, sounds = divmod(rank, _syllables(language))
        sounds = (sounds + 1) * _STRIDE % _syllables(language)
        sounds, start = divmod(sounds, len(_STARTS))
        vowel, end = divmod(sounds, len(_ENDS))
        made += _STARTS[start] + LETTERS[language][vowel] + _ENDS[end]
    return made


def _syllables(language: str) -> int:
    return len(_STARTS) * len(LETTERS[language]) * len(_ENDS)


def _instead(english: str, language: str) -> str:
    syllables = _syllables(language)
    common = crc32(english.lower().encode()) % syllables
    said = word(common if len(english) < 6 else common + syllables * (1 + common % 7), language)
    return said.capitalize() if english[0].isupper() else said
