"""A look for newer evidence that no longer holds."""

from collections.abc import Iterator
from datetime import date

from builder.check.old_evidence import old_claims
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.days import months_later
from builder.model.library import Library


@rule(
    Code(
        "REV011",
        "evidence-look-overdue",
        "error",
        "Somebody took on to keep looking. A page that says nothing of it would pass old evidence off as watched.",
        "Look for newer sources again. Add them, or where none changes the claim write the day into `looked_again`.",
        "IPDAS: date and update policy; NHS content standard: evidence",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "      on: 2026-06-01\n",
        "      on: 2024-11-23\n",
        "      on: 2025-11-23\n",
        "2024-11-23",
    ),
    reads="references.yml",
)
def evidence_look_overdue(library: Library, today: date) -> Iterator[Finding]:
    """Compare the day of each look at old evidence with today and the policy."""
    months = library.settings.review.evidence_every_months
    for module in library.published:
        for number, claim in old_claims(module, library, today):
            look = claim.looked_again
            if look and (due := months_later(look.on, months)) < today:
                message = f"Newer sources for {claim.id} were to be looked for by {due.isoformat()}."
                at = ("claims", number, "looked_again", "on")
                yield Finding(module.file, at, message, who=library.whole.name_of(look.by), due=due)
