"""Blocks in, about how many letters of room they take out: what surely fits on a page need not be measured."""

from collections.abc import Iterable
from typing import assert_never

from builder.export.told import SOURCES, told
from builder.model.document import (
    Block,
    Cite,
    Defined,
    Drawing,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Sample,
    Strong,
    Sure,
    Table,
    Text,
    To,
    Web,
)
from builder.model.page import SURE

_A_PARAGRAPH = 40
"""Its last line is not full, and there is space behind it."""
_A_SITE = 40
"""An address on paper starts with that of the site."""
_UNKNOWN = 10_000


def letters_of(*blocks: Block) -> int:
    """As many as they have, with what stands beside links on paper, and some for each paragraph.

    What is not of words counts as more than a page.
    """
    return sum(map(_of_one, blocks))


def _of_one(block: Block) -> int:
    match block:
        case Heading(_, _, children) | Paragraph(children):
            return _in_line(children) + _A_PARAGRAPH
        case Listing(_, items):
            return sum(letters_of(*item) for item in items)
        case Table() | Drawing() | Sample():
            return _UNKNOWN
        case _:
            return letters_of(*told(block))


def _in_line(children: Iterable[Inline]) -> int:
    return sum(map(_of_piece, children))


def _of_piece(child: Inline) -> int:
    match child:
        case Text(text):
            return len(text)
        case Strong(inner) | Defined(inner):
            return _in_line(inner)
        case Link(to, inner):
            return _in_line(inner) + _beside(to)
        case Cite(sources):
            return sum(len(short) + 3 for short, _ in sources)
        case Sure(status):
            return len(SURE[status]) + 5
        case _:
            assert_never(child)


def _beside(to: To | Web) -> int:
    """What stands beside a link on paper: a page, or an address. The sources of a claim have none."""
    if isinstance(to, Web):
        return len(to.url)
    return 0 if to.address == SOURCES else _A_SITE + len(f"{to.address}#{to.anchor}")
