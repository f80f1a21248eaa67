"""A near match for a word that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import takewhile


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` Did you mean "…"?`, or nothing when no known word is near."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f' Did you mean "{close[0]}"?' if close else ""


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two letters swapped, turn one word into the other."""
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    a, b = one[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
