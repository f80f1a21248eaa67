"""A sentence that is too long."""

from collections.abc import Iterator
from datetime import date

from builder.check.limits import limits
from builder.check.rule import Case, rule
from builder.check.texts import pieces_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.reading import words_of
from builder.model.library import Library


@rule(
    Code(
        "LAN002",
        "long-sentence",
        "error",
        "Before its end, a tired or upset reader may have lost its start.",
        "Make two sentences of it.",
        "ISO 24495-1; NHS content style: short sentences",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "Tea can spill. A cloth is enough.",
        "Tea can spill, and a cloth is enough, and then you can sit down, and look out, and sip it, and let the day be "
        "as it is.",
        "Tea can spill, and a cloth is enough.",
        "Tea can",
    ),
)
def long_sentence(library: Library, today: date) -> Iterator[Finding]:
    """Count the words of every sentence of running text."""
    most = limits().words.sentence
    for piece in pieces_of(library):
        for sentence in piece.sentences:
            count = len(words_of(sentence))
            if count > most:
                message = f"This sentence has {count} words; at most {most} are allowed."
                yield Finding(piece.file, piece.at, message, " ".join(sentence.split()[:3]))
