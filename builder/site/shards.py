"""Words with their pages in, text that a script file can carry out; a number is one character, so that zip does the rest."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

_ZERO = 35  # the first character that is no space and needs no mark before it in a string
_MOST = 1_000


def number(value: int) -> str:
    """A whole number below 55,000 as one character."""
    return chr(_ZERO + value)


def postings(pages: Iterable[tuple[int, int]]) -> str:
    """Pages with their levels: the strongest level first, in it the steps from page to page."""
    by_level: dict[int, list[int]] = {}
    for page, level in pages:
        by_level.setdefault(level, []).append(page)
    text = ""
    for level in sorted(by_level, reverse=True):
        found = sorted(by_level[level])
        for start in range(0, len(found), _MOST):
            group = found[start : start + _MOST]
            steps = [here - before for before, here in zip([0, *group], group, strict=False)]
            text += number(len(group) * 32 + level) + "".join(map(number, steps))
    return text


def front_coded(terms: Iterable[str]) -> Iterator[str]:
    """Each word without what it shares with the one before it, and how much that is."""
    before = ""
    for term in terms:
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, term, strict=False)))
        yield number(shared) + term[shared:]
        before = term


def cut(sizes: Sequence[int], most: int) -> list[range]:
    """Ranges of what has these sizes, in order, each at most `most` large, or one thing alone."""
    ranges, start, size = [], 0, 0
    for at, one in enumerate(sizes):
        if at > start and size + one > most:
            ranges.append(range(start, at))
            start, size = at, 0
        size += one
    return [*ranges, range(start, len(sizes))] if sizes else []


def in_order(terms: Iterable[str]) -> list[str]:
    """Words in the order in which a browser compares them."""
    return sorted(terms, key=lambda term: term.encode("utf-16-be"))
