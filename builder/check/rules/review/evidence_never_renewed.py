"""Claims on old sources, for which nobody has looked for newer ones."""

from collections.abc import Iterator
from datetime import date

from builder.check.old_evidence import old_claims
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "REV010",
        "evidence-never-renewed",
        "person",
        "Old is not wrong, but newer studies may say something else, and a page that nobody looks after grows wrong "
        "without a sign.",
        "Look for newer sources. Add them, or where none changes the claim write under it `looked_again: {by: YOUR-ID, on: 2026-11-24}`.",
        "IPDAS: date and update policy; NHS content standard: evidence",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "    looked_again:\n      by: sample-second\n      on: 2026-06-01\n",
        "",
        "    looked_again: {by: sample-writer, on: 2026-11-24}\n",
        "warm-cup-pause",
        in_file="modules/cup-of-tea/module.yml",
    ),
    reads="references.yml",
)
def evidence_never_renewed(library: Library, today: date) -> Iterator[Finding]:
    """Count, module by module, the old claims for which nobody has looked again."""
    years = library.settings.review.evidence_years
    for module in library.published:
        open_claims = [one for one in old_claims(module, library, today) if one[1].looked_again is None]
        if open_claims:
            number, _ = open_claims[0]
            names = ", ".join(claim.id for _, claim in open_claims)
            count = f"{len(open_claims)} of {len(module.facts.claims)} claims"
            message = f"{count} have no source from the last {years} years, and nobody has looked for newer ones. They are {names}."
            yield Finding(module.file, ("claims", number, "id"), message)
