"""Blocks of the document in, the elements of a page out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from builder.model import document as doc
from builder.site import panels
from builder.site.element import Element, Finished, Node, element, heading, line, paragraph, points
from builder.site.escape import typed
from builder.site.inlines import Here, inside, link


def blocks(all_blocks: Sequence[doc.Block], here: Here) -> list[Node]:
    """Blocks in order. A word's meaning stands beside the block that uses it."""
    made: list[Node] = []
    for number, block in enumerate(all_blocks):
        if isinstance(block, doc.Heading):
            here = replace(here, level=3)
        said = one(block, here)
        if isinstance(block, doc.Gloss) and made and not isinstance(all_blocks[number - 1], doc.Heading):
            made[-1] = element("div.beside", made[-1], *said)
        elif isinstance(block, doc.Listing) and number and isinstance(all_blocks[number - 1], doc.Listing):
            made.append(element("div", *said))  # two lists in a row would become one
        else:
            made += (node for node in said if node != "")
    return made


def one(block: doc.Block, here: Here) -> Sequence[Node]:
    """One block, nothing where the site has nothing to show for it."""
    match block:
        case doc.Heading():
            return [heading(block.level, *inside(block.children, here), anchor=block.anchor)]
        case doc.Paragraph():
            return [paragraph(*inside(block.children, here), tone=block.tone)]
        case doc.Listing():
            return [points([blocks(item, here) for item in block.items], block.numbered)]
        case doc.Table():
            return [_table(block, here)]
        case doc.Drawing():
            return [_drawing(block, here)]
        case doc.Quotation():
            return [panels.quotation(block, here)]
        case doc.Gloss():
            said = line(element("strong", *line(block.term)), f": {block.means}")
            return [element("p.gloss", *said, role="note")]
        case doc.Say():
            return [element("div.say", *blocks(block.children, here))]
        case doc.Safety():
            head = heading(here.level, block.title) if block.title else ""
            return [element("section.safety", head, *blocks(block.children, here))]
        case doc.Exercise():
            return [panels.exercise(block, here)]
        case doc.Statement():
            return [panels.statement(block, here)]
        case doc.Lamp():
            return [panels.lamp(block, blocks(block.children, replace(here, level=3)), here)]
        case doc.Choice():
            return [panels.choice(block, here)]
        case doc.Pair():
            return [panels.pair(block, here)]
        case doc.Contents():
            return [panels.contents(block, here)]
        case doc.Sources():
            return [panels.sources(block, here)]
        case doc.Signature():
            return panels.signature(block)
        case doc.Marks():
            return [panels.marks(block)]
        case doc.Numbers():
            rows = [[paragraph(link(shown, to, here), f" {whose}")] for shown, to, whose in block.entries]
            return [element("div.numbers", points(rows))]
        case doc.Topics():
            rows = [[paragraph(*inside((to,), here)), paragraph(said)] for to, said in block.entries]
            return [element("div.topics", points(rows))]
        case doc.Downloads():
            return [panels.downloads(block, here)]
        case doc.SearchField():
            return [Finished('<div class="search-field"></div>')]  # the template puts its form here
        case doc.Sample():
            caption = element("figcaption", paragraph(block.kind)) if block.kind else ""
            return [element("figure.sample", caption, Finished(f"<pre><code>{typed(block.text)}</code></pre>"))]
        case doc.Room():
            return [element("div.room", paragraph(block.question, tone=f"lines-{block.lines}"))]
        case _:
            assert_never(block)


def _table(table: doc.Table, here: Here) -> Element:
    caption = element("caption", *line(table.caption)) if table.caption else ""
    heads = [element("th", *line(head), scope="col") for head in table.head]
    rows = []
    for row in table.rows:
        first, *rest = (line(*inside(cell, here)) for cell in row)
        cells = [element("th", *first, scope="row")]
        cells += [element("td", *cell, data_head=head) for head, cell in zip(table.head[1:], rest, strict=True)]
        rows.append(element("tr", *cells))
    return element("table", caption, element("thead", element("tr", *heads)), element("tbody", *rows))


def _drawing(drawing: doc.Drawing, here: Here) -> Element:
    svg = re.sub(r"\s*\n\s*", " ", re.sub(r"<\?xml.*?\?>|<metadata>.*?</metadata>", "", drawing.svg, flags=re.DOTALL))
    told = element("details", element("summary", "This drawing in words"), paragraph(drawing.description))
    caption = element("figcaption", paragraph(*inside(drawing.caption, here)), told)
    return element("figure.drawing", Finished(f"<div>{svg.strip()}</div>"), caption, data_figure=drawing.name)
