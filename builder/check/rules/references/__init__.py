"""Rules on what points at something else, in the order of their codes."""

from builder.check.rules.references.figure_never_placed import figure_never_placed
from builder.check.rules.references.link_to_unpublished import link_to_unpublished
from builder.check.rules.references.unknown_anchor import unknown_anchor
from builder.check.rules.references.unknown_claim import unknown_claim
from builder.check.rules.references.unknown_figure import unknown_figure
from builder.check.rules.references.unknown_list import unknown_list
from builder.check.rules.references.unknown_module import unknown_module
from builder.check.rules.references.unknown_page import unknown_page
from builder.check.rules.references.unknown_practice import unknown_practice
from builder.check.rules.references.unknown_quote import unknown_quote
from builder.check.rules.references.unknown_source import unknown_source
from builder.check.rules.references.unknown_term import unknown_term
from builder.check.rules.references.unsafe_link import unsafe_link

RULES = (
    unknown_source,
    unknown_claim,
    unknown_quote,
    unknown_term,
    unknown_module,
    unknown_practice,
    unknown_figure,
    unknown_page,
    unknown_anchor,
    unknown_list,
    unsafe_link,
    link_to_unpublished,
    figure_never_placed,
)
