"""Two modules with one short code."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "STR002",
        "duplicate-code",
        "error",
        "The code is the address on paper and in QR codes. With two modules under one code, a sheet that is already "
        "handed out can open the wrong page.",
        "Give the newer module another code of three to eight letters.",
        "W3C: Cool URIs don’t change",
    ),
    Case("modules/window-seat/module.yml", "code: window", "code: tea", "code: bench", "tea"),
)
def duplicate_code(library: Library, today: date) -> Iterator[Finding]:
    """Look for a code that an earlier module has."""
    if library.modules:  # asked once, with the shared files
        return
    owner: dict[str, str] = {}
    for module in library.whole.outlines.values():
        if module.code in owner:
            message = f'The module "{owner[module.code]}" has the code "{module.code}" already.'
            yield Finding(module.file, ("code",), message)
        owner.setdefault(module.code, module.id)
