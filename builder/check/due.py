"""A library in, everything out that somebody has promised to do again, with its day: reviews, numbers, evidence, waivers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from builder.check.old_evidence import old_claims
from builder.diagnostics.finding import Path
from builder.model.days import months_later
from builder.model.library import Library, Module
from builder.model.numbers import line_lists


@dataclass(frozen=True)
class Due:
    """One thing to do again: the last day on which it is in order, what it is, who did it last, and where it stands."""

    day: date
    what: str
    who: str
    file: str
    at: Path


def due_by(library: Library, today: date, until: date) -> tuple[Due, ...]:
    """Everything that falls due up to `until`, the earliest first. What is overdue is part of it."""
    found = [one for one in _promised(library, today) if one.day <= until or one.day < today]
    return tuple(sorted(found, key=lambda one: (one.day, one.file, one.what)))


def _promised(library: Library, today: date) -> Iterator[Due]:
    for module in library.published:
        yield from _review(module, library)
        yield from _evidence(module, library, today)
    yield from _numbers(library)
    for number, waiver in library.waivers.items():
        what = f"The waiver of {waiver.rule} in {waiver.file}"
        yield Due(waiver.until, what, waiver.by, "waivers.yml", (number, "until"))


def _review(module: Module, library: Library) -> Iterator[Due]:
    if review := module.facts.review:
        what = f"The review of {module.facts.title}"
        yield Due(review.next, what, library.whole.name_of(review.by), module.file, ("review", "next"))


def _evidence(module: Module, library: Library, today: date) -> Iterator[Due]:
    months = library.settings.review.evidence_every_months
    for number, claim in old_claims(module, library, today):
        if look := claim.looked_again:
            what = f"The look for newer evidence on {claim.id} in {module.facts.title}"
            at = ("claims", number, "looked_again", "on")
            yield Due(months_later(look.on, months), what, library.whole.name_of(look.by), module.file, at)


def _numbers(library: Library) -> Iterator[Due]:
    """One entry for all lines of a list that fall due on one day."""
    every_days = library.settings.review.helplines_every_days
    for one in line_lists(library):
        days: dict[date, list[int]] = {}
        for place, line in enumerate(one.lines):
            if day := line.due(every_days):
                days.setdefault(day, []).append(place)
        for day, places in days.items():
            first = one.lines[places[0]]
            key = "next_check" if first.next_check == day else "last_checked"
            names = ", ".join(one.lines[place].name for place in places)
            what = f"The check of numbers in {one.name} ({names})"
            yield Due(day, what, "", one.file, (*one.at, places[0], key))
