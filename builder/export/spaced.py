"""Words in a line in, the same with citations and marks between brackets out, one space after the words before them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from builder.export.told import sources
from builder.model.document import Cite, Defined, Inline, Link, Strong, Sure, Text


@dataclass(frozen=True)
class Marked:
    """How sure a sentence is, between what opens and closes it."""

    sure: Sure
    opening: str
    closing: str


Spaced = Text | Strong | Link | Defined | Marked
"""What stands in a line. A citation is links between brackets."""


def spaced(children: tuple[Inline, ...]) -> Iterator[Spaced]:
    """The children in order. A mark that stands alone, as in a table, has no brackets."""
    alone, before = len(children) == 1, ""
    for child, after in zip(children, (*children[1:], None), strict=True):
        match child:
            case Text(text):
                before = text.rstrip(" ") if isinstance(after, Cite | Sure) else text
                yield Text(before)
            case Cite():
                yield from (Text(" (" if before else "("), *sources(child), Text(")"))
            case Sure():  # it belongs to the sentence before it, and ends as that does
                yield Text(" " if before else "")
                closing = ".)" if before.endswith(".") else ")"
                yield Marked(child, "" if alone else "(", "" if alone else closing)
            case Strong() | Link() | Defined():
                before = "…"
                yield child
            case _:
                assert_never(child)
