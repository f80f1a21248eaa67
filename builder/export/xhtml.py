"""The blocks of a chapter in, XHTML out."""

from collections.abc import Sequence
from typing import assert_never

from builder.export.element import Element, Node, element, picture
from builder.export.marks import mark
from builder.export.told import Panel, level_of, source, told
from builder.export.words import ended, tidy, typed
from builder.export.xhtml_inline import Here, inline
from builder.model import document as doc
from builder.model.claim import STATUSES
from builder.model.page import Chapter

TITLE = "_title"
"""The id of a page's title. No heading of an author's can have it."""


def body_of(chapter: Chapter, here: Here, kind: str, role: str = "") -> Element:
    """The body of a chapter's page: its title, and all that stands under it."""
    title = element("h1", tidy(chapter.title), id=TITLE)
    named = {"epub:type": kind, "role": role, "aria-labelledby": TITLE}
    return element("body", element("section", title, *blocks(chapter.blocks, here, above=1), **named))


def blocks(children: Sequence[doc.Block], here: Here, above: int) -> list[Element]:
    """The blocks in order. `above` is the level of the heading they stand under: no level is ever skipped."""
    made = []
    for child in children:
        made += _one(child, here, above)
        if isinstance(child, doc.Heading):
            above = level_of(child, above)
    return made


def _one(block: doc.Block, here: Here, above: int) -> list[Element]:
    match block:
        case doc.Heading(_, anchor, children):
            return [element(f"h{level_of(block, above)}", *inline(children, here), id=anchor)]
        case doc.Paragraph(children, tone):
            return _paragraph(children, tone, here)
        case doc.Listing(numbered, items):
            rows = [element("li", *row) for row in (_item(item, here, above) for item in items) if row]
            return [element("ol" if numbered else "ul", *rows)] if rows else []
        case doc.Table():
            return [_table(block, here)]
        case doc.Drawing():
            return [_drawing(block, here)]
        case doc.Sample(kind, text):
            shown = element("pre", element("code", typed(text)))
            caption = [element("figcaption", tidy(kind))] if kind else []
            return [element("figure", *caption, shown, class_="sample")]
        case _:
            return _panel(block, blocks(told(block), here, above), here)


def _panel(block: Panel, said: list[Element], here: Here) -> list[Element]:
    match block:
        case doc.Exercise(anchor):
            return [element("section", *said, **{"class": "practice", "aria-labelledby": anchor})]
        case doc.Lamp():
            return [element("section", *said, **{"class": "lit", "aria-labelledby": "minute"})]
        case doc.Choice():
            return [element("section", *said, **{"class": "ask", "aria-labelledby": "before-you-read-on"})]
        case doc.Safety():
            return [element("section", *said, class_="safety")]
        case doc.Statement(anchor):
            return [element("div", *said, class_="claim", id=anchor)]
        case doc.Quotation(exact):
            first, *rest = said
            words = element("blockquote", first) if exact else first
            return [element("figure", words, element("figcaption", *rest), class_="quote")]
        case doc.Sources(entries):
            rows = (element("li", *inline(source(entry, url), here), id=anchor) for anchor, entry, url in entries)
            named = {"epub:type": "bibliography", "role": "doc-bibliography", "aria-label": "Sources"}
            return [element("section", element("ul", *rows), **named)]
        case doc.Say():
            return [element("div", *said, class_="say")]
        case doc.Gloss() | doc.Pair() | doc.Signature() | doc.Marks() | doc.Numbers() | doc.Topics() | doc.Room():
            return said
        case doc.Contents() | doc.Downloads() | doc.SearchField():
            return said
        case _:
            assert_never(block)


def _paragraph(children: tuple[doc.Inline, ...], tone: str, here: Here) -> list[Element]:
    status = next((one for one in STATUSES if one == tone), None)
    if status:
        return [element("p", mark(status), " ", *inline(children, here), class_="sure")]
    if tone == "way" and not any(isinstance(one, doc.Link) and here.href(one.to) for one in children):
        return []  # a link that stands alone and leads nowhere is no help to anybody
    role = "note" if tone == "gloss" else ""
    return [element("p", *inline(children, here), class_=tone, role=role)]


def _item(item: tuple[doc.Block, ...], here: Here, above: int) -> list[Node]:
    match item:
        case (doc.Paragraph(children, ""),):
            return inline(children, here)
        case _:
            return [*blocks(item, here, above)]


def _table(table: doc.Table, here: Here) -> Element:
    caption = [element("caption", tidy(table.caption))] if table.caption else []
    heads = (element("th", tidy(head), scope="col") for head in table.head)
    rows = (
        element(
            "tr",
            element("th", *inline(first, here), scope="row"),
            *(element("td", *inline(cell, here)) for cell in rest),
        )
        for first, *rest in table.rows
    )
    return element("table", *caption, element("thead", element("tr", *heads)), element("tbody", *rows))


def _drawing(drawing: doc.Drawing, here: Here) -> Element:
    told_in_words = element(
        "details", element("summary", "This drawing in words"), element("p", ended(drawing.description))
    )
    caption = element("figcaption", element("p", *inline(drawing.caption, here)), told_in_words)
    return element("figure", picture(drawing), caption, class_="drawing")
