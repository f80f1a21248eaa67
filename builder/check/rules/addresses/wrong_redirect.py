"""A redirect that leads wrong."""

from collections.abc import Iterator
from datetime import date

from builder.check.promises import wrong_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.ledger import FILE
from builder.model.library import Library

_HELD = 'published:\n  cup-of-tea/: {since: "0.1.0", anchors: "one two try"}\n'
_THERE = 'published:\n  cup-of-tea/: {since: "0.1.0", anchors: "try"}\n'
_ONE = f"{_HELD}moved:\n  cup-of-tea/#two: cup-of-tea/#try\n  cup-of-tea/#one: cup-of-tea/"
_GOOD = f"{_ONE}#try\n"


@rule(
    Code(
        "ADR005",
        "wrong-redirect",
        "error",
        "Whoever follows an old link would go round in a circle, arrive nowhere, or be led away from what is there.",
        "Let the tool write it: psychoed move OLD NEW, or psychoed retire OLD --why “…”. It keeps each way to one step. "
        "Where something new stands at an old address, give the new one another name.",
        "MDN, rari: validate-redirects; mkdocs and Zensical refuse chains and cycles",
        never_waived=True,
    ),
    Case(FILE, "", f"{_ONE}#nowhere\n", _GOOD, "cup-of-tea/#nowhere"),
    Case(FILE, "", f"{_ONE}#two\n", _GOOD, "cup-of-tea/#two\n"),
    Case(FILE, "", f"{_ONE}#one\n", _GOOD, "cup-of-tea/#one\n"),
    Case(FILE, "", f"{_THERE}moved:\n  cup-of-tea/#try: cup-of-tea/\n", _THERE, "cup-of-tea/\n"),
    Case(FILE, "", f"{_GOOD}gone:\n  cup-of-tea/#three: {{why: It was cold.}}\n", _GOOD, "{why"),
    reads=FILE,
)
def wrong_redirect(library: Library, today: date) -> Iterator[Finding]:
    """Look at everything that has moved, and at everything that is gone."""
    for wrong in wrong_of(library):
        yield Finding(FILE, wrong.at, wrong.message, mend=wrong.mend)
