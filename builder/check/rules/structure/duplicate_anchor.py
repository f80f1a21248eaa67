"""One anchor twice on a page."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.spots import prose_of, span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import headings_of, placed_of
from builder.model.library import Library
from builder.model.page import MODULE_ANCHORS


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
    Case(
        "modules/cup-of-tea/learn.md",
        "### A last word {#last-word}",
        "### A last word {#hold-the-cup}",
        "### A last word {#the-end}",
        "#hold-the-cup",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "### A last word {#last-word}",
        "### A last word {#sources}",
        "### A last word {#the-end}",
        "#sources",
    ),
)
def duplicate_anchor(library: Library, today: date) -> Iterator[Finding]:
    """Look at each file in turn: its headings, the practices that it places, and what every module page has from us."""
    own = {prose.file for module in library.modules.values() for prose in module.prose.values()}
    for prose in prose_of(library):
        seen = {placed.argument: "a practice on this page" for placed in placed_of(prose, "practice")}
        if prose.file in own:
            seen |= dict.fromkeys(MODULE_ANCHORS, "a part that each topic's page has")
        for heading in headings_of(prose):
            if heading.anchor and heading.anchor in seen:
                message = f'The anchor "{heading.anchor}" belongs to {seen[heading.anchor]}.'
                yield Finding(prose.file, span_of(heading), message, word=f"#{heading.anchor}")
            seen.setdefault(heading.anchor, "an earlier heading of this page")
