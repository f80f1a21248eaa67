"""Every rule, by family. These tuples are the only register of rules."""

from dataclasses import dataclass

from builder.check.rule import Rule
from builder.check.rules import (
    accessibility,
    addresses,
    evidence,
    language,
    media,
    quotations,
    references,
    review,
    safety,
    structure,
)


@dataclass(frozen=True)
class Family:
    """Rules that belong together. `name` is the folder, `title` stands on the documentation page."""

    name: str
    title: str
    rules: tuple[Rule, ...]


FAMILIES = (
    Family("structure", "Structure", structure.RULES),
    Family("references", "References", references.RULES),
    Family("evidence", "Evidence", evidence.RULES),
    Family("quotations", "Quotations", quotations.RULES),
    Family("review", "Review", review.RULES),
    Family("language", "Language", language.RULES),
    Family("safety", "Safety and choice", safety.RULES),
    Family("accessibility", "Accessibility of content", accessibility.RULES),
    Family("media", "Media and licences", media.RULES),
    Family("addresses", "Addresses", addresses.RULES),
)
