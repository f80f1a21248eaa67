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
    Case(
        "modules/cup-of-tea/clinicians.md",
        "This page is for people who offer tea to others.",
        "Kettle asked: “What is a cup of tea good for?”",
        "You can ask: “What is a cup of tea good for?”",
        "“What is",
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
            if count > most and not _is_nobodys(piece.text, run) and not any(_bare(words) in one for one in verified):
                message = f"{count} words stand in quotation marks and are not a verified quotation."
                yield Finding(piece.file, piece.at, message, " ".join(run.group().split()[:3]))


def _is_nobodys(text: str, run: re.Match[str]) -> bool:
    """Whether the marks hold a question to ask or a thought that one may have, and nobody is said to have said it."""
    words = run.group().strip('“”"').strip()
    if not (words.endswith("?") or _FIRST_PERSON.match(words)):
        return False
    return not _ATTRIBUTED.search(
        f"{text[max(0, run.start() - _NEAR) : run.start()]} {text[run.end() : run.end() + _NEAR]}"
    )


_NEAR = 60
_FIRST_PERSON = re.compile(r"(?:I|I['’]\w+|My|We)\b")
_ATTRIBUTED = re.compile(
    r"\b(?:said|says|wrote|writes|asked|called|calls|claims?|claimed|according to)\b", re.IGNORECASE
)


def _bare(words: str) -> str:
    return " ".join(words.replace("’", "'").split()).strip(" .,;:!?…")
