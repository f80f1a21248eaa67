"""Blocks in, bytes to keep; the same blocks out when somebody reads them. A build of thousands of pages reads few."""

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from builder.model.document import Block
from builder.model.shelf import key_of


@dataclass(frozen=True)
class Later(Sequence[Block]):
    """Blocks as bytes, which have to be our own, and the digest of what they say. Each reading makes them anew."""

    data: bytes
    digest: str

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> "Later":
        """The same blocks, kept."""
        return cls(pickle.dumps(tuple(blocks), pickle.HIGHEST_PROTOCOL), key_of(repr(blocks)))

    def __getitem__(self, at: Any) -> Any:
        return self._blocks()[at]

    def __iter__(self) -> Iterator[Block]:
        return iter(self._blocks())

    def __len__(self) -> int:
        return len(self._blocks())

    def _blocks(self) -> tuple[Block, ...]:
        return cast("tuple[Block, ...]", pickle.loads(self.data))
