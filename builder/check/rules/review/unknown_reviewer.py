"""A signature, or a look at the evidence, of somebody whom the library does not know."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.diagnostics.nearest import did_you_mean
from builder.model.library import Library


@rule(
    Code(
        "REV004",
        "unknown-reviewer",
        "error",
        "A name without training says nothing of whether the page can be trusted, and a name that nobody knows is "
        "worse than none.",
        "Add the person to people.yml with a credential. Invent nobody.",
        "PIF TICK, criterion 2 (training); NHS content standard: clinical assurance",
        never_waived=True,
    ),
    Case(
        "modules/warm-socks/module.yml", "by: sample-reviewer", "by: simple-reviewer", "by: sample-reviewer", "simple"
    ),
    Case(
        "people.yml",
        "  credential: Licensed for samples\n",
        "",
        "  credential: Trained\n",
        "sample-reviewer",
        "modules/warm-socks/module.yml",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "      by: sample-second\n",
        "      by: simple-second\n",
        "      by: sample-writer\n",
        "simple-second",
    ),
    reads="people.yml",
)
def unknown_reviewer(library: Library, today: date) -> Iterator[Finding]:
    """Look up who signed each module, and who looked for newer evidence."""
    for module in library.modules.values():
        review = module.facts.review
        reviewer = library.whole.people.get(review.by) if review else None
        if reviewer and reviewer.credential is None:
            yield Finding(module.file, ("review", "by"), f"{reviewer.name} has no credential in people.yml.")
        looks = [(("claims", n, "looked_again"), claim.looked_again) for n, claim in enumerate(module.facts.claims)]
        for at, named in ((("review",), review), *looks):
            if named and named.by not in library.whole.people:
                near = did_you_mean(named.by, library.whole.people)
                message = f'people.yml has nobody with the id "{named.by}".{near}'
                yield Finding(module.file, (*at, "by"), message)
