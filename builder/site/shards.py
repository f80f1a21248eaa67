"""Words with their pages in, text that a script file can carry out; a number is one character, so that zip does the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import sub

_ZERO = 35  # the first character that is no space and needs no mark before it in a string
_MOST = 1_000
_SIGNS = [chr(_ZERO + value) for value in range(55_000)]


def number(value: int) -> str:
    """A whole number below 55,000 as one character."""
    return _SIGNS[value]


def postings(levels: Mapping[int, Sequence[int]]) -> str:
    """For each level its pages in order: the strongest level first, in it the steps from page to page."""
    text = ""
    for level in sorted(levels, reverse=True):
        pages = levels[level]
        for start in range(0, len(pages), _MOST):
            group = pages[start : start + _MOST]
            steps = map(sub, group, (0, *group))
            text += number(len(group) * 32 + level) + "".join(map(_SIGNS.__getitem__, steps))
    return text


def front_coded(terms: Iterable[str]) -> Iterator[str]:
    """Each word without what it shares with the one before it, and how much that is."""
    before = ""
    for term in terms:
        shared = 0
        for one, other in zip(before, term, strict=False):
            if one != other:
                break
            shared += 1
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
