"""Words in quotation marks that are nobody’s checked words."""

import re
from collections.abc import Iterator
from datetime import date

from builder.check.limits import limits
from builder.check.rule import Case, rule
from builder.check.texts import pieces_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.reading import words_of
from builder.model.library import Library

_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")


@rule(
    Code(
        "QUO001",
        "unverified-words-in-marks",
        "error",
        "Quotation marks promise exact words. Much that is quoted in this field was never said, or not like this.",
        "Put the words into quotes.yml once they are verified and place them with a `quote` block; use a `say` block "
        "for words that somebody can use; else say the thought in your own words.",
        "House rule of this library: quotation marks promise words that were found",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "Tea can spill. A cloth is enough.",
        "Somebody wrote “tea is the rest of the whole world”.",
        "Kettle wrote “A warm cup in two hands is a small rest”.",
        "“tea",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "- Some people like a warm cup.",
        "- She said “I like a warm cup best of all”.",
        "- She said “I like it”.",
        "“I like",
    ),
)
def unverified_words_in_marks(library: Library, today: date) -> Iterator[Finding]:
    """Compare every longer run in quotation marks with the verified quotations."""
    verified = [_bare(quote.words or "") for quote in library.whole.quotes.values() if quote.status == "verified"]
    most = limits().words.quoted
    for piece in pieces_of(library):
        for run in _QUOTED.finditer(piece.text):
            words = run.group(1) or run.group(2) or ""
            count = len(words_of(words))
            if count > most and not any(_bare(words) in one for one in verified):
                message = f"{count} words stand in quotation marks and are not a verified quotation."
                yield Finding(piece.file, piece.at, message, " ".join(run.group().split()[:3]))


def _bare(words: str) -> str:
    return " ".join(words.replace("’", "'").split()).strip(" .,;:!?…")
