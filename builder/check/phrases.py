"""Words and phrases of a list in, where they stand in a text out."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[\w-]+")
_MENTIONED = re.compile(
    r"“[^”]*”|\"[^\"]*\"|\b(?:do not say|you may (?:also )?(?:read|hear|have read|have heard))\b[^.?!]*", re.IGNORECASE
)


def found_in(text: str, phrases: Iterable[str]) -> Iterator[str]:
    """The words of `text` that match a phrase, as they are written there.

    Case does not count, nor the kind of apostrophe or white space. A phrase that ends in `*` matches with any ending.
    """
    straight = text.replace("’", "'")
    lower = straight.lower()
    near = _near(lower, tuple(phrases))
    for match in _pattern(near).finditer(straight) if near else ():
        yield text[match.start() : match.end()]


def without_mentions(text: str) -> str:
    """The text with its mentions blanked: a word in quotation marks, or in what others say, is not used."""
    return _MENTIONED.sub(lambda match: " " * len(match.group()), text)


def _near(lower: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases that may stand in a text: most texts hold none, and to see that is far quicker than the pattern."""
    listed = _listed(phrases)
    found = [one for word in _words_of(lower) & listed.keys for one in listed.words[word]]
    found += [one for one in listed.stems if one.key in lower]
    if not found:
        return ()
    spaced = " ".join(lower.split())
    return tuple(sorted(one.phrase for one in found if one.plain in spaced))


class _Phrase(NamedTuple):
    """A phrase, its words without the star, and the longest of them."""

    phrase: str
    plain: str
    key: str


class _Listed(NamedTuple):
    """Phrases by a whole word that has to be there; `stems` are those whose longest word can have any ending."""

    words: dict[str, tuple[_Phrase, ...]]
    keys: frozenset[str]
    stems: tuple[_Phrase, ...]


@cache
def _listed(phrases: tuple[str, ...]) -> _Listed:
    words: dict[str, tuple[_Phrase, ...]] = {}
    stems: list[_Phrase] = []
    for phrase in phrases:
        plain = " ".join(phrase.replace("’", "'").lower().removesuffix("*").split())
        one = _Phrase(phrase, plain, max(_WORD.findall(plain), key=len))
        if phrase.endswith("*") and plain.endswith(one.key):
            stems.append(one)
        else:
            words[one.key] = (*words.get(one.key, ()), one)
    return _Listed(words, frozenset(words), tuple(stems))


@lru_cache(maxsize=1024)
def _words_of(lower: str) -> frozenset[str]:
    return frozenset(_WORD.findall(lower))


@lru_cache(maxsize=1024)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(_one(phrase) for phrase in ordered), re.IGNORECASE)


def _one(phrase: str) -> str:
    stem = phrase.removesuffix("*").replace("’", "'")
    spaced = r"\s+".join(re.escape(part) for part in stem.split())
    return rf"(?<![\w-]){spaced}" + (r"\w*" if phrase.endswith("*") else r"(?![\w-])")
