"""A content note that sounds an alarm."""

from collections.abc import Iterator
from datetime import date

from builder.check.phrases import found_in
from builder.check.rule import Case, rule
from builder.check.safety import safety
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "SAF003",
        "alarm-in-content-note",
        "warning",
        "A note gives a choice: what a part is about, and how to go round it. An alarm takes the choice away, since it "
        "frightens and does not inform.",
        "Name the topics and where they stand, such as: the middle of this page names drinking in a family. The words "
        "stand in builder/check/safety.yml.",
        "Bridgland and others 2023, on content warnings in general; the wording is a house rule of this library",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "covers: One part is about spilled tea.",
        "covers: One part may be upsetting.",
        "covers: One part names hot water.",
        "upsetting",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "covers: One part is about spilled tea.",
        "covers: Graphic spills.",
        "covers: Spills, near the top.",
        "Graphic",
    ),
)
def alarm_in_content_note(library: Library, today: date) -> Iterator[Finding]:
    """Look for words of feeling and alarm in every published note."""
    for module in library.published:
        note = module.facts.content_note
        for group in safety().alarming if note else ():
            for word in found_in(note.covers if note else "", group.words):
                message = f'The note says "{word}". {group.because}'
                yield Finding(module.file, ("content_note", "covers"), message, word)
