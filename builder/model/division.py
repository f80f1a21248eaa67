"""Things with names in, the shares out over which a list of them is divided that would be too long for one page."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from string import ascii_lowercase
from typing import Generic, TypeVar

MOST = 40
"""So many topics stand in one list. A longer one has its letters on its page, and a page for each letter."""

T = TypeVar("T")


@dataclass(frozen=True)
class Share(Generic[T]):
    """What stands on one page of a divided list. `name` is the last part of its address, `title` what it is called."""

    name: str
    title: str
    held: tuple[T, ...]


def shares_of(things: Iterable[T], called: Callable[[T], str], most: int = MOST) -> Iterator[Share[T]]:
    """By the first letter of what each is called. A letter that starts more than `most` has several shares."""

    named = ((called(thing), at, thing) for at, thing in enumerate(things))
    in_order = sorted((letter_of(name), name.casefold(), at, thing) for name, at, thing in named)
    for sign, group in groupby(in_order, itemgetter(0)):
        all_ = tuple(thing for *_, thing in group)
        for number, start in enumerate(range(0, len(all_), most), start=1):
            more = number > 1
            name = f"{sign or 'others'}{f'-{number}' if more else ''}"
            yield Share(
                name, f"{sign.upper() or 'Others'}{f', page {number}' if more else ''}", all_[start : start + most]
            )


def letter_of(name: str) -> str:
    """The letter under which a name stands, without its accent; "" where it starts with none."""
    return _letter(name[:1])


@cache
def _letter(sign: str) -> str:
    first = unicodedata.normalize("NFKD", sign).casefold()[:1]
    return first if first and first in ascii_lowercase else ""
