"""A page that is not there."""

from collections.abc import Iterator
from datetime import date

from builder.check.pointers import pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.diagnostics.nearest import did_you_mean
from builder.model.library import PARTS, Library
from builder.model.page import STICK

_PAGES = (*PARTS, "handout")


@rule(
    Code(
        "REF008",
        "unknown-page",
        "error",
        "The link would lead nowhere.",
        "Correct the name of the page. A module has learn, practice, clinicians and handout.",
        "House rule of this library: what a page names is there",
    ),
    Case("pages/about.md", "(page:topics)", "(page:topic)", "(page:topics)", "page:topic"),
    Case("pages/about.md", "(page:topics)", "(page:stick)", "(page:topics)", "page:stick"),
    Case(
        "modules/cup-of-tea/learn.md",
        "(module:warm-socks#wool)",
        "(module:warm-socks/practise)",
        "(module:warm-socks/practice)",
        "module:warm-socks/practise",
    ),
)
def unknown_page(library: Library, today: date) -> Iterator[Finding]:
    """Look up every page that is linked."""
    for pointer in pointers_of(library):
        if pointer.kind == "page" and pointer.name == STICK:
            message = "That page is on the stick alone, not on the site."
            yield Finding(pointer.file, pointer.at, message, pointer.written)
        elif pointer.kind == "page" and not _may_be_there(pointer.name, library.whole):
            message = f'There is no page "{pointer.name}".{did_you_mean(pointer.name, library.whole.pages)}'
            yield Finding(pointer.file, pointer.at, message, pointer.written)
        if pointer.kind == "module" and pointer.name not in _PAGES:
            message = f'A module has no page "{pointer.name}".{did_you_mean(pointer.name, _PAGES)}'
            yield Finding(pointer.file, pointer.at, message, pointer.written)


def _may_be_there(page: str, whole: Library) -> bool:
    """Whether there is such a page, or a file of that name that could not be read."""
    return page in whole.pages or f"pages/{page}.md" in whole.faulty
