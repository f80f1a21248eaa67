"""Lines and edges in a colour of the publisher's that is too close to what they stand on."""

from collections.abc import Iterator
from datetime import date

from builder.check.colours import too_close
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "ACC006",
        "faint-lines",
        "error",
        "An edge that cannot be seen leaves a field without a place to type and a button without a place to press. The "
        "lines of a drawing carry what it says.",
        "Choose a darker colour for one of the two and a lighter one for the other. Where you give only one of them, the "
        "other is the theme’s own. Colours that you leave out fit together.",
        "WCAG 2.2, 1.4.11 Non-text Contrast: at least 3 to 1",
        never_waived=True,
    ),
    Case(
        "publisher.yml",
        "",
        'name: Tea Clinic\ncolours:\n  light:\n    edge: "#b9bcbd"\n',
        'name: Tea Clinic\ncolours:\n  light:\n    edge: "#6b7071"\n',
        '"#b9bcbd"',
    ),
)
def faint_lines(library: Library, today: date) -> Iterator[Finding]:
    """Compute each pair of a line and its ground that holds one of the publisher's colours."""
    yield from too_close(library, "drawn")
