"""A library in, its files of prose and the spots of their blocks out."""

from collections.abc import Iterator

from builder.diagnostics.finding import Span
from builder.model.library import Library
from builder.model.prose import Block, Prose


def prose_of(library: Library) -> Iterator[Prose]:
    """Every Markdown file of the library, modules first."""
    for module in library.modules.values():
        yield from module.prose.values()
    for page in library.pages.values():
        yield page.prose


def published_prose_of(library: Library) -> Iterator[Prose]:
    """Every Markdown file that readers see, modules first."""
    for module in library.published:
        yield from module.prose.values()
    for page in library.pages.values():
        yield page.prose


def span_of(block: Block) -> Span:
    """The lines of a block, as a finding names them."""
    return Span(block.lines.first, block.lines.last)
