"""A content file as it was read: its text, and where in it each spot of its data stands."""

from dataclasses import dataclass, field

from builder.diagnostics.finding import Path, Span


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
            lines = self.text.split("\n")
            start = sum(len(line) + 1 for line in lines[: at.first - 1])
            return Extent(start, start + sum(len(line) + 1 for line in lines[at.first - 1 : at.last]))
        if on_key and at in self.keys:
            return self.keys[at]
        spot = at
        while spot and spot not in self.extents:
            spot = spot[:-1]
        return self.extents.get(spot, Extent(0, len(self.text)))
