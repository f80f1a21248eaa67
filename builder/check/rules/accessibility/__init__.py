"""Rules on content that everyone can use, in the order of their codes."""

from builder.check.rules.accessibility.description_says_nothing import description_says_nothing
from builder.check.rules.accessibility.faint_lines import faint_lines
from builder.check.rules.accessibility.faint_text import faint_text
from builder.check.rules.accessibility.heading_says_nothing import heading_says_nothing
from builder.check.rules.accessibility.too_much_at_once import too_much_at_once
from builder.check.rules.accessibility.vague_link_text import vague_link_text

RULES = (
    vague_link_text,
    too_much_at_once,
    description_says_nothing,
    heading_says_nothing,
    faint_text,
    faint_lines,
)
