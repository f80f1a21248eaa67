"""What paper finds hard, in blocks: long, tall, wide, deep, and written in other letters."""

from dataclasses import replace

from builder.model.document import (
    Block,
    Drawing,
    Heading,
    Inline,
    Listing,
    Pair,
    Paragraph,
    Safety,
    Strong,
    Table,
)
from tests.export.kinds import HORMONES, para, said
from tests.export.practices import BREATH
from tests.export.sheets import MODULE

SCRIPTS = {
    "Greek": "Αριστοτέλης",
    "Cyrillic": "Выготский",
    "Hebrew": "שלום עולם",
    "Arabic": "السلام عليكم",
    "Devanagari": "नमस्ते शान्ति",
}
"""A word or two in each of the letters that the fonts have beside Latin."""

LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
LONGER = "x".join(f"{number:03}" for number in range(60))
TALL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 900"><path d="M50 0V900" stroke="#000"/></svg>'


def _nested(depth: int) -> tuple[Block, ...]:
    inner = _nested(depth - 1) if depth > 1 else ()
    return (Listing(depth % 2 == 0, tuple((para(f"Level {depth}, {which}"), *inner) for which in ("first", "last"))),)


def _row(number: int) -> tuple[tuple[Inline, ...], ...]:
    return (said(f"Row {number}"), said("A cell with a few words in it"), said(Strong(said("strong")), " and not"))


BLOCKS: tuple[Block, ...] = (
    para("One after another: ", *(f"{name} {words}. " for name, words in SCRIPTS.items())),
    *(Heading(3, name.lower(), said(f"{name}: {words}")) for name, words in SCRIPTS.items()),
    para(Strong(said(*SCRIPTS.values()))),
    Heading(2, "long", said(f"A long word: {LONG}")),
    para(f"Before {LONG} and {LONGER} after."),
    Table("Long words", ("One", "Two", LONG), ((said(LONG), said(LONGER), said("short")),)),
    Pair(LONG, (LONG, LONGER), "Short", ("One", LONG)),
    Pair("Much", tuple(f"Item {at} of many." for at in range(1, 71)), "Little", ("One",)),
    Heading(2, "deep", said("Deep")),
    *_nested(4),
    Heading(2, "table", said("Forty rows")),
    Table("Forty rows", ("Name", "What it holds", "How"), tuple(_row(number) for number in range(1, 41))),
    Table("A tall row", ("Name", "Words"), ((said("Tall"), said(*(f"Sentence {at} of many. " for at in range(400)))),)),
    Drawing("tall", TALL, "A tall line", "It runs from top to bottom.", said("Taller than the page.")),
    Heading(2, "practice", said("Three pages of a practice")),
    replace(BREATH, steps=tuple(f"Step {at}. {'Breathe in, and out again. ' * 4}" for at in range(1, 61))),
    replace(HORMONES, holds_for="many people. " * 500),
    Safety("Long", tuple(para(f"Paragraph {at} of what is safe.") for at in range(60))),
    Heading(2, "end", said("The end")),
    Paragraph(said("Last words.")),
)

HARD = replace(MODULE, path="hard/hard", title="Hard", tab="Hard", blocks=BLOCKS)
