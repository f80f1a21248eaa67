"""A paragraph that is too long."""

from collections.abc import Iterator
from datetime import date

from builder.check.limits import limits
from builder.check.rule import Case, rule
from builder.check.texts import pieces_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Span
from builder.model.library import Library


@rule(
    Code(
        "LAN003",
        "long-paragraph",
        "warning",
        "A wall of words is passed over. One thought a paragraph can be found again.",
        "Start a new paragraph where the thought turns, or make a list.",
        "PEMAT-P, item 8",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "Tea can spill. A cloth is enough.",
        f"Tea can spill.{' You can wipe it up with a cloth, and sit down again.' * 8}",
        "Tea can spill. You can wipe it up.",
        "Tea can",
    ),
)
def long_paragraph(library: Library, today: date) -> Iterator[Finding]:
    """Count the words of every paragraph."""
    most = limits().words.paragraph
    for piece in pieces_of(library):
        count = len(piece.words)
        if isinstance(piece.at, Span) and piece.runs and count > most:
            yield Finding(piece.file, piece.at, f"This paragraph has {count} words; at most {most} are good.")
