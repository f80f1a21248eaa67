"""Findings in, diagnostics out: a spot in the data becomes a line and a column."""

import re
from collections.abc import Iterable, Iterator, Mapping

from builder.diagnostics.code import Code
from builder.diagnostics.diagnostic import Diagnostic
from builder.diagnostics.finding import Finding
from builder.diagnostics.place import Place
from builder.diagnostics.printed import in_print
from builder.diagnostics.source import Source

MOST = 100
"""More findings of one kind in one file help nobody, and a file that is made to break would give a million."""


def diagnostics_of(findings: Iterable[tuple[Code, Finding]], sources: Mapping[str, Source]) -> list[Diagnostic]:
    """Give each finding its place and the text of its line. Of one code in one file only so many are named."""
    found = []
    for (code, finding), more in _within_reason(findings):
        place = place_of(finding, sources)
        message = f"{finding.message} There are {more} more of this kind in this file." if more else finding.message
        source = sources.get(finding.file)
        text = source.lines[place.line - 1] if source else ""
        mend = finding.mend or code.mend
        found.append(Diagnostic(place, code, in_print(message), mend, text, finding.who, finding.due))
    return found


def _within_reason(
    findings: Iterable[tuple[Code, Finding]],
) -> Iterator[tuple[tuple[Code, Finding], int]]:
    """The first findings of each code in each file; the last of them with the number of those that are left out."""
    held: dict[tuple[str, str], list[tuple[Code, Finding]]] = {}
    for code, finding in findings:
        held.setdefault((code.id, finding.file), []).append((code, finding))
    for same in held.values():
        for number, one in enumerate(same[:MOST], start=1):
            yield one, len(same) - MOST if number == MOST else 0


def place_of(finding: Finding, sources: Mapping[str, Source]) -> Place:
    """Where a finding points: at its word inside its spot, or at the start of the spot."""
    source = sources.get(finding.file)
    if source is None:
        return Place(finding.file)
    extent = source.extent_of(finding.at, finding.on_key)
    offset = extent.start
    if finding.word:
        spaced = r"\s+".join(re.escape(part) for part in finding.word.split())
        inside = source.text[extent.start : extent.end]
        forms = (rf"(?<![\w-]){spaced}(?![\w-])", rf"(?<!\w){spaced}(?!\w)", spaced)
        word = next(filter(None, (re.search(form, inside, re.IGNORECASE) for form in forms)), None)
        offset += word.start() if word else 0
    else:
        offset += len(source.text[offset : extent.end]) - len(source.text[offset : extent.end].lstrip())
    return Place(finding.file, *source.position_of(offset))
