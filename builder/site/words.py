"""Text in, words out as search knows them: plain, and cut to what their inflections share.

The client does the same by the same rules, which it reads from the index, so each rule is a pattern that both Python
and a browser understand, and what is put behind its first group.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain

from builder.disk.lists import list_beside

_LISTS = list_beside(__file__, "words.yml")

SKIP = frozenset(_LISTS["skip"].split())
"""Words that tell no page from another."""

COMMON = frozenset(_LISTS["common"].split())
"""Words that everybody uses all the time: they tell pages apart a little."""

STEMS: tuple[tuple[str, str], ...] = (
    (r"^(.{2,})ie[sd]$", "y"),  # worries, worried
    (r"^(.+(?:ss|zz|x|[cs]h))es$", ""),  # stresses, touches
    (r"^(.{2,}[^siu])s$", ""),  # friends, but not stress, this, vagus
    (r"^(.{3,})ship$", ""),
    (r"^(.{3,})ness$", ""),
    (r"^([^aeiouy]*[aeiouy][^aeiouwxy])(?:ing|ed)$", "e"),  # caring, used
    (r"^(.*[aeiouy].*)ing$", ""),
    (r"^(.*[aeiouy].*[^e])ed$", ""),  # but not need
    (r"^(.{2,}([bdglmnprt]))\2$", ""),  # stopp(ing), controll(ing)
    (r"^(.{2,})iz(?:e|at(?:e|ion)?)?$", "is"),  # realize, realise
    (r"^(.{4,})ment$", ""),
    (r"^(.{4,})ful$", ""),
    (r"^(.{3,})i$", "y"),  # loneli(ness)
    (r"^(.{4,})ly$", ""),
    (r"^(.{3,}[st])i(?:on|ve)$", ""),  # regulation, depressive
    (r"^(.{3,}at)(?:e|or|ory)$", ""),  # regulate
    (r"^(.{4,})[ae]n(?:t|ce?|cy)$", ""),  # dependent, dependence, dependency
    (r"^(.{3,}i)(?:ety|ous)$", ""),  # anxiety, anxious
    (r"^(.{5,})ist$", ""),  # therapist
    (r"^(.{3,})our$", "or"),  # behaviour, behavior
    (r"^(.{2,})ck$", "c"),  # panick(ing)
    (r"^(.{4,})e$", ""),  # but not site, which is not sit
    (r"^(.{2,})[iy]$", ""),
)  # fmt: skip
"""Endings, in order, each taken off once."""

_RULES = tuple((re.compile(pattern), put) for pattern, put in STEMS)
_LEFT_OUT = re.compile("[\u0300-\u036f'’]")


def words(text: str) -> list[str]:
    """The words of a text in small letters, without accents and apostrophes."""
    return re.findall(r"[^\W_]+", _LEFT_OUT.sub("", unicodedata.normalize("NFD", text.lower())))


def telling(text: str) -> Iterator[str]:
    """The words by which a text can be found. One that holds a hyphen is also one word: co-regulation, coregulation."""
    return chain.from_iterable(map(_told, _pieces(text)))


def stems(text: str) -> Iterator[str]:
    """Those words, cut to their stems."""
    return chain.from_iterable(map(_stems, _pieces(text)))


def _pieces(text: str) -> list[str]:
    return text.replace("—", " ").replace("–", " ").split()


@cache
def _stems(piece: str) -> tuple[str, ...]:
    return tuple(map(stem, _told(piece)))


@cache
def _told(piece: str) -> tuple[str, ...]:
    parts = [word for word in words(piece) if len(word) > 1]
    whole = ["".join(parts)] if len(parts) > 1 and "-" in piece else []
    return (*(part for part in parts if part not in SKIP), *whole)


@cache
def stem(word: str) -> str:
    """What the inflections of a word share."""
    for pattern, put in _RULES:
        found = pattern.match(word)
        if found:
            word = found[1] + put
    return word
