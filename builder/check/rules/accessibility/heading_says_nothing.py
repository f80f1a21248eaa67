"""A heading that could stand over anything, or stands twice."""

from collections.abc import Iterator
from datetime import date

from builder.check.labels import bare, labels, reasons
from builder.check.rule import Case, rule
from builder.check.spots import published_prose_of, span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import headings_of, plain
from builder.model.library import Library
from builder.model.prose import Prose


@rule(
    Code(
        "ACC004",
        "heading-says-nothing",
        "warning",
        "Many readers, and many who use a screen reader, go through the headings first. From these they choose what to "
        "read, or leave.",
        "Say in the heading what the part says, in two to ten words, and keep its anchor. The words to avoid stand in "
        "builder/check/labels.yml.",
        "PEMAT-P, item 9; WCAG 2.2, 2.4.6",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "## What it is {#what-it-is}",
        "## Introduction {#what-it-is}",
        "## What tea is {#what-it-is}",
        "Introduction",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "### A last word {#last-word}",
        "### What it is {#last-word}",
        "### What it was {#last-word}",
        "What it is",
    ),
)
def heading_says_nothing(library: Library, today: date) -> Iterator[Finding]:
    """Read every published heading, page by page."""
    for prose in published_prose_of(library):
        yield from _headings(prose)


def _headings(prose: Prose) -> Iterator[Finding]:
    seen: set[str] = set()
    for heading in headings_of(prose):
        text = plain(heading.children)
        label = bare(text)
        if because := reasons(labels().headings).get(label):
            yield Finding(prose.file, span_of(heading), f'The heading "{text}" says nothing. {because}', text)
        elif label in seen:
            message = f'The heading "{text}" stands on this page already, so neither can be told from the other.'
            yield Finding(prose.file, span_of(heading), message, text)
        seen.add(label)
