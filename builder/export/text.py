"""The blocks of a chapter in, plain text out: short lines, nothing drawn, nothing told by a mark alone."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from textwrap import indent, wrap

from builder.export.text_inline import Here, inline, onward
from builder.export.told import level_of, told
from builder.export.words import ended, tidy, typed
from builder.model import document as doc
from builder.model.claim import STATUSES

_UNDER = {1: "=", 2: "-"}
"""What stands under a heading. One of level 3 stands alone."""

_APART = "    "


def text_of(children: Iterable[doc.Block], here: Here, above: int) -> str:
    """The blocks in order, an empty line between them. `above` is the level of the heading they stand under."""
    return "\n\n".join(_all(children, here, above))


def head(level: int, words: str, here: Here) -> str:
    """A heading, further from what comes before than from what follows."""
    lines = _wrapped(words, here).split("\n")
    rule = [_UNDER[level] * max(map(len, lines))] if level in _UNDER else []
    return "\n".join(["", *lines, *rule])


def _all(children: Iterable[doc.Block], here: Here, above: int) -> Iterator[str]:
    for child in children:
        said = _one(child, here, above)
        if said.strip():
            yield said
        if isinstance(child, doc.Heading):
            above = level_of(child, above)


def _one(block: doc.Block, here: Here, above: int) -> str:
    match block:
        case doc.Heading(_, _, children):
            return head(level_of(block, above), inline(children, here), here)
        case doc.Paragraph(children, tone):
            return _wrapped(_line(children, tone, here), here)
        case doc.Listing(numbered, items):
            return _listing(numbered, items, here, above)
        case doc.Table():
            return _table(block, here)
        case doc.Drawing(_, _, title, description, caption):
            drawn = f"Drawing: {ended(title)} {ended(description)}"
            return "\n\n".join(_wrapped(words, here) for words in (drawn, inline(caption, here)) if words)
        case doc.Sample(kind, text):
            return "\n\n".join(part for part in (_wrapped(kind, here), indent(typed(text), _APART)) if part)
        case doc.Say() | doc.Quotation():
            narrow = replace(here, width=here.width - len(_APART))
            return indent(text_of(told(block), narrow, above), _APART)
        case doc.Statement():
            return f"\n{text_of(told(block), here, above)}"  # further apart, so that one sees where each begins
        case _:
            return text_of(told(block), here, above)


def _line(children: tuple[doc.Inline, ...], tone: str, here: Here) -> str:
    match children:
        case (doc.Link() as link,) if tone == "way":
            return onward(link, here)
        case _:
            said = inline(children, here)
            return ended(said) if tone in STATUSES else said


def _listing(numbered: bool, items: tuple[tuple[doc.Block, ...], ...], here: Here, above: int) -> str:
    marks = (f"{number}. " if numbered else "- " for number in range(1, len(items) + 1))
    rows = []
    for mark, item in zip(marks, items, strict=True):
        said = text_of(item, replace(here, width=here.width - len(mark)), above).lstrip("\n")
        if said:
            rows.append(mark + indent(said, " " * len(mark)).lstrip(" "))
    return ("\n\n" if any("\n\n" in row for row in rows) else "\n").join(rows)


def _table(table: doc.Table, here: Here) -> str:
    """A row is a paragraph, a cell a line of it, behind the words at the head of its column."""
    rows = (
        [f"{tidy(head)}: {inline(cell, here)}" for head, cell in zip(table.head, row, strict=True)]
        for row in table.rows
    )
    told_rows = ("\n".join(_wrapped(cell, here, hanging="  ") for cell in row) for row in rows)
    caption = (_wrapped(f"Table: {ended(table.caption)}", here),) if table.caption else ()
    return "\n\n".join((*caption, *told_rows))


def _wrapped(words: str, here: Here, hanging: str = "") -> str:
    """Lines as wide as there is room. A word is never broken."""
    lines = wrap(
        tidy(words), max(here.width, 24), subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines)
