"""A citekey that references.yml does not have."""

import re
from collections.abc import Iterator
from datetime import date

from builder.check.pointers import pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.diagnostics.nearest import did_you_mean, one_slip_apart
from builder.model.library import Library


@rule(
    Code(
        "REF001",
        "unknown-source",
        "error",
        "A citation that leads to no source makes a sentence look checked that is not.",
        "Correct a slip of the pen. If the source is new, add it to references.yml; never take another one because it is "
        "there.",
        "NHS content standard: evidence; PIF TICK, criterion 4",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "it is kept short [@kettle2001]",
        "it is kept short [@kettel2001]",
        "it is kept short [@spoon2010]",
        "@kettel2001",
    ),
    Case("modules/cup-of-tea/module.yml", "for: [spoon2010]", "for: [spoon2011]", "for: [spoon2010]", "spoon2011"),
    reads="references.yml",
)
def unknown_source(library: Library, today: date) -> Iterator[Finding]:
    """Look up every citekey in prose, claims and quotations."""
    for pointer in pointers_of(library):
        if pointer.kind == "source" and pointer.name not in library.whole.references:
            near = did_you_mean(pointer.name, (key for key in library.whole.references if _may_be(key, pointer.name)))
            message = f'There is no source "{pointer.name}".{near}'
            yield Finding(pointer.file, pointer.at, message, pointer.written)


def _may_be(key: str, written: str) -> bool:
    """Whether a key may be meant. One of another author would put a wrong study behind a claim."""
    return _surname(key) == _surname(written) or one_slip_apart(key, written)


def _surname(key: str) -> str:
    return re.split(r"\d", key, maxsplit=1)[0]
