"""A heading on a level that the page's order does not allow."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.spots import prose_of, span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import headings_of
from builder.model.library import Library

_DEEPEST = 3


@rule(
    Code(
        "STR006",
        "heading-level",
        "error",
        "Screen readers list a page by the levels of its headings. The title is level 1; a level left out looks like a "
        "part that is missing, and a PDF with one is not accessible.",
        "Use ## for a part of the page, and ### for a part of that part.",
        "WCAG 2.2, 1.3.1; PDF/UA-1, 7.4",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "## What it is {#what-it-is}",
        "### What it is {#what-it-is}",
        "## What it is {#what-it-is}",
        "### What",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "## Spilled tea {#spilled}",
        "# Spilled tea {#spilled}",
        "## Spilled tea {#spilled}",
        "# Spilled",
    ),
)
def heading_level(library: Library, today: date) -> Iterator[Finding]:
    """Follow the levels of each file's headings, from the title down."""
    for prose in prose_of(library):
        above = 1
        for heading in headings_of(prose):
            level = heading.level
            if level == 1:
                yield Finding(prose.file, span_of(heading), "Level 1 is the page's title, which stands elsewhere.")
            elif level > _DEEPEST:
                yield Finding(prose.file, span_of(heading), f"Level {level} is deeper than a page goes.")
            elif level > above + 1:
                yield Finding(
                    prose.file, span_of(heading), f"Level {level} follows level {above}: a level is left out."
                )
            above = max(2, level) if level == 1 else level
