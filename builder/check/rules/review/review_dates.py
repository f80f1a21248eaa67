"""A review, or a look at the evidence, with days that cannot be."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.days import months_later
from builder.model.library import Library


@rule(
    Code(
        "REV006",
        "review-dates",
        "error",
        "A review on a day to come, or one that holds for longer than the library’s policy, promises what was not done.",
        "Write the day of the review itself, and a next day within the months that library.yml names.",
        "NHS content standard: review dates",
        never_waived=True,
    ),
    Case("modules/warm-socks/module.yml", "on: 2026-10-01", "on: 2026-12-01", "on: 2026-11-24", "2026-12-01"),
    Case("modules/warm-socks/module.yml", "next: 2027-03-01", "next: 2027-04-02", "next: 2027-04-01", "2027-04-02"),
    Case(
        "modules/cup-of-tea/module.yml",
        "      on: 2026-06-01\n",
        "      on: 2026-11-25\n",
        "      on: 2026-11-24\n",
        "2026-11-25",
    ),
)
def review_dates(library: Library, today: date) -> Iterator[Finding]:
    """Compare the days of each review and each look with today and with the policy."""
    months = library.settings.review.every_months
    for module in library.modules.values():
        review = module.facts.review
        for number, claim in enumerate(module.facts.claims):
            if (look := claim.looked_again) and look.on > today:
                message = f"{look.on.isoformat()} is still to come."
                yield Finding(module.file, ("claims", number, "looked_again", "on"), message)
        if review is None:
            continue
        if review.on > today:
            yield Finding(module.file, ("review", "on"), f"{review.on.isoformat()} is still to come.")
        elif not review.on < review.next <= months_later(review.on, months):
            message = f"The next review is not within {months} months of {review.on.isoformat()}."
            yield Finding(module.file, ("review", "next"), message)
