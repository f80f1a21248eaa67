"""A module in, its claims out whose newest source is older than the policy allows."""

from collections.abc import Iterator
from datetime import date

from builder.model.claim import Claim
from builder.model.library import Library, Module
from builder.model.shared import Reference


def old_claims(module: Module, library: Library, today: date) -> Iterator[tuple[int, Claim]]:
    """Each old claim with its number. Old is not wrong: it asks for somebody to look for newer sources."""
    oldest = today.year - library.settings.review.evidence_years
    for number, claim in enumerate(module.facts.claims):
        keys = (*claim.sources, *claim.against)
        years = [_year(library.whole.references.get(key)) for key in keys]
        if years and None not in years and max(year for year in years if year) < oldest:
            yield number, claim


def _year(source: Reference | None) -> int | None:
    issued = getattr(source, "issued", None)  # a source whose entry is broken has none
    return issued.date_parts[0][0] if issued and issued.date_parts[0] else None
