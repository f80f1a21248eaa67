"""One id twice in a list."""

from collections.abc import Iterable, Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Path
from builder.model.library import Library


@rule(
    Code(
        "STR003",
        "duplicate-id",
        "error",
        "What points at this id can only reach one of the two, and nobody knows which.",
        "Give one of them another id. Keep the one that is already published.",
        "House rule of this library: an id names one thing, for good",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "  - id: slow-stir",
        "  - {id: warm-cup-pause, says: A cup can wait., status: theory, holds_for: An idea., for: [spoon2010]}\n"
        "  - id: slow-stir",
        "  - {id: cup-can-wait, says: A cup can wait., status: theory, holds_for: An idea., for: [spoon2010]}\n"
        "  - id: slow-stir",
        "warm-cup-pause",
    ),
    Case("helplines.yml", "- id: sock-land", "- id: tea-land", "- id: sock-island", "tea-land"),
)
def duplicate_id(library: Library, today: date) -> Iterator[Finding]:
    """Look through claims, practices and countries."""
    for module in library.modules.values():
        yield from _twice(module.file, "claims", (claim.id for claim in module.facts.claims))
        yield from _twice(module.file, "practices", (practice.id for practice in module.facts.practices))
    yield from _twice("helplines.yml", "countries", (country.id for country in library.helplines.countries))
    if not library.modules:  # asked once, with the shared files
        yield from _in_one_place(library.whole)


def _in_one_place(whole: Library) -> Iterator[Finding]:
    """The page of all claims has a place for each module, and one for each claim that is made of both ids."""
    taken = {id: f'the module "{id}"' for id in whole.outlines}
    for outline in whole.outlines.values():
        own = [claim for claim, _ in outline.claims]
        for number, claim in enumerate(own):
            place = f"{outline.id}-{claim}"
            if place in taken and claim not in own[:number]:
                message = f'On the page of all claims, "{claim}" would stand at "{place}", where {taken[place]} stands.'
                yield Finding(outline.file, ("claims", number, "id"), message)
            taken.setdefault(place, f'the claim "{claim}" of "{outline.id}"')


def _twice(file: str, name: str, ids: Iterable[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, id in enumerate(ids):
        at: Path = (name, number, "id")
        if id in seen:
            yield Finding(file, at, f'The id "{id}" stands twice under {name}.')
        seen.add(id)
