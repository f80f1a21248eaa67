"""Turns the blocks of a document into calls of the functions in theme/print/blocks.typ."""

import re
from collections.abc import Sequence
from heapq import nlargest
from typing import assert_never

from builder.export.extent import letters_of
from builder.export.inline import Base, cites, inline, text_of
from builder.export.literal import NONE, Code, array, bent, call, flag, joined, number, plain, raw, typed, words
from builder.export.told import level_of
from builder.export.words import ended
from builder.model.document import (
    Block,
    Choice,
    Cite,
    Contents,
    Downloads,
    Drawing,
    Exercise,
    Gloss,
    Heading,
    Lamp,
    Link,
    Listing,
    Marks,
    Numbers,
    Pair,
    Paragraph,
    Quotation,
    Room,
    Safety,
    Sample,
    Say,
    SearchField,
    Signature,
    Sources,
    Statement,
    Table,
    Topics,
)
from builder.model.page import SURE

_MEASURED = 8
"""So many cells of a column are measured before a table is set."""

_IN_EVERY_TOPIC = ("key-points", "review")
"""Headings that are no news in a list of contents."""


def blocks(children: Sequence[Block], base: Base, above: int, *, ends: bool = True) -> Code:
    """The blocks in order. `above` is the level of the heading they stand under: no level is ever skipped.

    `ends` says whether nothing of the text comes after them.
    """
    codes = list[Code]()
    outermost = above == 1 and ends
    for before, child, after in zip((None, *children), children, (*children[1:], None), strict=False):
        code = _one(child, base, above)
        leads = isinstance(after, Exercise | Lamp) or (outermost and after is None) or _introduces(child, after)
        if isinstance(child, Paragraph) and child.tone == "small" and isinstance(before, Listing):
            codes[-1] = call("together", number(letters_of(before, child)), joined((codes[-1], code)))
        else:
            codes.append(call("held", code) if leads and isinstance(child, Paragraph | Signature) else code)
        if isinstance(child, Heading):
            above = level_of(child, above)
    return joined(codes)


def _introduces(block: Block, after: Block | None) -> bool:
    """Whether a line says what comes next, so that it may not stay behind at the foot of a page."""
    told = isinstance(after, Say | Quotation | Listing | Drawing | Gloss)
    return told and isinstance(block, Paragraph) and text_of(block.children).rstrip().endswith(":")


def _one(block: Block, base: Base, above: int) -> Code:
    below = min(above + 1, 3)
    level = number(below)
    match block:
        case Heading(_, anchor, children):
            # Words of a list are headings too; only parts of a page are worth a line in the contents.
            listed = flag(block.level == 2 and anchor not in _IN_EVERY_TOPIC)
            return call("head", number(level_of(block, above)), base.label(anchor), listed, inline(children, base))
        case Paragraph(children, tone):
            return call("para", raw(tone), inline(children, base))
        case Listing(numbered, items):
            return call("listing", flag(numbered), array(_item(item, base, above) for item in items))
        case Table():
            return _table(block, base)
        case Drawing(_, svg, title, description, caption):
            return call("drawing", raw(svg), words(f"{title}. {description}"), inline(caption, base))
        case Quotation():
            return _quotation(block, base)
        case Gloss(term, means):
            return call("gloss", words(term), words(means))
        case Say(children):
            return call("say", blocks(children, base, above))
        case Safety(title, children):
            return call("safety", number(letters_of(block)), level, words(title), blocks(children, base, below))
        case Exercise(anchor, title, why, minutes, stop_if, alternative, steps):
            todo = array(words(step) for step in steps)
            rules = (words(why), number(minutes), words(ended(stop_if)), words(alternative))
            return call("exercise", level, base.label(anchor), words(title), *rules, todo)
        case Statement():
            return _statement(block, base)
        case Lamp():
            return _lamp(block, base, below)
        case Choice(covers, ways, steady):
            return call("choice", level, words(covers), array(_way(way, base) for way in ways), words(ended(steady)))
        case Pair(left_title, left, right_title, right):
            sides = [(left_title, left), (right_title, right)]
            parts = (part for title, items in sides for part in (words(title), array(words(item) for item in items)))
            return call("pair", number(letters_of(block)), level, *parts)
        case Contents():
            return call("contents", level)
        case Sources(entries):
            return call("sources", array(_source(*entry, base) for entry in entries))
        case Signature(line, notes, deed):
            return call("signature", words(line), array(words(note) for note in notes), words(deed))
        case Marks(entries):
            return call(
                "marks", array(array((raw(status), words(SURE[status]), words(means))) for status, means in entries)
            )
        case Numbers(entries):
            return call(
                "numbers", array(array((raw(base.url(to)), words(shown), words(whose))) for shown, to, whose in entries)
            )
        case Topics(entries):
            return call("topics", array(array((inline((link,), base), words(says))) for link, says in entries))
        case Sample(kind, text):
            return call("sample", words(kind), typed(text))
        case Room(question, lines):
            return call("room", level, words(question), number(lines))
        case Downloads():
            return NONE  # the files of the page: this is one of them
        case SearchField():
            return NONE  # paper cannot be searched
        case _:
            assert_never(block)


