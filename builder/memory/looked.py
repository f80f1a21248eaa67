"""A library in, the same library out that notes whatever is looked up in it, and what that was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from builder.memory import digest
from builder.model.library import Library

Looked = dict[str, dict[str, str]]
"""For each kind of thing, each key that was looked up, and the digest of what was there."""

KINDS = ("references", "quotes", "terms", "people", "pages", "outlines", "modules")
_ALL = "*"
_NOTHING = ""


@dataclass(frozen=True)
class Values:
    """The digests of what a library holds, each worked out when it is first asked for."""

    library: Library
    known: Looked = field(default_factory=lambda: {kind: {} for kind in KINDS})

    def of(self, kind: str, key: str) -> str:
        """The digest of one entry, of all of them where the key is `*`, or nothing where there is no such entry."""
        known = self.known[kind]
        if key not in known:
            entries: Mapping[str, Any] = getattr(self.library, kind)
            if key == _ALL:
                known[key] = digest.of_words(f"{one}={self.of(kind, one)}" for one in sorted(entries))
            else:
                known[key] = digest.of_value(entries[key]) if key in entries else _NOTHING
        return known[key]

    def still_hold(self, looked: Looked) -> bool:
        """Whether everything that was looked up is as it was then."""
        return all(self.of(kind, key) == was for kind, keys in looked.items() for key, was in keys.items())


def noting(values: Values) -> tuple[Library, Looked]:
    """The library of `values`, and the notes that grow while somebody looks things up in it."""
    looked: Looked = {kind: {} for kind in KINDS}
    noted = {kind: _Noting(kind, values, looked[kind]) for kind in KINDS}
    return replace(values.library, **noted), looked  # type: ignore[arg-type]


class _Noting(Mapping[str, Any]):
    def __init__(self, kind: str, values: Values, looked: dict[str, str]) -> None:
        self.kind = kind
        self.values_ = values
        self.looked = looked
        self.entries: Mapping[str, Any] = getattr(values.library, kind)

    def note(self, key: str) -> None:
        if key not in self.looked:
            self.looked[key] = self.values_.of(self.kind, key)

    def __getitem__(self, key: str) -> Any:
        self.note(key)
        return self.entries[key]

    def __contains__(self, key: object) -> bool:
        self.note(str(key))
        return key in self.entries

    def __iter__(self) -> Iterator[str]:
        self.note(_ALL)
        return iter(self.entries)

    def __len__(self) -> int:
        self.note(_ALL)
        return len(self.entries)
