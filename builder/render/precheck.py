"""A report in, what readers are told of the check out: nothing of drafts, and no word that is for editors only."""

from collections.abc import Iterable, Iterator, Set
from datetime import date

from builder.diagnostics.code import Code
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.family import FAMILIES
from builder.markup.reading import sentences_of
from builder.model.library import Library
from builder.model.precheck import Decided, Open, Precheck
from builder.render.reviews import signature_holds


def precheck_of(
    library: Library, report: Report, codes: Iterable[Code], questions: tuple[tuple[str, str], ...], today: date
) -> Precheck:
    """Sum up what `codes` decided and what they leave to people. `questions` are asked of a reviewer: id, sentence."""
    shown = frozenset(one.id for one in library.published)
    return Precheck(
        decided=tuple(_decided(report, tuple(codes))),
        open=tuple(_open(shown, report)),
        questions=questions,
        let_through=tuple(one for one in library.waivers.values() if _is_public(one.file, shown)),
        topics=len(library.published),
        signed=sum(signature_holds(module, library, today) for module in library.published),
    )


def _decided(report: Report, codes: tuple[Code, ...]) -> Iterator[Decided]:
    """By family. A code that only reminds people decides nothing."""
    found = [one.code.family for one in report.diagnostics if one.code.severity != "person"]
    for family in FAMILIES:
        rules = sum(code.family == family and code.severity != "person" for code in codes)
        if rules:
            yield Decided(family.title, rules, found.count(family))


def _open(shown: Set[str], report: Report) -> Iterator[Open]:
    """The first sentence of a message says what is open; what follows is for the editor."""
    for one in report.diagnostics:
        if one.code.severity == "person" and _is_public(one.place.file, shown):
            yield Open(_module(one.place.file), sentences_of(one.message)[0])


def _is_public(file: str, shown: Set[str]) -> bool:
    module = _module(file)
    return not module or module in shown


def _module(file: str) -> str:
    top, *rest = file.split("/")
    return rest[0] if top == "modules" else ""
