"""Findings in, diagnostics out: a spot in the data becomes a line and a column."""

import re
from collections.abc import Iterable, Mapping

from builder.diagnostics.code import Code
from builder.diagnostics.diagnostic import Diagnostic
from builder.diagnostics.finding import Finding
from builder.diagnostics.place import Place
from builder.diagnostics.source import Source


def diagnostics_of(findings: Iterable[tuple[Code, Finding]], sources: Mapping[str, Source]) -> list[Diagnostic]:
    """Give each finding its place and the text of its line."""
    found = []
    for code, finding in findings:
        place = place_of(finding, sources)
        source = sources.get(finding.file)
        lines = source.text.split("\n") if source else []
        text = lines[place.line - 1].rstrip("\r") if place.line <= len(lines) else ""
        mend = finding.mend or code.mend
        found.append(Diagnostic(place, code, finding.message, mend, text, finding.who, finding.due))
    return found


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
        whole = re.search(rf"(?<!\w){spaced}(?!\w)", inside, re.IGNORECASE)
        word = whole or re.search(spaced, inside, re.IGNORECASE)
        offset += word.start() if word else 0
    else:
        offset += len(source.text[offset : extent.end]) - len(source.text[offset : extent.end].lstrip())
    before = source.text[:offset]
    return Place(finding.file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
