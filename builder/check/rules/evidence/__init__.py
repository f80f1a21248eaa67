"""Rules on claims and the sources that they stand on, in the order of their codes."""

from builder.check.rules.evidence.claim_without_source import claim_without_source
from builder.check.rules.evidence.contested_one_sided import contested_one_sided
from builder.check.rules.evidence.sides_of_uncontested import sides_of_uncontested
from builder.check.rules.evidence.source_from_memory import source_from_memory
from builder.check.rules.evidence.source_unchecked import source_unchecked
from builder.check.rules.evidence.sources_alike import sources_alike
from builder.check.rules.evidence.study_without_source import study_without_source

RULES = (
    claim_without_source,
    contested_one_sided,
    sides_of_uncontested,
    source_from_memory,
    study_without_source,
    source_unchecked,
    sources_alike,
)
