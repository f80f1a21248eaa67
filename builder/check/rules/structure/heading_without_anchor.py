"""A heading without a permanent anchor."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.spots import prose_of, span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import headings_of, plain
from builder.model.library import Library


@rule(
    Code(
        "STR004",
        "heading-without-anchor",
        "error",
        "A link that somebody sent has to open at this heading in three years too, even when its words change.",
        "End the heading with an anchor in lower-case words, for instance {#what-it-is}.",
        "W3C: Cool URIs don’t change",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "## Spilled tea {#spilled}",
        "## Spilled tea",
        "## Tea that spilled {#spilled}",
        "## Spilled",
    ),
)
def heading_without_anchor(library: Library, today: date) -> Iterator[Finding]:
    """Look at every heading of every file."""
    for prose in prose_of(library):
        for heading in headings_of(prose):
            if not heading.anchor:
                message = f'The heading "{plain(heading.children).strip()}" has no anchor.'
                yield Finding(prose.file, span_of(heading), message)
