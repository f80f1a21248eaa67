"""Things with names in, the shares out over which a list of them is divided that would be too long for one page."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from string import ascii_lowercase
from typing import Generic, TypeVar
from unicodedata import combining, normalize

MOST = 40
"""So many topics stand in one list. A longer one has its letters on its page, and a page for each letter."""

_LETTERS = frozenset(ascii_lowercase)

T = TypeVar("T")


@dataclass(frozen=True)
class Share(Generic[T]):
    """What stands on one page of a divided list. `name` is the last part of its address, `title` what it is called."""

    name: str
    title: str
    held: tuple[T, ...]


def shares_of(things: Iterable[T], called: Callable[[T], str], most: int = MOST) -> Iterator[Share[T]]:
    """By the first letter of what each is called."""
    in_order = sorted((*placed(called(thing)), at, thing) for at, thing in enumerate(things))
    yield from shares_by_letter(((sign, thing) for sign, _, _, thing in in_order), most)


def shares_by_letter(things: Iterable[tuple[str, T]], most: int = MOST) -> Iterator[Share[T]]:
    """Of things in their order, each with its letter. A letter that starts more than `most` has several shares."""
    for sign, group in groupby(things, itemgetter(0)):
        all_ = tuple(thing for _, thing in group)
        for number, start in enumerate(range(0, len(all_), most), start=1):
            more = number > 1
            name = f"{sign or 'others'}{f'-{number}' if more else ''}"
            yield Share(
                name, f"{sign.upper() or 'Others'}{f', page {number}' if more else ''}", all_[start : start + most]
            )


def placed(name: str) -> tuple[str, str]:
    """Where a name stands in the alphabet: its first letter, "" where it starts with none; and the name. Neither has accents."""
    if not name.isascii():
        name = "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
    name = name.casefold()
    return name[:1] if name[:1] in _LETTERS else "", name
