"""A signature of somebody whom the library does not know as a reviewer."""

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
        "PIF TICK, criterion 3; NHS content standard: clinical assurance",
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
    reads="people.yml",
)
def unknown_reviewer(library: Library, today: date) -> Iterator[Finding]:
    """Look up who signed each module."""
    for module in library.modules.values():
        review = module.facts.review
        if review is None:
            continue
        person = library.whole.people.get(review.by)
        if person is None:
            message = f'people.yml has nobody with the id "{review.by}".{did_you_mean(review.by, library.whole.people)}'
            yield Finding(module.file, ("review", "by"), message)
        elif person.credential is None:
            yield Finding(module.file, ("review", "by"), f"{person.name} has no credential in people.yml.")
