"""What draws a page of a PDF in, as it is told: what is done, one after another, each with its numbers and names, out."""

import re
from collections.abc import Iterator

from builder.pdf.item import Unknown

_TEXT = rb"\((?:[^()\\]++|\\.)*+\)"
for _ in range(6):
    _TEXT = rb"\((?:[^()\\]++|\\.|" + _TEXT + rb")*+\)"  # with brackets inside
DICTIONARY = rb"<<(?:[^<>()]|" + _TEXT + rb"|<[0-9A-Fa-f]*>|<<(?:[^<>()]|" + _TEXT + rb"|<[0-9A-Fa-f]*>)*>>)*>>"
"""A dictionary, with those inside it."""
_TOKEN = re.compile(
    rb"\s*(" + _TEXT + rb"|" + DICTIONARY + rb"|\[(?:[^\[\]()]|" + _TEXT + rb")*\]|/?[^\s/\[\]()<>]+|<[0-9A-Fa-f]*>)",
    re.S,
)
_NUMBERED = re.compile(rb"\s*((?:[-+.\d]+\s+)*)([A-Za-z]+\*?)(?![^\s/\[\]()<>])")
"""What most of a drawing is: numbers, and what is done with them."""
_OPERAND = b"/([<+-.0123456789"

Operation = tuple[bytes, tuple[bytes, ...]]


def drawing_at(content: bytes, start: int) -> tuple[list[Operation], int] | None:
    """A drawing with a state of its own, and where it ends; none at the end of the page.

    Raises:
        Unknown: something else is there.
    """
    depth, block = 0, list[Operation]()
    for one, end in operations(content, start):
        name, _ = one
        depth += (name == b"q") - (name == b"Q")
        block.append(one)
        if not depth and name == b"Q":
            return block[1:-1], end
        if not depth:
            raise Unknown(name)
    return None


def operations(content: bytes, end: int = 0) -> Iterator[tuple[Operation, int]]:
    """What is done from there on, each with the place where it ends.

    Raises:
        Unknown: something is no operation.
    """
    values = list[bytes]()
    while found := (_NUMBERED.match(content, end) or _TOKEN.match(content, end)):
        end, name = found.end(), found[1]
        if found.re is _NUMBERED:
            values += name.split()
            name = found[2]
        elif name[0] in _OPERAND:
            values.append(name)
            continue
        yield (name, tuple(values)), end
        values = []
    if content[end:].strip():
        raise Unknown(content[end : end + 20])
