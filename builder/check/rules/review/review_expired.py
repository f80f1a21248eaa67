"""A review that has run out."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "REV002",
        "review-expired",
        "error",
        "Readers are promised that somebody looks at the page again by this day. Nothing goes out "
        "after it as if somebody had.",
        "Ask a clinician to review the module again: `psychoed review ask` prints the questions. Or waive it on record; "
        "the page then says that its review is overdue.",
        "NHS content standard: next review date",
    ),
    Case("modules/warm-socks/module.yml", "next: 2027-03-01", "next: 2026-11-23", "next: 2027-01-23", "2026-11-23"),
)
def review_expired(library: Library, today: date) -> Iterator[Finding]:
    """Compare the day of each module's next review with today."""
    for module in library.published:
        review = module.facts.review
        if review and review.next < today:
            message = f"The review was due on {review.next.isoformat()}; today is {today.isoformat()}."
            who = library.whole.name_of(review.by)
            yield Finding(module.file, ("review", "next"), message, who=who, due=review.next)
