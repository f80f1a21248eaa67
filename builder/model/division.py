"""Things with names in, the shares out over which a list of them is divided that would be too long for one page."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
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

    def letter(thing: T) -> str:
        first = unicodedata.normalize("NFKD", called(thing)).casefold()[:1]
        return first if first and first in ascii_lowercase else ""

    in_order = sorted(things, key=lambda thing: (letter(thing), called(thing).casefold()))
    for sign, group in groupby(in_order, letter):
        all_ = tuple(group)
        for number, start in enumerate(range(0, len(all_), most), start=1):
            more = number > 1
            name = f"{sign or 'others'}{f'-{number}' if more else ''}"
            yield Share(
                name, f"{sign.upper() or 'Others'}{f', page {number}' if more else ''}", all_[start : start + most]
            )
