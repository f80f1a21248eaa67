"""A published module that no clinician has signed."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "REV001",
        "never-reviewed",
        "person",
        "A machine can count words. Whether a page helps or harms is for a clinician to judge, and readers see on "
        "every page that nobody has yet.",
        "Ask a clinician who did not write it: `psychoed review ask` prints the questions, and `psychoed review sign` signs.",
        "NHS content standard: clinical assurance",
    ),
    Case("modules/tidy-drawer/module.yml", "status: draft", "status: published", "status: draft", "published"),
)
def never_reviewed(library: Library, today: date) -> Iterator[Finding]:
    """Look for a signature on each published module."""
    for module in library.published:
        if module.facts.review is None:
            message = f"No clinician has reviewed {module.facts.title} yet."
            yield Finding(module.file, ("status",), message)
