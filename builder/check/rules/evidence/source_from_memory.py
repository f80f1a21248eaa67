"""A source whose record nobody has found."""

from collections.abc import Iterator
from datetime import date

from builder.check.pointers import pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library

_FROM_MEMORY = "verified: memory"


@rule(
    Code(
        "EVI004",
        "source-from-memory",
        "warning",
        "The record of this source was written down from memory. A reader who looks for it may not find it.",
        "Look the record up and write how it was checked in its note, or rest the claim on another source.",
        "ICMJE Recommendations: references are verified against the originals (from memory)",
    ),
    Case("modules/cup-of-tea/module.yml", "for: [spoon2010]", "for: [drawer1999]", "for: [spoon2010]", "drawer1999"),
)
def source_from_memory(library: Library, today: date) -> Iterator[Finding]:
    """Look at the sources that claims of published modules stand on."""
    for pointer in pointers_of(library):
        source = library.whole.references.get(pointer.name) if pointer.kind == "source" else None
        if source is None or pointer.home is None or not pointer.is_public or pointer.written:
            continue
        if _FROM_MEMORY in (source.note or ""):
            yield Finding(pointer.file, pointer.at, f'Nobody has found the record of "{source.id}" yet.')
