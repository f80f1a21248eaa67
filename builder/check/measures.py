"""A library in, out comes what the page to read of each published module measures, by the module's id."""

from builder.check.texts import Sheet, module_pieces
from builder.markup.reading import measure
from builder.model.library import Library, Module
from builder.model.topic import Measured


def measures(library: Library) -> dict[str, Measured]:
    """That of each published module."""
    return {module.id: measured(module) for module in library.published}


def measured(module: Module) -> Measured:
    """Every word is counted; the grade is that of the running text, as the rule on reading level has it."""
    sheet = Sheet("learn", module.file, tuple(piece for piece in module_pieces(module) if piece.on == "learn"))
    grade = measure(sentence for _, sentence in sheet.sentences()).grade
    return Measured(sum(len(piece.words) for piece in sheet.pieces), grade)
