"""Inlines in, inlines out that can stand inside each other on a page: no weight in weight, nothing that leads in a link."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.model.document import Cite, Defined, Inline, Link, Strong, Sure, Text


def plain(inlines: Sequence[Inline]) -> str:
    """The words alone."""
    return "".join(
        one.text if isinstance(one, Text) else "" if isinstance(one, Cite | Sure) else plain(one.children)
        for one in inlines
    )


def without_weight(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """The same inlines, for the inside of words that carry weight already."""
    for one in inlines:
        match one:
            case Strong():
                yield from without_weight(one.children)
            case Link() | Defined():
                yield replace(one, children=tuple(without_weight(one.children)))
            case Text() | Cite() | Sure():
                yield one


def beside_links(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """The same inlines; what leads elsewhere from inside a link stands right after it."""
    for one in inlines:
        yield replace(one, children=tuple(_leading_nowhere(one.children))) if isinstance(one, Link) else one
        if isinstance(one, Link):
            yield from _leading(one.children)


def _leading_nowhere(inlines: Sequence[Inline]) -> Iterator[Inline]:
    for one in inlines:
        match one:
            case Text():
                yield one
            case Strong() | Defined():
                yield replace(one, children=tuple(_leading_nowhere(one.children)))
            case Link():
                yield from _leading_nowhere(one.children)
            case Cite() | Sure():
                pass  # these follow the link


def _leading(inlines: Sequence[Inline]) -> Iterator[Inline]:
    for one in inlines:
        match one:
            case Cite() | Sure():
                yield one
            case Strong() | Defined() | Link():
                yield from _leading(one.children)
            case Text():
                pass
