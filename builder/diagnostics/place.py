"""Places in files: line and column, counted from 1, in characters."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A file below the content folder, and a position in it."""

    file: str
    line: int = 1
    column: int = 1