def _item(item: tuple[Block, ...], base: Base, above: int) -> Code:
    match item:
        case (Paragraph(children, ""),):
            return inline(children, base)
        case _:
            return blocks(item, base, above)


def _table(table: Table, base: Base) -> Code:
    """The table with what its columns need: the longest word of each, since none is narrower; the rows with most letters in
    each; and how many letters are in each cell."""
    cells = array(array(inline(cell, base) for cell in row) for row in table.rows)
    texts = [[text_of(cell) for cell in row] for row in table.rows]
    columns = list(zip(*texts, strict=True)) or [()] * len(table.head)
    said = (bent(" ".join((head, *column))) for head, column in zip(table.head, columns, strict=True))
    longest = array(words(max(re.split(r"[\s\u200b]+", told), key=len)) for told in said)
    counts = [[len(text) for text in row] for row in texts]
    most = (nlargest(_MEASURED, range(len(rows)), key=rows.__getitem__) for rows in zip(*counts, strict=True))
    numbers = [array(array(map(number, each)) for each in some) for some in (most, counts)]
    return call("chart", words(table.caption), array(map(words, table.head)), cells, longest, *numbers)


def _cited(cite: Cite | None, base: Base) -> Code:
    return cites(cite, base) if cite else NONE


def _quotation(quotation: Quotation, base: Base) -> Code:
    source = _cited(quotation.source, base)
    said = [words(text) for text in (quotation.words, quotation.who)]
    where = f"{quotation.where[:1].upper()}{quotation.where[1:]}"
    beside = [words(text) for text in (where, quotation.checked, quotation.caution)]
    return call("quotation", flag(quotation.exact), *said, source, *beside)


def _statement(claim: Statement, base: Base) -> Code:
    sure = (raw(claim.status), words(SURE[claim.status]), words(claim.holds_for))
    sides = (words(claim.for_says), _cited(claim.sources, base), words(claim.against_says), _cited(claim.against, base))
    return call("statement", number(letters_of(claim)), base.label(claim.anchor), words(claim.says), *sure, *sides)


def _lamp(lamp: Lamp, base: Base, below: int) -> Code:
    says = (words(lamp.title), words(lamp.text), words(lamp.do), words(ended(lamp.stop_if)))
    way = _way(lamp.button, base) if lamp.button else NONE
    return call(
        "lamp",
        number(letters_of(lamp)),
        number(below),
        base.label("minute"),
        *says,
        way,
        blocks(lamp.children, base, below),
    )


def _way(way: Link, base: Base) -> Code:
    """A way on: on paper it names the page."""
    return array((base.here(way.to), inline(way.children, base)))


def _source(anchor: str, entry: str, url: str, base: Base) -> Code:
    """An entry, with its address as a link where it stands in the entry, or else after it."""
    told = plain(entry)
    if url and url not in told:
        told = f"{told} {url}"
    before, shown, after = told.partition(url) if url else (told, "", "")
    return array((base.label_of_source(anchor), words(before), raw(url), words(shown), words(after)))
