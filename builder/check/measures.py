"""A library in, out comes what the page to read of each published module measures, by the module's id."""

from builder.check.texts import sheets_of
from builder.markup.reading import measure
from builder.model.library import Library
from builder.model.topic import Measured


def measures(library: Library) -> dict[str, Measured]:
    """Every word is counted; the grade is that of the running text, as the rule on reading level has it."""
    return {
        sheet.file.split("/")[1]: Measured(
            sum(len(piece.words) for piece in sheet.pieces),
            measure(sentence for _, sentence in sheet.sentences()).grade,
        )
        for sheet in sheets_of(library)
        if sheet.name == "learn"
    }
