"""A module in, out comes what its page to read measures."""

from builder.check.texts import learn_pieces
from builder.markup.reading import measure
from builder.model.library import Module
from builder.model.topic import Measured


def measured(module: Module) -> Measured:
    """Every word is counted; the grade is that of the running text, as the rule on reading level has it."""
    pieces = list(learn_pieces(module))
    grade = measure(sentence for piece in pieces for sentence in piece.sentences).grade
    return Measured(sum(len(piece.words) for piece in pieces), grade)
