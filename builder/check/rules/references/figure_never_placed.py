"""A drawing that no page shows."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Span
from builder.markup.walk import placed_of
from builder.model.library import Library


@rule(
    Code(
        "REF013",
        "figure-never-placed",
        "error",
        "Work went into a drawing that nobody sees, or a page lost it by mistake.",
        "Place it with a `figure` block, or take the file away.",
        "House rule of this library: what is written reaches a reader",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "/// figure | cup\nThe steam is drawn from an idea. Nobody measured it.\n///\n",
        "",
        "/// figure | cup\nIt is drawn from an idea.\n///\n",
        "<svg",
        in_file="modules/cup-of-tea/figures/cup.svg",
    ),
)
def figure_never_placed(library: Library, today: date) -> Iterator[Finding]:
    """Compare the drawings of each module with what its pages place."""
    for module in library.modules.values():
        placed = {block.argument for prose in module.prose.values() for block in placed_of(prose, "figure")}
        for name, figure in module.figures.items():
            if name not in placed:
                yield Finding(figure.file, Span(1, 1), f'No page of the module places the drawing "{name}".')
