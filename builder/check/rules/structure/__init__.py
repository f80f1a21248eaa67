"""Rules on the form of pages and modules, in the order of their codes."""

from builder.check.rules.structure.block_without_words import block_without_words
from builder.check.rules.structure.duplicate_anchor import duplicate_anchor
from builder.check.rules.structure.duplicate_code import duplicate_code
from builder.check.rules.structure.duplicate_id import duplicate_id
from builder.check.rules.structure.folder_differs_from_id import folder_differs_from_id
from builder.check.rules.structure.half_written_mark import half_written_mark
from builder.check.rules.structure.heading_level import heading_level
from builder.check.rules.structure.heading_without_anchor import heading_without_anchor
from builder.check.rules.structure.misplaced_block import misplaced_block
from builder.check.rules.structure.missing_landing import missing_landing
from builder.check.rules.structure.practice_not_placed import practice_not_placed
from builder.check.rules.structure.still_to_be_written import still_to_be_written
from builder.check.rules.structure.table_for_readers import table_for_readers
from builder.check.rules.structure.taken_id import taken_id
from builder.check.rules.structure.too_few_practices import too_few_practices
from builder.check.rules.structure.too_many_words import too_many_words
from builder.check.rules.structure.withdrawn_without_reason import withdrawn_without_reason

RULES = (
    folder_differs_from_id,
    duplicate_code,
    duplicate_id,
    heading_without_anchor,
    duplicate_anchor,
    heading_level,
    too_many_words,
    too_few_practices,
    withdrawn_without_reason,
    practice_not_placed,
    misplaced_block,
    block_without_words,
    table_for_readers,
    missing_landing,
    taken_id,
    still_to_be_written,
    half_written_mark,
)
