"""A claim that names nobody."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "EVI001",
        "claim-without-source",
        "error",
        "A statement of fact that stands on nobody’s word cannot be checked by a reader or by a reviewer.",
        "Add the citekey of a source under `for`. An untested idea names whoever put it forward.",
        "NHS content standard: evidence; PIF TICK, criterion 4",
        never_waived=True,
    ),
    Case("modules/cup-of-tea/module.yml", "for: [kettle2001]", "for: []", "for: [kettle2001]", "[]"),
)
def claim_without_source(library: Library, today: date) -> Iterator[Finding]:
    """Look at each claim of each published module."""
    for module in library.published:
        for number, claim in enumerate(module.facts.claims):
            if not claim.sources:
                yield Finding(module.file, ("claims", number, "for"), f'The claim "{claim.id}" has no source.')
