"""Something that the reviewer found wanting, and that readers are told of."""

from collections.abc import Iterator
from datetime import date

from builder.check.noes import noes
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "REV013",
        "answered-no",
        "person",
        "A reviewer who says no has seen what no program sees. Kept in a file and not acted on, it helps nobody.",
        "Mend what the note names, and ask the reviewer to look and to sign again.",
        "NHS content standard: clinical assurance",
    ),
    Case(
        "modules/warm-socks/module.yml",
        '    - ask: culture-fits\n      said: "yes"\n',
        '    - ask: culture-fits\n      said: "no"\n      note: Some go barefoot at home.\n',
        '    - ask: culture-fits\n      said: "yes"\n      note: A line on going barefoot was added.\n',
        '"no"',
    ),
)
def answered_no(library: Library, today: date) -> Iterator[Finding]:
    """Look beside each signature for a no that can be told to readers."""
    yield from noes(library, that_stop=False)
