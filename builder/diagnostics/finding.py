"""A finding: what a rule says about one spot in the content."""

from dataclasses import dataclass
from datetime import date

Path = tuple[str | int, ...]
"""A way into the data of a YAML file: keys and positions."""


@dataclass(frozen=True)
class Span:
    """Lines of a file, 1-based, both included."""

    first: int
    last: int


@dataclass(frozen=True)
class Finding:
    """One problem: in which file, where in its data or lines, at which word, and what to do.

    `message` says what is wrong here; an empty `mend` takes the code's own. `on_key` points at the key, not at its value.
    `who` is the person who knows of it, and `due` the last day on which it is in order, where those are known.
    """

    file: str
    at: Path | Span
    message: str
    word: str = ""
    mend: str = ""
    on_key: bool = False
    who: str = ""
    due: date | None = None
