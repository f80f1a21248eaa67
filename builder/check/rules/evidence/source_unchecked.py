"""A source whose entry does not say how its record was checked."""

import re
from collections.abc import Iterator
from datetime import date

from builder.check.pointers import pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library

_CHECKED = re.compile(r"^\s*verified:\s*\S", re.MULTILINE)


@rule(
    Code(
        "EVI006",
        "source-unchecked",
        "error",
        "An entry that nobody checked can hold a title, a year or a study that never was. A reader who trusts it is "
        "misled.",
        "Look the record up. Write under `note` in references.yml what it found, how many took part, and after "
        "`verified:` where you saw it. Fill nothing in from memory.",
        "House rule of this library: a source is looked up before it is cited",
        never_waived=True,
    ),
    Case(
        "references.yml",
        'publisher: Ladle House\n  note: "verified: search - invented for the tests"',
        'publisher: Ladle House\n  note: "finding: Soup keeps warm under a lid."',
        'publisher: Ladle House\n  note: "verified: search - title page and year on a library list"',
        "@ladle2012",
        in_file="modules/cup-of-tea/clinicians.md",
    ),
    Case(
        "references.yml",
        'publisher: Ladle House\n  note: "verified: search - invented for the tests"',
        "publisher: Ladle House",
        'publisher: Ladle House\n  note: "verified: search (partial) - title and year on a library list; publisher not seen"',
        "@ladle2012",
        in_file="modules/cup-of-tea/clinicians.md",
    ),
    reads="references.yml",
)
def source_unchecked(library: Library, today: date) -> Iterator[Finding]:
    """Look at every source that something published stands on or cites."""
    for pointer in pointers_of(library):
        source = library.whole.references.get(pointer.name) if pointer.kind == "source" else None
        if source and pointer.is_public and not _CHECKED.search(source.note or ""):
            message = f'"{source.id}" does not say how its record was checked.'
            yield Finding(pointer.file, pointer.at, message, pointer.written)
