"""Rules on other people’s words, in the order of their codes."""

from builder.check.rules.quotations.unverified_quotation_placed import unverified_quotation_placed
from builder.check.rules.quotations.unverified_words_in_marks import unverified_words_in_marks
from builder.check.rules.quotations.verified_without_source import verified_without_source

RULES = (
    unverified_words_in_marks,
    unverified_quotation_placed,
    verified_without_source,
)
