"""The blocks that have a shape of their own in, the elements of a page out."""

from collections.abc import Sequence

from builder.model import document as doc
from builder.model.page import SURE, Elsewhere, about_minutes
from builder.site.element import Element, Node, element, heading, line, paragraph, points
from builder.site.inlines import Here, cited, inside, link
from builder.site.nesting import plain


def lamp(block: doc.Lamp, children: Sequence[Node], here: Here) -> Element:
    """The one lit place. Its stop rule stands before the button that leads to the steps."""
    return element(
        "section.lit",
        heading(2, block.title, anchor="minute"),
        paragraph(block.text),
        paragraph(block.do, tone="first"),
        paragraph(_strong("Stop if"), f" {_ended(block.stop_if)}") if block.stop_if else "",
        *children,
        paragraph(*_toned("do", inside((block.button,), here))) if block.button else "",
        aria_labelledby="minute",
    )


def exercise(block: doc.Exercise, here: Here) -> Element:
    """A practice. The stop rule comes before step 1, and neither it nor the way round is folded away."""
    stop = f" {_ended(block.stop_if)} Stopping is a fine way to finish."
    return element(
        "section.practice",
        heading(here.level, block.title, anchor=block.anchor),
        paragraph(f"{_ended(block.why)} {about_minutes(block.minutes)}"),
        paragraph(_strong("Stop if"), stop, tone="stop"),
        element("div.steps", points([[paragraph(step)] for step in block.steps], numbered=True)),
        paragraph(_strong("Or instead:"), f" {_ended(block.alternative)}"),
        aria_labelledby=block.anchor,
    )


def statement(block: doc.Statement, here: Here) -> Element:
    """A claim: the sentence, how sure, about whom; for and against where experts disagree; why we say it, to unfold."""
    both_sides = [
        paragraph(_strong(f"{side}:"), f" {_ended(said)}")
        for side, said in (("For", block.for_says), ("Against", block.against_says))
        if said
    ]
    limits = "Against" if block.status == "contested" else "Limits"
    why = [
        paragraph(f"{side}: ", *cited(cite, here), ".")
        for side, cite in (("For", block.sources), (limits, block.against))
        if cite is not None
    ]
    return element(
        f"div.claim#{block.anchor}" if block.anchor else "div.claim",
        paragraph(block.says, tone="says"),
        paragraph(SURE[block.status], tone=f"sure {block.status}"),
        paragraph(_strong("Who this is about:"), f" {_ended(block.holds_for)}"),
        *both_sides,
        element("details", element("summary", "Why we say this"), *why) if why else "",
        data_status=block.status,
    )


def quotation(block: doc.Quotation, here: Here) -> Element:
    """Exact words stand in quotation marks; a thought in our words does not."""
    said = block.words.strip()
    source = (" (", *cited(block.source, here), ")") if block.source else ()
    where = _ended(f", {block.where}") if block.where else "."
    caption = [paragraph(_strong(block.who), *source, where)]
    caption += [paragraph(_ended(note)) for note in (block.checked, block.caution) if note]
    body = element("blockquote", paragraph(f"“{said}”")) if block.exact else paragraph(said, tone="thought")
    return element("figure.quote", body, element("figcaption", *caption))


def choice(block: doc.Choice, here: Here) -> Element:
    """What is covered and ways past it."""
    ways = [node for way in block.ways for node in (" ", *_toned("do quiet", inside((way,), here)))]
    return element(
        "section.ask",
        heading(2, "Before you read on", anchor="before-you-read-on"),
        paragraph(_ended(block.covers)),
        paragraph(*ways, tone="choices"),
        paragraph(_strong("To steady yourself first:"), f" {_ended(block.steady)}"),
        aria_labelledby="before-you-read-on",
    )


def pair(block: doc.Pair, here: Here) -> Element:
    """Two lists, side by side where there is room."""
    sides = ((block.left_title, block.left), (block.right_title, block.right))
    return element(
        "div.pair",
        *(
            element("section", heading(here.level, title), points([[paragraph(one)] for one in said]))
            for title, said in sides
        ),
    )


def contents(block: doc.Contents, here: Here) -> Element:
    """Links to the headings of the page."""
    links = points([[paragraph(link(plain(one.children), one.to, here))] for one in block.entries])
    return element("nav.contents", paragraph(_strong("On this page")), links, aria_label="On this page")


FEW_SOURCES = 6
"""More than these are folded, so that a reader who does not want them reaches the end of the page."""


def sources(block: doc.Sources, here: Here) -> Element:
    """The bibliography; citations lead to its entries, and open it."""
    entries = []
    for anchor, entry, url in block.entries:
        web = (" ", link(url.removeprefix("https://"), doc.Web(url), here)) if url else ()
        entries.append([paragraph(entry, *web, anchor=anchor)])
    if len(entries) <= FEW_SOURCES:
        return element("div.sources", points(entries))
    return element("details.sources", element("summary", f"Show all {len(entries)} sources"), points(entries))


def downloads(block: doc.Downloads, here: Here) -> Element:
    """Files. A list of links names the topic of each, for whoever hears them without what stands around them."""
    beside = element("span", f" – {block.topic}") if block.topic else ""
    listed = points([[paragraph(link(said, doc.To(path), here, beside=beside))] for path, said in block.files])
    if not block.topic:
        return element("div.files", listed)
    return element("details.files", element("summary", *line(block.topic)), element(f"div#{block.anchor}", listed))


def signature(block: doc.Signature) -> list[Node]:
    """The line that a clinician signs, and what stands under it."""
    signed = paragraph(f"{block.deed} ", _strong(block.line), tone="signature")
    return [signed, *(paragraph(note) for note in block.notes)]


def elsewhere(parts: Sequence[Elsewhere], here: Here) -> Element:
    """Parts that an address had once: an old link opens the line of its part, and where there are scripts that leads on."""
    rows = []
    for part in parts:
        to = inside((part.to,), here) if part.to else ()
        leading = _toned("on", to) if part.leads_on else to
        rows.append([paragraph(part.says, " ", *leading, anchor=part.anchor)])
    return element("section.elsewhere", heading(2, "Parts that are elsewhere now"), points(rows))


def marks(block: doc.Marks) -> Element:
    """The five marks and what they mean."""
    rows = [[paragraph(SURE[status], tone=f"sure {status}"), paragraph(said)] for status, said in block.entries]
    return element("div.marks", points(rows))


def _strong(text: str) -> Element:
    return element("strong", *line(text))


def _toned(tone: str, said: Sequence[Node]) -> list[Node]:
    """The same; its links have a class."""
    return [
        Element("a", one.inside, (*one.attributes, ("class", tone)))
        if isinstance(one, Element) and one.name == "a"
        else one
        for one in said
    ]


def _ended(text: str) -> str:
    """Words with a full stop, unless they end a sentence already."""
    bare = text.rstrip()
    return bare if not bare or bare.endswith((".", "!", "?", "…", ".”", "?”", "!”")) else f"{bare}."
