"""A list that the library cannot make."""

from collections.abc import Iterator
from datetime import date

from builder.check.pointers import pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.diagnostics.nearest import did_you_mean
from builder.model.library import Library

LISTS = (
    "answered",
    "book",
    "called",
    "card",
    "changes",
    "claims",
    "clinicians",
    "data",
    "decided",
    "directories",
    "edition",
    "emergency",
    "files",
    "glossary",
    "helplines",
    "marks",
    "open",
    "packet-files",
    "packets",
    "practices",
    "questions",
    "quotations",
    "reviews",
    "rules",
    "search",
    "stick",
    "topics",
)
"""The lists that a page can place."""


@rule(
    Code(
        "REF010",
        "unknown-list",
        "error",
        "Nothing would stand where the list was meant to be.",
        "Use one of the lists that the message names, and only on a page in content/pages.",
        "House rule of this library: what a page names is there",
    ),
    Case("pages/try.md", "/// list | practices", "/// list | practises", "/// list | practices", "practises"),
)
def unknown_list(library: Library, today: date) -> Iterator[Finding]:
    """Look at every list that a page places."""
    for pointer in pointers_of(library):
        if pointer.kind != "list":
            continue
        if pointer.home is not None:
            yield Finding(
                pointer.file, pointer.at, "A list of the library stands only on its own pages.", pointer.written
            )
        elif pointer.name not in LISTS:
            near = did_you_mean(pointer.name, LISTS)
            message = f'There is no list "{pointer.name}".{near} Lists: {", ".join(LISTS)}.'
            yield Finding(pointer.file, pointer.at, message, pointer.written)
