"""A content file as it was read: its text, and where in it each spot of its data stands."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from builder.diagnostics.finding import Path, Span
from builder.diagnostics.printed import in_print


@dataclass(frozen=True)
class Extent:
    """From where to where a value stands: offsets in characters, the second one behind its end."""

    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """One file: its path below the content folder, its text, and the extents of its data."""

    file: str
    text: str
    extents: dict[Path, Extent] = field(default_factory=dict)
    keys: dict[Path, Extent] = field(default_factory=dict)

    def extent_of(self, at: Path | Span, on_key: bool = False) -> Extent:
        """Where a spot stands, or its key; for a spot that is missing, its nearest parent."""
        if isinstance(at, Span):
            return Extent(self.offset_of(at.first), self.offset_of(at.last + 1))
        if on_key and at in self.keys:
            return self.keys[at]
        spot = at
        while spot and spot not in self.extents:
            spot = spot[:-1]
        return self.extents.get(spot, Extent(0, len(self.text)))

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, as they can be printed. Many findings ask for them, so they are cut once."""
        return [in_print(line) for line in self.text.split("\n")]

    def position_of(self, offset: int) -> tuple[int, int]:
        """Line and column of a sign of the text, both counted from 1."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1, offset - self._starts[line] + 1

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts."""
        return list(accumulate((len(line) + 1 for line in self.lines[:-1]), initial=0))

    def offset_of(self, line: int) -> int:
        """Where a line starts; the end of the text for a line below the last."""
        return self._starts[max(line, 1) - 1] if line <= len(self._starts) else len(self.text)
