"""Text in a colour of the publisher's that is too close to what it stands on."""

from collections.abc import Iterator
from datetime import date

from builder.check.colours import too_close
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "ACC005",
        "faint-text",
        "error",
        "Faint words are lost on a cheap screen, in sunlight, with the screen turned down at night, and to tired or ageing "
        "eyes. Help and the way out are words too.",
        "Choose a darker colour for one of the two and a lighter one for the other. Where you give only one of them, the "
        "other is the theme’s own. Colours that you leave out fit together.",
        "WCAG 2.2, 1.4.6 Contrast (Enhanced): at least 7 to 1",
        never_waived=True,
    ),
    Case(
        "publisher.yml",
        "",
        'name: Tea Clinic\ncolours:\n  light:\n    link: "#4a7a9c"\n',
        'name: Tea Clinic\ncolours:\n  light:\n    link: "#1d4e6e"\n',
        '"#4a7a9c"',
    ),
    Case(
        "publisher.yml",
        "",
        'name: Tea Clinic\ncolours:\n  dark:\n    night: "#4f6f86"\n',
        'name: Tea Clinic\ncolours:\n  dark:\n    night: "#2a3f5f"\n',
        '"#4f6f86"',
    ),
)
def faint_text(library: Library, today: date) -> Iterator[Finding]:
    """Compute each pair of text and ground that holds one of the publisher's colours."""
    yield from too_close(library, "text")
