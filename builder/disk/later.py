"""Values in, the same values out, put away until somebody reads them: a large library is held, and a build reads little."""

import pickle
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from builder.disk.scratch import Kept, put_away
from builder.model.document import Block
from builder.model.shelf import key_of

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_QUOTED = re.compile(r"'([^']+\.\w+)'")

_AT_ONCE = 32
"""So many of what was read last are held: more than a page and its module have."""


def quoted(said: str) -> tuple[str, ...]:
    """Each text in the repr of a value that reads like the path of a file."""
    return tuple(sorted({*_QUOTED.findall(said)}))


def _packed(value: object) -> Kept:
    return put_away(zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1))


@lru_cache(_AT_ONCE)
def _opened(kept: Kept) -> Any:
    return pickle.loads(zlib.decompress(kept.read()))


@dataclass(frozen=True, slots=True)
class Later(Sequence[Block]):
    """Blocks that were put away, the digest of what they say, and everything in it that reads like the path of a file.

    A large library holds many, so the paths are one text, one a line.
    """

    kept: Kept = field(compare=False, repr=False)
    digest: str
    path_lines: str = field(compare=False, repr=False)

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> "Later":
        """The same blocks, put away."""
        if isinstance(blocks, Later):
            return blocks
        said = repr(blocks)
        return cls(_packed(tuple(blocks)), key_of(said), "\n".join(quoted(said)))

    @property
    def paths(self) -> tuple[str, ...]:
        """What reads like the path of a file."""
        return tuple(self.path_lines.splitlines())

    def __reduce__(self) -> tuple[type["Later"], tuple[Kept, str, str]]:
        return Later, (self.kept, self.digest, self.path_lines)

    def __getitem__(self, at: Any) -> Any:
        return _opened(self.kept)[at]

    def __iter__(self) -> Iterator[Block]:
        return iter(_opened(self.kept))

    def __len__(self) -> int:
        return len(_opened(self.kept))


@dataclass(frozen=True, slots=True)
class TextLater:
    """A text that was put away, and its digest: `str` of it is the text."""

    kept: Kept
    digest: str

    @classmethod
    def of(cls, text: str) -> "TextLater":
        """The same text, put away."""
        data = text.encode("utf-8", "surrogatepass")
        return cls(put_away(data), key_of(data))

    def __str__(self) -> str:
        return self.kept.read().decode("utf-8", "surrogatepass")

    def __repr__(self) -> str:
        return repr(str(self))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str | TextLater) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


class ItemsLater(Sequence[_Value]):
    """The items of a tuple, put away together: equal to whatever holds the same, and says the same of itself as the tuple."""

    __slots__ = ("_kept",)

    def __init__(self, items: Iterable[_Value]) -> None:
        self._kept = _packed(tuple(items))

    def __getitem__(self, at: Any) -> Any:
        return _opened(self._kept)[at]

    def __iter__(self) -> Iterator[_Value]:
        return iter(_opened(self._kept))

    def __len__(self) -> int:
        return len(_opened(self._kept))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | ItemsLater) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class _PutAway(Mapping[_Key, _Value]):
    """What each key leads to was put away."""

    _kept: Mapping[_Key, Any]

    def __contains__(self, key: object) -> bool:
        return key in self._kept

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


class TextsLater(_PutAway[str, str]):
    """Texts by their names, each put away."""

    def __init__(self, kept: Mapping[str, TextLater]) -> None:
        self._kept = kept

    def some(self, names: Iterable[str]) -> "TextsLater":
        """Those of these names."""
        return TextsLater({name: self._kept[name] for name in names})

    def digest_of(self, name: str) -> str:
        """The digest of one, which is not read for that."""
        digest: str = self._kept[name].digest
        return digest

    def __getitem__(self, name: str) -> str:
        return str(self._kept[name])


class FilesLater(_PutAway[str, bytes]):
    """Files by their paths, each put away."""

    def __init__(self, kept: Mapping[str, Kept]) -> None:
        self._kept = kept

    def __getitem__(self, path: str) -> bytes:
        kept: Kept = self._kept[path]
        return kept.read()


def all_put_away(*files: Mapping[str, bytes]) -> dict[str, Kept]:
    """Put away files by their paths."""
    return {path: put_away(data) for some in files for path, data in some.items()}


class EachLater(_PutAway[_Key, _Value]):
    """A mapping with each of its values put away."""

    def __init__(self, values: Mapping[_Key, _Value]) -> None:
        self._kept = {key: _packed(value) for key, value in values.items()}

    def __getitem__(self, key: _Key) -> _Value:
        value: _Value = _opened(self._kept[key])
        return value


class WholeLater(Mapping[_Key, _Value]):
    """A mapping that was put away whole. Its `repr` is the digest of what it says, in its order."""

    __slots__ = ("_digest", "_kept")

    def __init__(self, values: Mapping[_Key, _Value]) -> None:
        self._kept, self._digest = _packed(values), key_of(repr(values))

    def __repr__(self) -> str:
        return self._digest

    def __getitem__(self, key: _Key) -> _Value:
        value: _Value = _opened(self._kept)[key]
        return value

    def __iter__(self) -> Iterator[_Key]:
        return iter(_opened(self._kept))

    def __len__(self) -> int:
        return len(_opened(self._kept))
