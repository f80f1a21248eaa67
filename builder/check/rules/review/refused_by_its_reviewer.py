"""Something that the reviewer found wanting, and that keeps a page from its readers."""

from collections.abc import Iterator
from datetime import date

from builder.check.noes import noes
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "REV014",
        "refused-by-its-reviewer",
        "error",
        "A clinician has seen that the page can harm somebody, or says more than is known. A reader cannot see that, "
        "so nothing goes out until it is mended.",
        "Mend what the note names, and ask the reviewer to look and to sign again.",
        "SAMHSA: safety; NHS content standard: clinical assurance",
        never_waived=True,
    ),
    Case(
        "modules/warm-socks/module.yml",
        '    - ask: helplines-fit\n      said: "yes"\n',
        '    - ask: helplines-fit\n      said: "no"\n      note: No line is for cold feet.\n',
        '    - ask: helplines-fit\n      said: "yes"\n      note: A line for cold feet was added on the help page.\n',
        '"no"',
    ),
)
def refused_by_its_reviewer(library: Library, today: date) -> Iterator[Finding]:
    """Look beside each signature for a no that stops publishing."""
    yield from noes(library, that_stop=True)
