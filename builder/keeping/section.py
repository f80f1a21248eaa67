"""A page's text and an anchor in, the part under that heading out: what can be moved to another page with its heading."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.diagnostics.finding import Span
from builder.diagnostics.source import Source
from builder.keeping.edits import Edit
from builder.markup.walk import headings_of, inside
from builder.model.prose import Block, Heading, Placed, Prose


@dataclass(frozen=True)
class Section:
    """A heading with all that stands under it: from where to where in its file, and every anchor in it."""

    start: int
    end: int
    lines: Span
    anchors: tuple[str, ...]


def heading_edit(prose: Prose, source: Source, old: str, new: str) -> Iterator[Edit]:
    """Give a heading another anchor, where one still has the old one."""
    for heading in headings_of(prose):
        if heading.anchor == old:
            first, last = source.offset_of(heading.lines.first), source.offset_of(heading.lines.last + 1)
            at = source.text.rfind(f"{{#{old}}}", first, last)
            if at >= 0:
                yield Edit(at + 2, at + 2 + len(old), new)


def section_of(prose: Prose, source: Source, anchor: str) -> Section | None:
    """The part of a page under a heading that stands in no other block; None where there is no such heading."""
    blocks = iter(prose.blocks)
    head = next((one for one in blocks if isinstance(one, Heading) and one.anchor == anchor), None)
    if head is None:
        return None
    held: list[Block] = [head]
    end = len(source.text)
    for block in blocks:
        if isinstance(block, Heading) and block.level <= head.level:
            end = source.offset_of(block.lines.first)
            break
        held.append(block)
    start, last = source.offset_of(head.lines.first), max(block.lines.last for block in held)
    return Section(start, end, Span(head.lines.first, last), tuple(_anchors(held)))


def _anchors(blocks: list[Block] | tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading) and block.anchor:
            yield block.anchor
        elif isinstance(block, Placed) and block.kind == "practice":
            yield block.argument
        yield from _anchors(inside(block))
