"""A module signed by somebody who wrote it."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "REV005",
        "reviewed-own-work",
        "error",
        "One does not see one’s own mistakes. A review is somebody else’s look.",
        "Ask another clinician to review it.",
        "NHS content standard: clinical assurance",
        never_waived=True,
    ),
    Case(
        "people.yml",
        "  credential: Licensed for samples\n",
        "  credential: Licensed for samples\n  wrote: [warm-socks]\n",
        "  credential: Licensed for samples\n  wrote: [cup-of-tea]\n",
        "sample-reviewer",
        in_file="modules/warm-socks/module.yml",
    ),
)
def reviewed_own_work(library: Library, today: date) -> Iterator[Finding]:
    """Compare who signed each module with who wrote it."""
    for module in library.modules.values():
        review = module.facts.review
        person = library.whole.people.get(review.by) if review else None
        if person and module.id in person.wrote:
            yield Finding(module.file, ("review", "by"), f"{person.name} wrote this module and cannot review it.")
