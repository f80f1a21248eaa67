"""A link whose words do not tell where it leads."""

from collections.abc import Iterator
from datetime import date

from builder.check.labels import bare, labels, reasons
from builder.check.rule import Case, rule
from builder.check.spots import published_prose_of, span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.target import Target, target_of
from builder.markup.walk import blocks_of, links_of, plain
from builder.model.library import Library
from builder.model.prose import Prose


@rule(
    Code(
        "ACC001",
        "vague-link-text",
        "error",
        "Somebody who uses a screen reader can go from link to link and hear nothing but the words of each. On paper, "
        "too, the words are all that is left.",
        "Let the words of the link name what is there, such as: what leaving this site does. The words to avoid stand "
        "in builder/check/labels.yml.",
        "WCAG 2.2, 2.4.4",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "You can read about [warm socks](module:warm-socks#wool) too.",
        "For socks, click [here](module:warm-socks#wool).",
        "You can read of [wool](module:warm-socks#wool) too.",
        "here",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "That is all. Back to [the start](#what-it-is), or on to [a page on weather](https://weather.example/tea).",
        "That is all. Back to [tea](#what-it-is), or on to [tea](https://weather.example/tea).",
        "That is all. Back to [tea](#what-it-is), and again to [tea](#what-it-is).",
        "https://weather.example",
    ),
)
def vague_link_text(library: Library, today: date) -> Iterator[Finding]:
    """Read the words of every published link, and compare links of one page that have the same words."""
    for prose in published_prose_of(library):
        yield from _links(prose)


def _links(prose: Prose) -> Iterator[Finding]:
    leads: dict[str, Target] = {}
    for block in blocks_of(prose.blocks):
        for link in links_of(block):
            text = plain(link.children)
            label, target = bare(text), target_of(link.target)
            if fault := _fault(label):
                yield Finding(prose.file, span_of(block), f'A link says no more than "{text}". {fault}', text)
            elif leads.setdefault(label, target) != target and target.scheme != "term":
                message = f'Two links on this page say "{text}", and they lead to two places.'
                yield Finding(prose.file, span_of(block), message, link.target)


def _fault(label: str) -> str:
    if label.startswith(("http://", "https://", "www.")):
        return "An address is read aloud sign by sign."
    if len(label) < 2:
        return "One sign is easy to miss, with the eye and with the finger."
    return reasons(labels().links).get(label, "")
