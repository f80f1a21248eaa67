"""A withdrawn module that does not say why."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "STR009",
        "withdrawn-without-reason",
        "error",
        "Somebody comes here from a sheet or a message. A page that is gone without a word leaves them with nothing.",
        "Add `withdrawn:` with a reason, and `replaced_by:` where another module serves instead.",
        "NHS content policy: withdrawn content says so",
    ),
    Case(
        "modules/window-seat/module.yml",
        "status: draft",
        "status: withdrawn",
        "status: withdrawn\nwithdrawn: {reason: It was only a sample., replaced_by: warm-socks}",
        "withdrawn",
    ),
)
def withdrawn_without_reason(library: Library, today: date) -> Iterator[Finding]:
    """Look at the status of each module."""
    for module in library.modules.values():
        if module.facts.status == "withdrawn" and module.facts.withdrawn is None:
            yield Finding(module.file, ("status",), "The module is withdrawn and does not say why.")
