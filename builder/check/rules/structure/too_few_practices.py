"""A published module with too little to try."""

from collections.abc import Iterator
from datetime import date

from builder.check.limits import limits
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "STR008",
        "too-few-practices",
        "error",
        "What suits one reader does not suit the next. Without a choice, the page tells somebody whom it does not fit "
        "that nothing does.",
        "Add a practice to module.yml and place it in practice.md, or keep the module a draft.",
        "SAMHSA 2014: voice and choice; PEMAT-P, items 20 to 22",
    ),
    Case(
        "modules/window-seat/module.yml",
        "status: draft",
        "status: published",
        "status: draft",
        "practices:",
        in_file="modules/window-seat/module.yml",
    ),
)
def too_few_practices(library: Library, today: date) -> Iterator[Finding]:
    """Count the practices of each published module."""
    least = limits().practices
    for module in library.published:
        count = len(module.facts.practices)
        if count < least:
            message = f"The module has {count} of the {least} practices that a published module needs."
            yield Finding(module.file, ("practices",), message, on_key=True)
