"""What is on a page of a PDF: its marks, words and lines."""

from collections.abc import Mapping
from typing import NamedTuple

Letters = tuple[tuple[bytes, int], ...]
"""Letters by their numbers in their font; and behind each stretch, by how many thousandths of an em the next one is nearer."""


class Mark(NamedTuple):
    """The start of what belongs to a part of the text, or to none. Its number, by which a tag knows it, is -1 if it has none."""

    kind: bytes
    says: bytes = b""
    number: int = -1


PLAIN = Mark(b"/P", b"<<>>")
"""What most marks with a number say: what such a part is, its tag says."""


class End(NamedTuple):
    """The end of that."""


class Run(NamedTuple):
    """Letters in one line, from a point on the page."""

    at: tuple[float, float]
    font: bytes
    size: bytes
    paint: bytes
    letters: Letters


class Line(NamedTuple):
    """Letters in one line that are all of a part of the text, with the number of its mark: most of a page."""

    number: int
    run: Run


class Way(NamedTuple):
    """Lines and shapes: the pen, the way, and whether it is drawn or filled.

    `at` is the point from which a curve is measured, so that the same shapes are the same bytes; "" for straight lines.
    """

    pen: bytes
    at: bytes
    way: bytes
    ends: bytes


class Shown(NamedTuple):
    """Letters in a drawing."""

    font: bytes
    letters: Letters


class Drawn(NamedTuple):
    """Anything else, with its own state."""

    told: tuple[bytes | Shown, ...]


Item = Mark | End | Run | Way | Drawn


class Called(NamedTuple):
    """What a page calls things: how many numbers make a colour in each colour space, and each font's name in the file."""

    paints: Mapping[bytes, int]
    fonts: Mapping[bytes, bytes]


class Unknown(Exception):
    """Something that Typst did not write so far: the file stays as it is."""
