"""A page that speaks of danger and shows no way to help."""

from collections.abc import Iterator
from datetime import date

from builder.check.phrases import found_in
from builder.check.pointers import pointers_of
from builder.check.rule import Case, rule
from builder.check.safety import forms_of, safety
from builder.check.texts import Sheet, sheets_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "SAF001",
        "danger-without-help",
        "error",
        "Somebody may read these words while it happens to them. The button at the top is easily missed; a way to help "
        "in the text, where the danger is named, is found.",
        "Add a sentence with [get help now](page:help) to the file that the message names, best as a safety block near "
        "its top. The words stand in builder/check/safety.yml.",
        "SAMHSA 2014, Trauma-Informed Approach: safety; WHO 2023, Preventing suicide: a resource for media "
        "professionals: say where to find help (from memory)",
    ),
    Case(
        "modules/cup-of-tea/practice.md",
        "Each of these takes a minute or two.",
        "Each of these takes a minute or two. Leave them if someone hurts you.",
        "Each of these takes a minute or two. If someone hurts you, [get help now](page:help).",
        "someone hurts",
    ),
    Case(
        "modules/cup-of-tea/clinicians.md",
        "This page is for people who offer tea to others.",
        "Not for: Someone who is in danger.",
        "Not for: Someone who is in danger. [Get help now](page:help) comes first.",
        "is in danger",
    ),
    Case(
        "pages/about.md",
        "It was written for tests.",
        "It was written for tests, and not for thoughts of suicide.",
        "It was written for tests. In thoughts of suicide, [get help now](page:help).",
        "suicide",
    ),
)
def danger_without_help(library: Library, today: date) -> Iterator[Finding]:
    """Look for words of danger on every published page whose own text does not lead to the help page."""
    shows_help = {one.file for one in pointers_of(library) if one.kind == "page" and one.name == "help"}
    for sheet in sheets_of(library):
        if _needs_a_way(sheet) and sheet.file not in shows_help:
            yield from _first_danger(sheet)


def _needs_a_way(sheet: Sheet) -> bool:
    """The help page is the way; the one sheet carries the emergency words on every print."""
    return sheet.name not in ("help", "handout")


def _first_danger(sheet: Sheet) -> Iterator[Finding]:
    for piece in sheet.pieces:
        word = next(found_in(piece.text, forms_of(safety().danger)), None)
        if word:
            message = f'"{word}" stands on this page, and no sentence in {sheet.file} leads to the help page.'
            yield Finding(piece.file, piece.at, message, word)
            return
