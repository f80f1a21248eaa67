"""Two modules or packets with one short code."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library
from builder.model.packet import packet_file


@rule(
    Code(
        "STR002",
        "duplicate-code",
        "error",
        "The code is the address on paper and in QR codes. With two modules or packets under one code, a sheet that is "
        "already handed out can open the wrong page.",
        "Give the newer one another code of three to eight letters.",
        "W3C: Cool URIs don’t change",
    ),
    Case("modules/window-seat/module.yml", "code: window", "code: tea", "code: bench", "tea"),
    Case("packets/warm-evening.yml", "code: evening", "code: tea", "code: dusk", "tea"),
)
def duplicate_code(library: Library, today: date) -> Iterator[Finding]:
    """Look for a code that an earlier module or packet has."""
    if library.modules:  # asked once, with the shared files
        return
    owner: dict[str, str] = {}
    modules = ((f'module "{one.id}"', one.file, one.code) for one in library.whole.outlines.values())
    packets = ((f'packet "{name}"', packet_file(name), one.code) for name, one in library.packets.items())
    for name, file, code in chain(modules, packets):
        if code in owner:
            yield Finding(file, ("code",), f'The {owner[code]} has the code "{code}" already.')
        owner.setdefault(code, name)
