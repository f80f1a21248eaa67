"""A contested claim that shows one side only."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "EVI002",
        "contested-one-sided",
        "error",
        "Where experts openly disagree, showing one side is taking it. Both sides are named, in sentences of about "
        "equal length.",
        "Add `against`, `for_says` and `against_says`, or lower the claim to a status that fits.",
        "CDC Clear Communication Index, item 11; house rule of this library: both sides in sentences of equal length",
        never_waived=True,
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "against: [kettle2001]",
        "against: []",
        "against: [kettle2001]",
        "contested",
        in_file="modules/cup-of-tea/module.yml",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "    against_says: One study did not find that it helps.\n",
        "",
        "    against_says: One study found no help in it.\n",
        "contested",
        in_file="modules/cup-of-tea/module.yml",
    ),
)
def contested_one_sided(library: Library, today: date) -> Iterator[Finding]:
    """Look at each contested claim of each published module."""
    for module in library.published:
        for number, claim in enumerate(module.facts.claims):
            if claim.status != "contested":
                continue
            sides = {"against": claim.against, "for_says": claim.for_says, "against_says": claim.against_says}
            missing = [f"`{key}`" for key, said in sides.items() if not said]
            if missing:
                message = f'The claim "{claim.id}" is contested and lacks {" and ".join(missing)}.'
                yield Finding(module.file, ("claims", number, "status"), message)
