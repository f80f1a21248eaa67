"""A report in, words for a terminal out: place, code, source line with a caret, what, why, how to mend it."""

import re
from textwrap import fill

from builder.diagnostics.diagnostic import Diagnostic, Report
from builder.diagnostics.summary import summary

_COLOURS = {"error": "31", "warning": "33", "person": "36"}
_NAMES = {"error": "error", "warning": "warning", "person": "for a person"}
_COMMANDING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters of the content that could move the cursor, colour the screen or turn words round."""


def as_text(report: Report, folder: str, width: int = 80, colour: bool = False, before: Report | None = None) -> str:
    """Return the whole report, at most `width` columns wide. `folder` is put before each file's name.

    With the report of a moment `before`, what was in it already is only counted.
    """
    told = {_said(one) for one in before.diagnostics} if before else set()
    new = [one for one in report.diagnostics if _said(one) not in told]
    parts = [_one(diagnostic, folder, width, colour) for diagnostic in new]
    if old := len(report.diagnostics) - len(new):
        parts.append(f"{old} {'finding is as it was' if old == 1 else 'findings are as they were'}.")
    return "\n\n".join([*parts, summary(report, width)])


def _said(one: Diagnostic) -> tuple[str, ...]:
    """What is said, wherever its line stands now."""
    return one.place.file, one.code.id, one.message, one.line_text


def _one(diagnostic: Diagnostic, folder: str, width: int, colour: bool) -> str:
    code, place = diagnostic.code, diagnostic.place
    head = f"{folder}/{place.file}:{place.line}:{place.column}"
    kind = f"{_NAMES[code.severity]} {code.id} {code.name}"
    if colour:
        head, kind = f"\033[1m{head}\033[0m", f"\033[{_COLOURS[code.severity]}m{kind}\033[0m"
    words = [
        fill(_harmless(text), width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
        for text in (diagnostic.message, f"Why: {code.why}", f"Mend: {diagnostic.mend}")
    ]
    return "\n".join([head, f"  {kind}", *_excerpt(diagnostic, width), *words])


def _excerpt(diagnostic: Diagnostic, width: int) -> list[str]:
    line, column = _harmless(diagnostic.line_text), diagnostic.place.column
    if not line.strip():
        return []
    gutter = f"{diagnostic.place.line:>6} | "
    room = width - len(gutter) - 2
    start = max(0, column - 1 - room // 2) if len(line) > room else 0
    shown = ("…" if start else "") + line[start : start + room] + ("…" if start + room < len(line) else "")
    caret = column - 1 - start + (1 if start else 0)
    return [gutter + shown, " " * (len(gutter) - 2) + "| " + " " * caret + "^"]


def _harmless(text: str) -> str:
    return _COMMANDING.sub(lambda found: " " if found[0] in "\t\r\n" else "\ufffd", text)
