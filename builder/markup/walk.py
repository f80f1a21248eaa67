"""Prose in, its parts out: every block, every inline, plain words, links and citations."""

from collections.abc import Iterable, Iterator

from builder.model.prose import (
    Block,
    Cite,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Placed,
    Prose,
    Sample,
    Strong,
    Table,
    Text,
)


def blocks_of(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block and every block inside it, in reading order."""
    for block in blocks:
        yield block
        if within := inside(block):
            yield from blocks_of(within)


def inside(block: Block) -> tuple[Block, ...]:
    """The blocks that stand directly inside a block."""
    match block:
        case Listing():
            return tuple(inner for item in block.items for inner in item)
        case Placed():
            return block.children
        case Heading() | Paragraph() | Table() | Sample():
            return ()


def inlines_of(block: Block) -> Iterator[Inline]:
    """Every inline of a block's own words, outer before inner; not those of blocks inside it."""
    for words in runs_of(block):
        yield from _deep(words)


def runs_of(block: Block) -> tuple[tuple[Inline, ...], ...]:
    """A block's own words: one run, or one for each cell of a table."""
    match block:
        case Heading() | Paragraph():
            return (block.children,)
        case Table():
            return tuple(cell for row in (block.head, *block.rows) for cell in row)
        case Listing() | Placed() | Sample():
            return ()


def plain(inlines: Iterable[Inline]) -> str:
    """The words alone, without links, weight or citations."""
    return "".join(
        [one.text if isinstance(one, Text) else "" if isinstance(one, Cite) else plain(one.children) for one in inlines]
    )


def links_of(block: Block) -> Iterator[Link]:
    """Every link in a block's own words."""
    return (inline for inline in inlines_of(block) if isinstance(inline, Link))


def cites_of(block: Block) -> Iterator[Cite]:
    """Every citation in a block's own words."""
    return (inline for inline in inlines_of(block) if isinstance(inline, Cite))


def headings_of(prose: Prose) -> Iterator[Heading]:
    """Every heading of a file, wherever it stands."""
    return (block for block in blocks_of(prose.blocks) if isinstance(block, Heading))


def placed_of(prose: Prose, kind: str) -> Iterator[Placed]:
    """Every placed block of one kind."""
    return (block for block in blocks_of(prose.blocks) if isinstance(block, Placed) and block.kind == kind)


def _deep(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        if isinstance(inline, Strong | Link):
            yield from _deep(inline.children)
