"""A block with a shape of its own in, headings, paragraphs and lists out: its words, in the order of the page."""

from typing import assert_never

from builder.export.words import ended
from builder.model import document as doc
from builder.model.page import SURE, about_minutes

Panel = (
    doc.Quotation | doc.Gloss | doc.Say | doc.Safety | doc.Exercise | doc.Statement | doc.Lamp | doc.Choice | doc.Pair
    | doc.Sources | doc.Signature | doc.Marks | doc.Numbers | doc.Topics | doc.Room
    | doc.Contents | doc.Downloads | doc.SearchField
)  # fmt: skip

SOURCES = "sources/"
"""The address of the sources, wherever a file has them."""


def told(panel: Panel) -> tuple[doc.Block, ...]:
    """What a panel says. Each of its headings is of level 3: a writer lifts it where nothing stands above.

    Besides the tones of a page, a paragraph has "first" for the one thing to do, "stop" for a stop rule, "way" for a link
    that stands alone, "gloss", "signature", and the five marks.
    """
    match panel:
        case doc.Quotation():
            return _quotation(panel)
        case doc.Gloss(term, means):
            return (doc.Paragraph((*_strong(f"{term}:"), doc.Text(f" {means}")), "gloss"),)
        case doc.Say(children):
            return children
        case doc.Safety(title, children):
            return (*_heading(title), *children)
        case doc.Exercise():
            return _exercise(panel)
        case doc.Statement():
            return _statement(panel)
        case doc.Lamp():
            return _lamp(panel)
        case doc.Choice(covers, ways, steady):
            head = doc.Heading(2, "before-you-read-on", _text("Before you read on"))
            ways_past = doc.Listing(False, tuple((doc.Paragraph((way,), "way"),) for way in ways))
            return head, doc.Paragraph(_text(ended(covers))), ways_past, _labelled("To steady yourself first:", steady)
        case doc.Pair(left_title, left, right_title, right):
            return *_heading(left_title), _points(left), *_heading(right_title), _points(right)
        case doc.Sources(entries):
            return (doc.Listing(False, tuple((doc.Paragraph(source(entry, url)),) for _, entry, url in entries)),)
        case doc.Signature(line, notes, deed):
            small = (doc.Paragraph(_text(note), "small") for note in notes)
            return doc.Paragraph((doc.Text(f"{deed} "), *_strong(line)), "signature"), *small
        case doc.Marks(entries):
            rows = tuple((doc.Paragraph(_text(SURE[one]), one), doc.Paragraph(_text(says))) for one, says in entries)
            return (doc.Listing(False, rows),)
        case doc.Numbers(entries):
            lines = ((doc.Link(to, _strong(shown)), doc.Text(f" {whose}")) for shown, to, whose in entries)
            return (doc.Listing(False, tuple((doc.Paragraph(line),) for line in lines)),)
        case doc.Topics(entries):
            return (doc.Listing(False, tuple((doc.Paragraph((to, doc.Text(f": {says}"))),) for to, says in entries)),)
        case doc.Room(question, _):
            return (doc.Paragraph(_strong(question)),)  # there is room to write on paper
        case doc.Contents() | doc.Downloads() | doc.SearchField():
            return ()  # a book has its own contents, needs no other file, and searches itself
        case _:
            assert_never(panel)


def level_of(heading: doc.Heading, above: int) -> int:
    """The level at which a heading stands, under one of the level `above`: no level is ever skipped."""
    return min(heading.level, above + 1)


def sources(cite: doc.Cite) -> tuple[doc.Text | doc.Link, ...]:
    """The short forms of the sources, each leading to its entry."""
    links = [doc.Link(doc.To(SOURCES, anchor), _text(short)) for short, anchor in cite.sources]
    return tuple(part for link in links for part in (doc.Text("; "), link))[1:]


def source(entry: str, url: str) -> tuple[doc.Text | doc.Link, ...]:
    """An entry of the bibliography, with its address as a link where it stands in the entry, or else after it."""
    shown = url if url in entry else url.removeprefix("https://")
    before, _, after = (entry if url in entry else f"{entry} {shown}").partition(shown) if url else (entry, "", "")
    link = (doc.Link(doc.Web(url), _text(shown)),) if url else ()
    return doc.Text(before), *link, doc.Text(after)


def _quotation(block: doc.Quotation) -> tuple[doc.Block, ...]:
    said = f"“{block.words}”" if block.exact else block.words
    cited = (block.source,) if block.source else ()
    where = f", {block.where}" if block.where else ""
    caption = doc.Paragraph((*_strong(block.who), *cited, doc.Text(ended(where) or ".")), "small")
    notes = (doc.Paragraph(_text(ended(note)), "small") for note in (block.checked, block.caution) if note)
    return doc.Paragraph(_text(said)), caption, *notes


def _exercise(block: doc.Exercise) -> tuple[doc.Block, ...]:
    return (
        doc.Heading(3, block.anchor, _text(block.title)),
        doc.Paragraph(_text(f"{ended(block.why)} {about_minutes(block.minutes)}".strip())),
        _labelled("Stop if", f"{ended(block.stop_if)} Stopping is a fine way to finish.", "stop"),
        _points(block.steps, numbered=True),
        _labelled("Or instead:", block.alternative),
    )


def _statement(block: doc.Statement) -> tuple[doc.Block, ...]:
    sides = (("For:", block.for_says), ("Against:", block.against_says))
    limits = "Against:" if block.status == "contested" else "Limits:"
    why = tuple(
        part
        for side, cite in (("For:", block.sources), (limits, block.against))
        if cite
        for part in (doc.Text(f" {side} "), *sources(cite), doc.Text("."))
    )
    return (
        doc.Paragraph(_strong(block.says)),
        doc.Paragraph(_text(SURE[block.status]), block.status),
        _labelled("Who this is about:", block.holds_for),
        *(_labelled(side, said) for side, said in sides if said),
        *((doc.Paragraph((*_strong("Why we say this."), *why)),) if why else ()),
    )


def _lamp(block: doc.Lamp) -> tuple[doc.Block, ...]:
    return (
        doc.Heading(3, "minute", _text(block.title)),
        *((doc.Paragraph(_text(block.text)),) if block.text else ()),
        *((doc.Paragraph(_text(block.do), "first"),) if block.do else ()),
        *((_labelled("Stop if", block.stop_if, "stop"),) if block.stop_if else ()),
        *block.children,
        *((doc.Paragraph((block.button,), "way"),) if block.button else ()),
    )


def _labelled(label: str, said: str, tone: str = "") -> doc.Paragraph:
    return doc.Paragraph((*_strong(label), doc.Text(f" {ended(said)}")), tone)


def _points(said: tuple[str, ...], numbered: bool = False) -> doc.Listing:
    return doc.Listing(numbered, tuple((doc.Paragraph(_text(one)),) for one in said))


def _heading(title: str) -> tuple[doc.Heading, ...]:
    return (doc.Heading(3, "", _text(title)),) if title else ()


def _strong(words: str) -> tuple[doc.Inline, ...]:
    return (doc.Strong(_text(words)),)


def _text(words: str) -> tuple[doc.Inline, ...]:
    return (doc.Text(words),)
