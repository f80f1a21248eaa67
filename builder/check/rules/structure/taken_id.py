"""A module whose address something else has."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library
from builder.model.page import RESERVED_IDS


@rule(
    Code(
        "STR015",
        "taken-id",
        "error",
        "The module would take the place of a page that every reader needs, such as the one with the numbers to call.",
        "Give the module another id.",
        "House rule of this library: an id names one thing, for good",
    ),
    Case("modules/tidy-drawer/module.yml", "id: tidy-drawer", "id: help", "id: tidy-drawer", "help"),
    Case("modules/tidy-drawer/module.yml", "id: tidy-drawer", "id: sources", "id: tidy-drawer", "sources"),
)
def taken_id(library: Library, today: date) -> Iterator[Finding]:
    """Look at each module's id."""
    for module in library.modules.values():
        taken = {module.facts.id, module.id} & RESERVED_IDS
        if taken:
            yield Finding(module.file, ("id",), f'The address "{taken.pop()}" belongs to a page of the library.')
