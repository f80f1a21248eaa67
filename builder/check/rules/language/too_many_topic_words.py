"""A page that leans on the words of its field."""

from collections.abc import Iterator
from datetime import date

from builder.check.limits import limits
from builder.check.phrases import found_in
from builder.check.rule import Case, rule
from builder.check.texts import sheets_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Span
from builder.markup.reading import words_of
from builder.model.library import Library


@rule(
    Code(
        "LAN006",
        "too-many-topic-words",
        "warning",
        "Each long word of the field costs a reader the strength for another sentence. They are a page’s budget.",
        "Say what happens instead of naming it: calm down together, feel on guard, cope alone.",
        "PEMAT-P, items 3 and 4",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "Tea can spill. A cloth is enough.",
        f"Tea can spill.{' The vagus nerve, the vagal nerve.' * 9}",
        "Tea can spill.",
        "This is a sample page",
        in_file="modules/cup-of-tea/learn.md",
    ),
)
def too_many_topic_words(library: Library, today: date) -> Iterator[Finding]:
    """Count the words of the field on every reader page of some length."""
    most = limits()
    for sheet in sheets_of(library):
        total = sum(len(piece.words) for piece in sheet.pieces)
        if sheet.for_clinicians or total < most.topic_from:
            continue
        found = [word for piece in sheet.pieces for word in found_in(piece.text, most.topic_words)]
        share = sum(len(words_of(word)) for word in found) / total
        if share > most.topic_share:
            message = f"{share:.1%} of {total} words are words of the field; at most {most.topic_share:.0%} are good."
            yield Finding(sheet.file, Span(1, 1), message)
