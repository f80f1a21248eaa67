"""An address that names a topic which can endanger a reader."""

from collections.abc import Iterator
from datetime import date

from builder.check.phrases import found_in
from builder.check.rule import Case, rule
from builder.check.safety import forms_of, safety
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "ADR001",
        "telling-address",
        "warning",
        "The id and the code stand in the browser’s history, in messages, on printed sheets and in the names of saved "
        "files. A discreet title does not cover them, and once published they stay.",
        "While the module is a draft, choose another id and code, such as safer-days and safer. On a published module, "
        "leave them: an address that people hold does not change. Then let it through on record in waivers.yml, with the "
        "reason.",
        "Chayn, trauma-informed design: safety, privacy; W3C, Cool URIs don’t change",
    ),
    Case("modules/cup-of-tea/module.yml", "code: tea", "code: abuse", "code: cup", "abuse"),
)
def telling_address(library: Library, today: date) -> Iterator[Finding]:
    """Look at the id and the code of every module, while both can still change."""
    groups = tuple(group for group in safety().telling if group.address)
    for module in library.modules.values():
        for field, name in (("id", module.facts.id), ("code", module.facts.code)):
            word = next(found_in(name.replace("-", " "), forms_of(groups)), None)
            if word:
                because = next(group.because for group in groups if any(found_in(word, group.words)))
                message = f'The {field} names "{word}", and it is part of an address. {because}'
                yield Finding(module.file, (field,), message, name)
