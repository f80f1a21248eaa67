"""Blocks in, about how many letters of room they take out: what surely fits on a page need not be measured."""

from builder.export.inline import text_of
from builder.export.told import told
from builder.model.document import Block, Drawing, Heading, Listing, Paragraph, Sample, Table

_A_PARAGRAPH = 40
"""Its last line is not full, and there is space behind it."""
_UNKNOWN = 10_000


def letters_of(*blocks: Block) -> int:
    """As many as they have, and some for each paragraph. What is not of words counts as more than a page."""
    return sum(map(_of_one, blocks))


def _of_one(block: Block) -> int:
    match block:
        case Heading(_, _, children) | Paragraph(children):
            return len(text_of(children)) + _A_PARAGRAPH
        case Listing(_, items):
            return sum(letters_of(*item) for item in items)
        case Table() | Drawing() | Sample():
            return _UNKNOWN
        case _:
            return letters_of(*told(block))
