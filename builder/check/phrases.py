"""Words and phrases of a list in, where they stand in a text out."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

_MENTIONED = re.compile(
    r"“[^”]*”|\"[^\"]*\"|\b(?:do not say|you may (?:also )?(?:read|hear|have read|have heard))\b[^.?!]*", re.IGNORECASE
)


def found_in(text: str, phrases: Iterable[str]) -> Iterator[str]:
    """The words of `text` that match a phrase, as they are written there.

    Case does not count, nor the kind of apostrophe or white space. A phrase that ends in `*` matches with any ending.
    """
    straight = text.replace("’", "'")
    lower = " ".join(straight.lower().split())
    near = tuple(phrase for plain, phrase in _plain(tuple(phrases)) if plain in lower)
    for match in _pattern(near).finditer(straight) if near else ():
        yield text[match.start() : match.end()]


def without_mentions(text: str) -> str:
    """The text with its mentions blanked: a word in quotation marks, or in what others say, is not used."""
    return _MENTIONED.sub(lambda match: " " * len(match.group()), text)


@cache
def _plain(phrases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Looking for plain words is far quicker than the pattern, and most texts hold none of them."""
    return tuple((" ".join(phrase.replace("’", "'").lower().removesuffix("*").split()), phrase) for phrase in phrases)


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(_one(phrase) for phrase in ordered), re.IGNORECASE)


def _one(phrase: str) -> str:
    stem = phrase.removesuffix("*").replace("’", "'")
    spaced = r"\s+".join(re.escape(part) for part in stem.split())
    return rf"(?<![\w-]){spaced}" + (r"\w*" if phrase.endswith("*") else r"(?![\w-])")
