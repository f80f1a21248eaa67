"""A page that asks for more schooling than its readers may have."""

from collections.abc import Iterator
from datetime import date

from builder.check.limits import limits
from builder.check.rule import Case, rule
from builder.check.texts import Sheet, sheets_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.reading import SMOG_SENTENCES, Reading, measure
from builder.model.library import Library

_HARD = (
    "Circulation irregularities occasionally accompany overwhelming exhaustion, particularly immediately afterwards."
)
_FEWEST_WORDS = 8


@rule(
    Code(
        "LAN001",
        "hard-to-read",
        "error",
        "Stress and bad nights make reading harder for everyone. The two formulas are no proof that a page is "
        "understood, but a page over these grades is harder for many readers.",
        "Cut long sentences in two and take shorter words, the hardest sentence first. The limits stand in "
        "builder/check/limits.yml.",
        "Kincaid and others 1975; McLaughlin 1969; AHRQ Health Literacy Universal Precautions",
    ),
    Case(
        "modules/cup-of-tea/practice.md",
        "Each of these takes a minute or two. Choose one.",
        f"{_HARD} {_HARD} {_HARD}",
        "Each of these takes a minute. Choose one.",
        "Circulation",
    ),
    Case(
        "modules/cup-of-tea/clinicians.md",
        "This page is for people who offer tea to others.",
        f"{_HARD} {_HARD} {_HARD}",
        "This page is for people who offer tea.",
        "Circulation",
    ),
)
def hard_to_read(library: Library, today: date) -> Iterator[Finding]:
    """Measure the running text of every published page."""
    for sheet in sheets_of(library):
        sentences = list(sheet.sentences())
        reading = measure(sentence for _, sentence in sentences)
        if not _is_hard(sheet, reading):
            continue
        piece, hardest = max(sentences, key=lambda one: _grade(one[1]))
        name = _NAMES.get(sheet.name, "The page")
        message = f"{name} reads at {_grades(sheet, reading)}. Its hardest sentence starts here."
        yield Finding(piece.file, piece.at, message, " ".join(hardest.split()[:3]))


_NAMES = {"learn": "The page learn", "practice": "The page practice", "handout": "The one sheet"}


def _is_hard(sheet: Sheet, reading: Reading) -> bool:
    most = limits().grades
    if sheet.for_clinicians:
        return round(reading.grade, 1) > most.clinician
    return round(reading.grade, 1) > most.reader or round(reading.smog or 0, 1) > most.smog


def _grades(sheet: Sheet, reading: Reading) -> str:
    most = limits().grades
    grade = (
        f"grade {reading.grade:.1f} (Flesch–Kincaid; at most {most.clinician if sheet.for_clinicians else most.reader})"
    )
    if reading.smog is None:
        return f"{grade}; {reading.sentences} sentences are too few for SMOG, which needs {SMOG_SENTENCES}"
    return f"{grade} and {reading.smog:.1f} (SMOG" + (")" if sheet.for_clinicians else f"; at most {most.smog})")


def _grade(sentence: str) -> float:
    reading = measure([sentence])
    return reading.grade if reading.words >= _FEWEST_WORDS else 0.0
