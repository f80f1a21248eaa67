"""A content note that sounds an alarm."""

from collections.abc import Iterator
from datetime import date

from builder.check.phrases import found_in
from builder.check.rule import Case, rule
from builder.check.safety import safety
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Path
from builder.model.library import Library
from builder.model.packet import packet_file


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
    Case(
        "packets/warm-evening.yml",
        "note: Two small things for an evening at home.",
        "note: Two upsetting things for an evening at home.",
        "note: Two things for an evening at home.",
        "upsetting",
    ),
)
def alarm_in_content_note(library: Library, today: date) -> Iterator[Finding]:
    """Look for words of feeling and alarm in every published note, of a module or a packet."""
    for module in library.published:
        if note := module.facts.content_note:
            yield from _alarms(note.covers, module.file, ("content_note", "covers"))
    for name, packet in library.packets.items():
        if packet.status == "published":
            yield from _alarms(packet.note, packet_file(name), ("note",))


def _alarms(text: str, file: str, at: Path) -> Iterator[Finding]:
    for group in safety().alarming:
        for word in found_in(text, group.words):
            yield Finding(file, at, f'The note says "{word}". {group.because}', word)
