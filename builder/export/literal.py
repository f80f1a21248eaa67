"""Turns text into Typst code in which no text can be read as anything but text."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NewType

Code = NewType("Code", str)
"""A piece of Typst code. Only this file makes it from text."""

NONE = Code("none")
"""Typst's empty value."""
AT = Code("at")
"""What finds the place of a name in a file: the head of each file has it."""

_UNSEEN = ("Cc", "Cf", "Cs")
_LONELY_JOINER = re.compile("(?<![\u0600-\u06ff\u0900-\u097f])[\u200c\u200d]")
_JOINERS = "\u200c\u200d"
_LONG = 25
_ENDLESS = re.compile(rf"(?<![^\s/?-])[^\s/?-]{{{_LONG},}}")
_A_PIECE = re.compile(r"(.{12})(?=\w)")
_SPACES = re.compile(r"[^\S\u00a0]{2,}|[^\S\u00a0 ]")


def plain(text: str) -> str:
    """The text as paper shows it: composed, one space between words, nothing that nobody can see.

    What joins or parts Arabic and Devanagari letters is seen in their shapes.
    """
    text = text.replace("\u2010", "-").replace("\u2011", "-")
    if not text.isprintable() or "  " in text:  # few texts: to look at each letter takes long
        text = _SPACES.sub(" ", "".join(filter(_is_seen, _LONELY_JOINER.sub("", text))))
    return unicodedata.normalize("NFC", text)


def _is_seen(char: str) -> bool:
    return char.isspace() or char in _JOINERS or unicodedata.category(char) not in _UNSEEN


def raw(text: str) -> Code:
    """A string literal with the text exactly as it is: addresses, anchors, drawings."""
    return Code('"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"')


def words(text: str) -> Code:
    """A string literal for words that are printed."""
    return raw(bent(plain(text)))


def bent(text: str) -> str:
    """The text with places for a line to end in what is longer than any word: no column holds that."""
    if len(text) < _LONG or max(map(len, text.split(" "))) < _LONG:
        return text
    return _ENDLESS.sub(lambda found: _A_PIECE.sub("\\1\u200b", found[0]), text)


def typed(text: str) -> Code:
    """A string literal for text as it is typed: its lines and its spaces count."""
    spaces = (re.split("( +)", one.expandtabs(4)) for one in text.splitlines())
    return raw("\n".join("".join(part if part.isspace() else bent(plain(part)) for part in one) for one in spaces))


def number(value: int) -> Code:
    """A whole number."""
    return Code(str(value))


def flag(value: bool) -> Code:
    """Yes or no."""
    return Code("true" if value else "false")


def call(name: str, *values: Code) -> Code:
    """A call of a function of theme/print."""
    return Code(f"{name}({', '.join(values)})")


def named(**values: Code) -> Code:
    """A dictionary of the values."""
    return Code(f"({', '.join(f'{key}: {value}' for key, value in values.items())})")


def array(values: Iterable[Code]) -> Code:
    """An array of the values."""
    return Code("(" + "".join(f"{value}, " for value in values) + ")")


def joined(values: Iterable[Code]) -> Code:
    """The values one after another, as one piece of content."""
    return Code("{" + "; ".join(values) + "}")
