"""One anchor twice on a page."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.spots import prose_of, span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import headings_of
from builder.model.library import Library


@rule(
    Code(
        "STR005",
        "duplicate-anchor",
        "error",
        "A link to this anchor opens the first place that has it, so the second cannot be reached.",
        "Give the newer heading another anchor.",
        "HTML Living Standard, 3.2.6: an id is unique in its document",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "### A last word {#last-word}",
        "### A last word {#try}",
        "### A last word {#the-end}",
        "#try",
    ),
)
def duplicate_anchor(library: Library, today: date) -> Iterator[Finding]:
    """Look at the headings of each file in turn."""
    for prose in prose_of(library):
        seen: set[str] = set()
        for heading in headings_of(prose):
            if heading.anchor and heading.anchor in seen:
                message = f'An earlier heading of this page has the anchor "{heading.anchor}".'
                yield Finding(prose.file, span_of(heading), message, word=f"#{heading.anchor}")
            seen.add(heading.anchor)
