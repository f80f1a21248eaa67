"""A practice that the practice page does not show."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import placed_of
from builder.model.library import Library


@rule(
    Code(
        "STR010",
        "practice-not-placed",
        "error",
        "The practice page is where a reader looks for all of them. One that is not placed there is not found.",
        "Place it in practice.md with a `practice` block, or take it out of module.yml.",
        "House rule of this library: what is written reaches a reader",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "  - id: watch-the-steam",
        """  - id: wash-the-cup
    title: Wash the cup
    why: Warm water can feel good.
    minutes: 1
    stop_if: the water feels too hot
    alternative: Dry the cup.
    steps:
      - Fill the sink.
      - Wash the cup.
  - id: watch-the-steam""",
        "  - id: watch-the-steam",
        "wash-the-cup",
    ),
)
def practice_not_placed(library: Library, today: date) -> Iterator[Finding]:
    """Compare the practices of each module with its practice page."""
    for module in library.modules.values():
        placed = {block.argument for block in placed_of(module.prose["practice"], "practice")}
        for number, practice in enumerate(module.facts.practices):
            if practice.id not in placed:
                message = f'practice.md does not place the practice "{practice.id}".'
                yield Finding(module.file, ("practices", number, "id"), message)
