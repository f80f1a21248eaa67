"""A drawing that does not say who made it, and what others may do with it."""

from collections.abc import Iterator
from datetime import date

from builder.check.limits import limits
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Span
from builder.model.library import Library


@rule(
    Code(
        "MED001",
        "unknown-licence",
        "error",
        "The library promises that its words and drawings may be copied, printed, changed and shared. Whoever does so "
        "answers for a drawing that somebody else did not give away.",
        "Write into `metadata` the licence, a comma and who made it, such as: CC BY 4.0, Steady Together. If it was not "
        "given under one of the licences in builder/check/limits.yml, draw another.",
        "SPDX licence list; Creative Commons, recommended practices for attribution",
    ),
    Case(
        "modules/cup-of-tea/figures/cup.svg",
        "<metadata>CC BY 4.0, Sample Library</metadata>",
        "<metadata>All rights reserved, Sample Library</metadata>",
        "<metadata>CC-BY-4.0, Sample Library</metadata>",
        "All rights reserved, Sample Library",
    ),
    Case(
        "modules/cup-of-tea/figures/cup.svg",
        "<metadata>CC BY 4.0, Sample Library</metadata>",
        "<metadata>CC BY 4.0</metadata>",
        "<metadata>CC0, Ada Kettle</metadata>",
        "CC BY 4.0",
    ),
)
def unknown_licence(library: Library, today: date) -> Iterator[Finding]:
    """Read the licence of every published drawing."""
    known = {_plain(licence) for licence in limits().licences}
    for module in library.published:
        for figure in module.figures.values():
            if not figure.svg:  # a broken drawing stands in for itself, and is refused already
                continue
            licence, _, maker = figure.licence.partition(",")
            at = Span(1, figure.svg.count("\n") + 1)
            if _plain(licence) not in known:
                message = f'"{licence}" is not known as a licence to copy, print, change and share.'
                yield Finding(figure.file, at, message, figure.licence)
            elif not maker.strip():
                yield Finding(figure.file, at, "The drawing does not say who made it.", figure.licence)


def _plain(licence: str) -> str:
    """CC-BY-4.0 of the SPDX list and the usual CC BY 4.0 are one."""
    return " ".join(licence.replace("-", " ").split()).casefold()
