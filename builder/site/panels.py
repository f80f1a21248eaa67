"""The blocks that have a shape of their own in, blocks of Markdown out."""

from collections.abc import Sequence

from builder.model import document as doc
from builder.model.page import SURE, Elsewhere, about_minutes
from builder.site.escape import line, words
from builder.site.fences import element, heading, marked, points
from builder.site.inlines import Here, cited, inside, link
from builder.site.nesting import plain


def lamp(block: doc.Lamp, children: str, here: Here) -> str:
    """The one lit place. Its stop rule stands before the button that leads to the steps."""
    return element(
        "section.lit",
        heading(2, _said(block.title), "minute"),
        line(words(block.text)),
        marked(line(words(block.do)), ".first"),
        line(f"**Stop if** {words(_ended(block.stop_if))}") if block.stop_if else "",
        children,
        f"{inside((block.button,), here)}{{: .do }}" if block.button else "",
        aria_labelledby="minute",
    )


def exercise(block: doc.Exercise, here: Here) -> str:
    """A practice. The stop rule comes before step 1, and neither it nor the way round is folded away."""
    return element(
        "section.practice",
        heading(here.level, _said(block.title), block.anchor),
        line(f"{words(_ended(block.why))} {about_minutes(block.minutes)}"),
        marked(f"**Stop if** {words(_ended(block.stop_if))} Stopping is a fine way to finish.", ".stop"),
        element("div.steps", points([line(words(step)) for step in block.steps], numbered=True)),
        f"**Or instead:** {words(_ended(block.alternative))}",
        aria_labelledby=block.anchor,
    )


def statement(block: doc.Statement, here: Here) -> str:
    """A claim: the sentence, how sure, about whom; for and against where experts disagree; why we say it, to unfold."""
    both_sides = [
        f"**{side}:** {words(_ended(said))}"
        for side, said in (("For", block.for_says), ("Against", block.against_says))
        if said
    ]
    limits = "Against" if block.status == "contested" else "Limits"
    why = [
        f"{side}: {cited(cite, here)}."
        for side, cite in (("For", block.sources), (limits, block.against))
        if cite is not None
    ]
    return element(
        f"div.claim#{block.anchor}" if block.anchor else "div.claim",
        marked(line(words(block.says)), ".says"),
        marked(SURE[block.status], f".sure .{block.status}"),
        f"**Who this is about:** {words(_ended(block.holds_for))}",
        *both_sides,
        element("details", element("summary", "Why we say this"), *why) if why else "",
        data_status=block.status,
    )


def quotation(block: doc.Quotation, here: Here) -> str:
    """Exact words stand in quotation marks; a thought in our words does not."""
    said = words(block.words).strip(" ")
    source = f" ({cited(block.source, here)})" if block.source else ""
    where = f", {words(block.where)}" if block.where else ""
    caption = [f"**{_said(block.who)}**{source}{_ended(where) or '.'}"]
    caption += [line(words(_ended(note))) for note in (block.checked, block.caution) if note]
    body = element("blockquote", f"“{said}”") if block.exact else marked(line(said), ".thought")
    return element("figure.quote", body, element("figcaption", *caption))


def choice(block: doc.Choice, here: Here) -> str:
    """What is covered and ways past it."""
    ways = " ".join(f"{inside((way,), here)}{{: .do .quiet }}" for way in block.ways)
    return element(
        "section.ask",
        heading(2, "Before you read on", "before-you-read-on"),
        line(words(_ended(block.covers))),
        marked(ways, ".choices"),
        f"**To steady yourself first:** {words(_ended(block.steady))}",
        aria_labelledby="before-you-read-on",
    )


def pair(block: doc.Pair, here: Here) -> str:
    """Two lists, side by side where there is room."""
    sides = ((block.left_title, block.left), (block.right_title, block.right))
    return element(
        "div.pair",
        *(
            element("section", heading(here.level, _said(title), ""), points([line(words(one)) for one in said]))
            for title, said in sides
        ),
    )


def contents(block: doc.Contents, here: Here) -> str:
    """Links to the headings of the page."""
    links = points([link(plain(one.children), one.to, here) for one in block.entries])
    return element("nav.contents", "**On this page**", links, aria_label="On this page")


FEW_SOURCES = 6
"""More than these are folded, so that a reader who does not want them reaches the end of the page."""


def sources(block: doc.Sources, here: Here) -> str:
    """The bibliography; citations lead to its entries, and open it."""
    entries = []
    for anchor, entry, url in block.entries:
        web = f" {link(url.removeprefix('https://'), doc.Web(url), here)}" if url else ""
        entries.append(f"{line(words(entry))}{web}\n{{: #{anchor} }}")
    if len(entries) <= FEW_SOURCES:
        return element("div.sources", points(entries))
    return element("details.sources", element("summary", f"Show all {len(entries)} sources"), points(entries))


def downloads(block: doc.Downloads, here: Here) -> str:
    """Files. A list of links names the topic of each, for whoever hears them without what stands around them."""
    beside = f"<span> – {words(block.topic)}</span>" if block.topic else ""
    listed = points([link(said, doc.To(path), here, beside=beside) for path, said in block.files])
    if not block.topic:
        return element("div.files", listed)
    return element("details.files", element("summary", words(block.topic)), element(f"div#{block.anchor}", listed))


def signature(block: doc.Signature) -> str:
    """The line that a clinician signs, and what stands under it."""
    signed = marked(f"{block.deed} **{_said(block.line)}**", ".signature")
    return "\n\n".join((signed, *(line(words(note)) for note in block.notes)))


def elsewhere(parts: Sequence[Elsewhere], here: Here) -> str:
    """Parts that an address had once: an old link opens the line of its part, and where there are scripts that leads on."""
    rows = []
    for part in parts:
        to = f" {inside((part.to,), here)}{'{: .on }' if part.leads_on else ''}" if part.to else ""
        rows.append(f"{line(words(part.says))}{to}\n{{: #{part.anchor} }}")
    return element("section.elsewhere", heading(2, "Parts that are elsewhere now", ""), points(rows))


def marks(block: doc.Marks) -> str:
    """The five marks and what they mean."""
    rows = [f"{SURE[status]}\n{{: .sure .{status} }}\n\n{line(words(said))}" for status, said in block.entries]
    return element("div.marks", points(rows))


def _said(text: str) -> str:
    return words(text).strip(" ")


def _ended(text: str) -> str:
    """Words with a full stop, unless they end a sentence already."""
    bare = text.rstrip()
    return bare if not bare or bare.endswith((".", "!", "?", "…", ".”", "?”", "!”")) else f"{bare}."
