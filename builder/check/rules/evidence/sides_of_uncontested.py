"""Two sides of a claim that nobody contests."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "EVI003",
        "sides-of-uncontested",
        "error",
        "The two sides are only shown for a contested claim, so these words reach nobody. Or the status is wrong.",
        "Set the status to contested, or say it in `holds_for`.",
        "House rule of this library: what is written reaches a reader",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "holds_for: One small sample study. It asked only people who like tea.",
        "holds_for: One small sample study.\n    for_says: A study says so.",
        "holds_for: One small sample study.",
        "A study",
    ),
)
def sides_of_uncontested(library: Library, today: date) -> Iterator[Finding]:
    """Look at each claim with another status than contested."""
    for module in library.published:
        for number, claim in enumerate(module.facts.claims):
            for key in ("for_says", "against_says"):
                if claim.status != "contested" and getattr(claim, key):
                    message = f'The claim "{claim.id}" is {claim.status}, so `{key}` is never shown.'
                    yield Finding(module.file, ("claims", number, key), message)
