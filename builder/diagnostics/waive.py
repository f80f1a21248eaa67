"""Diagnostics and waivers in, what is let through and what is left out, with a finding for every waiver that is wrong."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from builder.diagnostics.code import Code
from builder.diagnostics.codes import EXPIRED, NOT_ALLOWED, UNKNOWN_RULE, UNUSED
from builder.diagnostics.diagnostic import Diagnostic, Waived
from builder.diagnostics.finding import Finding
from builder.diagnostics.nearest import did_you_mean
from builder.diagnostics.resolve import diagnostics_of
from builder.diagnostics.source import Source
from builder.model.days import days_later
from builder.model.shared import Waiver

FILE = "waivers.yml"
"""Where waivers stand."""

LONGEST = 366
"""So many days at most: whoever let something through looks at it again within a year."""


@dataclass(frozen=True)
class Sifted:
    """What is left for the report, findings about the waivers included, and what was let through."""

    kept: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...]


def waive(
    diagnostics: Iterable[Diagnostic],
    waivers: Mapping[int, Waiver],
    codes: Iterable[Code],
    today: date,
    sources: Mapping[str, Source],
) -> Sifted:
    """Let through what a waiver in force allows. `codes` are all that there are; a waiver holds through its last day."""
    by_id = {code.id: code for code in codes}
    wrong = {number: fault for number, one in waivers.items() if (fault := _fault(number, one, by_id, today))}
    in_force: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, waiver in waivers.items():
        if number not in wrong:
            in_force[waiver.rule, waiver.file].append(number)
    kept: list[Diagnostic] = []
    waived: list[Waived] = []
    used: set[int] = set()
    for one in diagnostics:
        near = in_force.get((one.code.id, one.place.file), ())
        allowing = [number for number in near if (waivers[number].words or "") in one.line_text]
        used.update(allowing)
        if allowing:
            waived.append(Waived(one, waivers[allowing[0]]))
        else:
            kept.append(one)
    if not _is_half_read(kept):
        wrong |= {number: _unused(number, waivers[number], sources) for number in waivers.keys() - used - wrong.keys()}
    return Sifted((*kept, *diagnostics_of(wrong.values(), sources)), tuple(waived))


def _fault(number: int, waiver: Waiver, by_id: Mapping[str, Code], today: date) -> tuple[Code, Finding] | None:
    """Why a waiver is not in force, if it is not."""
    code = by_id.get(waiver.rule)
    if code is None:
        message = f"There is no rule {waiver.rule}.{did_you_mean(waiver.rule, by_id)}"
        return UNKNOWN_RULE, Finding(FILE, (number, "rule"), message)
    if not code.is_waivable:
        why = (
            "It stops nothing, and readers are told of it: it"
            if code.severity == "person"
            else f"{code.id} {code.name}"
        )
        return NOT_ALLOWED, Finding(FILE, (number, "rule"), f"{why} cannot be waived by anybody.")
    if waiver.until > days_later(today, LONGEST):
        message = f"This waiver would hold until {waiver.until.isoformat()}, and at most {LONGEST} days are allowed."
        return NOT_ALLOWED, Finding(
            FILE, (number, "until"), message, mend="Choose an earlier day, and decide again then."
        )
    if waiver.until < today:
        message = f"This waiver of {code.id} held until {waiver.until.isoformat()}; today is {today.isoformat()}."
        return EXPIRED, Finding(FILE, (number, "until"), message, who=waiver.by, due=waiver.until)
    return None


def _is_half_read(kept: Iterable[Diagnostic]) -> bool:
    """Whether some file could not be read in full. What a waiver is for may then only be hidden."""
    return any(one.code.severity == "error" and not one.code.is_waivable for one in kept)


def _unused(number: int, waiver: Waiver, sources: Mapping[str, Source]) -> tuple[Code, Finding]:
    if waiver.file not in sources:
        message = f'There is no file "{waiver.file}".{did_you_mean(waiver.file, sources)}'
        return UNUSED, Finding(FILE, (number, "file"), message)
    if waiver.words is not None:
        message = f"{waiver.rule} finds nothing in {waiver.file} in a line with these words."
        return UNUSED, Finding(FILE, (number, "words"), message)
    return UNUSED, Finding(FILE, (number, "rule"), f"{waiver.rule} finds nothing in {waiver.file}.")
