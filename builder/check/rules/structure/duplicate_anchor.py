"""One anchor twice on a page."""

from collections.abc import Iterable, Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.spots import span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import headings_of, placed_of
from builder.model.anchors import FORMS, FRAME, list_anchors, taken_anchors
from builder.model.library import Library
from builder.model.prose import Prose


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
    """Look at each page in turn: its headings, the practices that it places, and what it has from us."""
    for module in library.modules.values():
        for part, prose in module.prose.items():
            yield from _twice(prose, taken_anchors(module, part))
    for page in library.pages.values():
        lists = {block.argument for block in placed_of(page.prose, "list")}
        ours = list_anchors(lists, library.whole) | FRAME | FORMS.get(page.id, frozenset())
        yield from _twice(page.prose, ours)


def _twice(prose: Prose, ours: Iterable[str]) -> Iterator[Finding]:
    seen = dict.fromkeys(ours, "a part that the page has anyway")
    seen |= {placed.argument: "a practice on this page" for placed in placed_of(prose, "practice")}
    for heading in headings_of(prose):
        if heading.anchor and heading.anchor in seen:
            message = f'The anchor "{heading.anchor}" belongs to {seen[heading.anchor]}.'
            yield Finding(prose.file, span_of(heading), message, word=f"#{heading.anchor}")
        seen.setdefault(heading.anchor, "an earlier heading of this page")
