"""A function in, the things that it makes out: made when somebody asks for one."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

_Thing = TypeVar("_Thing", covariant=True)


class EachTime(Sequence[_Thing]):
    """What `make` gives, in its order, made anew each time somebody asks: that can take less than to hold it.

    Its `repr` is that of all things, or what `rests_on` says, which has to tell everything that they are made of, and the path of
    each file of which they may say how large it is.
    """

    def __init__(self, make: Callable[[], Sequence[_Thing]], rests_on: Callable[[], str] | None = None) -> None:
        self._make = make
        self._rests_on = rests_on

    @property
    def _made(self) -> Sequence[_Thing]:
        return self._make()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EachTime) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return self._rests_on() if self._rests_on else repr(tuple(self))

    def __getitem__(self, at: Any) -> Any:
        return self._made[at]

    def __iter__(self) -> Iterator[_Thing]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


class WhenAsked(EachTime[_Thing]):
    """The same, made once, when somebody first asks. Much of a build is made for files that not every run makes."""

    @cached_property
    def _made(self) -> Sequence[_Thing]:
        return self._make()
