"""A heading that every page leads to, and that is not there."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import headings_of
from builder.model.library import Library
from builder.model.page import NEEDED_ANCHORS


@rule(
    Code(
        "STR014",
        "missing-landing",
        "error",
        "Each page leads here for what its review state means, and once led here for what leaving does. People keep such links.",
        "Add the heading with this anchor, and say it there.",
        "House rule of this library: what a page names is there",
    ),
    Case(
        "pages/help.md",
        "## What leaving does {#leaving}",
        "## What leaving does {#leave}",
        "## What the button does {#leaving}",
        "title: Get help now",
        in_file="pages/help.md",
    ),
)
def missing_landing(library: Library, today: date) -> Iterator[Finding]:
    """Look for the anchors that the frame of every page links to, or linked to once."""
    for page_id, anchor in NEEDED_ANCHORS.items():
        page = library.pages.get(page_id)
        if page and anchor not in {heading.anchor for heading in headings_of(page.prose)}:
            yield Finding(page.file, (), f"This page has no heading with the anchor {{#{anchor}}}.")
