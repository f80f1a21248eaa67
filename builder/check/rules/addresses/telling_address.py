"""An address that names a topic which can endanger a reader."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from builder.check.phrases import found_in
from builder.check.rule import Case, rule
from builder.check.safety import forms_of, safety
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library
from builder.model.packet import packet_file


@rule(
    Code(
        "ADR001",
        "telling-address",
        "warning",
        "The id and the code stand in the browser’s history, in messages, on printed sheets and in the names of saved "
        "files. A discreet title does not cover them, and once published they stay.",
        "While the module or the packet is a draft, choose another id and code, such as safer-days and safer. On a published one, "
        "leave them: an address that people hold does not change. Then let it through on record in waivers.yml, with the "
        "reason.",
        "Chayn, trauma-informed design: safety, privacy; W3C, Cool URIs don’t change",
    ),
    Case("modules/cup-of-tea/module.yml", "code: tea", "code: abuse", "code: cup", "abuse"),
    Case("packets/warm-evening.yml", "code: evening", "code: abuse", "code: dusk", "abuse"),
)
def telling_address(library: Library, today: date) -> Iterator[Finding]:
    """Look at the id and the code of every module and packet, while both can still change."""
    groups = tuple(group for group in safety().telling if group.address)
    modules = ((one.file, one.facts.id, one.facts.code) for one in library.modules.values())
    packets = ((packet_file(name), one.id, one.code) for name, one in library.packets.items())
    for file, *names in chain(modules, packets):
        for field, name in zip(("id", "code"), names, strict=True):
            word = next(found_in(name.replace("-", " "), forms_of(groups)), None)
            if word:
                because = next(group.because for group in groups if any(found_in(word, group.words)))
                message = f'The {field} names "{word}", and it is part of an address. {because}'
                yield Finding(file, (field,), message, name)
