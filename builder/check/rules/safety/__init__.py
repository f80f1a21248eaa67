"""Rules on what keeps a reader safe and free to choose, in the order of their codes."""

from builder.check.rules.safety.alarm_in_content_note import alarm_in_content_note
from builder.check.rules.safety.body_focus_without_choice import body_focus_without_choice
from builder.check.rules.safety.danger_without_help import danger_without_help
from builder.check.rules.safety.exit_stays_here import exit_stays_here
from builder.check.rules.safety.help_page_without_numbers import help_page_without_numbers
from builder.check.rules.safety.telling_title import telling_title

RULES = (
    danger_without_help,
    telling_title,
    alarm_in_content_note,
    body_focus_without_choice,
    help_page_without_numbers,
    exit_stays_here,
)
