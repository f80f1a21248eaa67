"""Values in, the same values out, kept as bytes until somebody reads them: a large library is held, and a build reads little."""

import pickle
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from builder.model.document import Block
from builder.model.shelf import key_of

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_AT_ONCE = 32
"""So many of what was read last are held: more than a page and its module have."""


def _packed(value: object) -> bytes:
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


@lru_cache(_AT_ONCE)
def _opened(data: bytes) -> Any:
    return pickle.loads(zlib.decompress(data))


@dataclass(frozen=True)
class Later(Sequence[Block]):
    """Blocks as bytes, which have to be our own, and the digest of what they say."""

    data: bytes = field(compare=False, repr=False)
    digest: str

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> "Later":
        """The same blocks, kept."""
        return cls(_packed(tuple(blocks)), key_of(repr(blocks)))

    def __getitem__(self, at: Any) -> Any:
        return _opened(self.data)[at]

    def __iter__(self) -> Iterator[Block]:
        return iter(_opened(self.data))

    def __len__(self) -> int:
        return len(_opened(self.data))


class EachLater(Mapping[_Key, _Value]):
    """A mapping with each of its values as bytes, which have to be our own."""

    def __init__(self, values: Mapping[_Key, _Value]) -> None:
        self._data = {key: _packed(value) for key, value in values.items()}

    def __getitem__(self, key: _Key) -> _Value:
        value: _Value = _opened(self._data[key])
        return value

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)
