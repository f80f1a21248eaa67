"""Two modules or packets with one short code."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.addresses import packet_path, sheet_path
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
    """Look for a code that another module or packet has: first come those whose files were released under it."""
    if library.modules:  # asked once, with the shared files
        return
    owner: dict[str, str] = {}
    modules = (
        (f'module "{one.id}"', one.file, one.code, sheet_path(one.id, one.code, "module"))
        for one in library.whole.outlines.values()
    )
    packets = (
        (f'packet "{name}"', packet_file(name), one.code, packet_path(name, one.code))
        for name, one in library.packets.items()
    )
    printed = {library.ledger.moved.get(place, place) for place, _ in library.ledger.promised}
    for name, file, code, _ in sorted(chain(modules, packets), key=lambda one: f"{one[3]}.pdf" not in printed):
        if code in owner:
            yield Finding(file, ("code",), f'The {owner[code]} has the code "{code}" already.')
        owner.setdefault(code, name)
