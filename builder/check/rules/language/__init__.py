"""Rules on how easy, kind and careful the words are, in the order of their codes."""

from builder.check.rules.language.hard_to_read import hard_to_read
from builder.check.rules.language.late_caveat import late_caveat
from builder.check.rules.language.long_paragraph import long_paragraph
from builder.check.rules.language.long_sentence import long_sentence
from builder.check.rules.language.too_many_topic_words import too_many_topic_words
from builder.check.rules.language.word_to_avoid import word_to_avoid
from builder.check.rules.language.word_to_rethink import word_to_rethink

RULES = (
    hard_to_read,
    long_sentence,
    long_paragraph,
    word_to_avoid,
    word_to_rethink,
    too_many_topic_words,
    late_caveat,
)
