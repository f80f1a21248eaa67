"""Two sources that a reader cannot tell apart."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library
from builder.model.shared import Reference

_NAMED = 2
"""APA style names so many authors in a text; where there are more, the first alone."""


@rule(
    Code(
        "EVI007",
        "sources-alike",
        "error",
        "Both are cited with the same names and the same year. On paper nobody can tell which of them a claim stands on.",
        "Give the second one a letter after its year: `year-suffix: b`. Is the first already on paper? It can stay as it is.",
        "APA Publication Manual, 7th edition: works of the same authors and year",
    ),
    Case(
        "references.yml",
        "- id: ladle2012",
        "- id: spoon2010x\n  type: book\n  title: Another Spoon\n  author: [{family: Spoon, given: A.}]\n"
        "  issued: {date-parts: [[2010]]}\n- id: ladle2012",
        "- id: spoon2010x\n  type: book\n  title: Another Spoon\n  author: [{family: Spoon, given: A.}]\n"
        "  issued: {date-parts: [[2010]]}\n  year-suffix: b\n- id: ladle2012",
        "{date-parts: [[2010]]}",
    ),
    reads="references.yml",
)
def sources_alike(library: Library, today: date) -> Iterator[Finding]:
    """Look for two sources that are cited in the same words."""
    cited: dict[tuple[str, ...], str] = {}
    for key, source in library.references.items():
        first = cited.setdefault(_as_cited(source), key)
        if first != key:
            yield Finding("references.yml", (key, "issued"), f'"{key}" is cited in the same words as "{first}".')


def _as_cited(source: Reference) -> tuple[str, ...]:
    names = [name.family or name.literal or "" for name in source.author]
    shown = names if len(names) <= _NAMED else [names[0], "and others"]
    return (*shown, str(source.issued.date_parts[0][0]), source.year_suffix or "")
