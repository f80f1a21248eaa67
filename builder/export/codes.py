"""The codes of what shows only when the paper is made."""

from builder.diagnostics.code import Code

HANDOUT_TOO_LONG = Code(
    "PDF001",
    "sheet-too-long",
    "error",
    "The handout is one sheet, so that it can be handed over, pinned up and photocopied.",
    "Shorten its points, choose a practice with fewer steps, or shorten the questions.",
)
NO_SUCH_LETTER = Code(
    "PDF002",
    "letter-without-font",
    "error",
    "The font of the PDFs has no such letter: on paper there would be an empty box.",
    "Write the word in another way, or ask for a font that has the letter.",
)

NOT_PRINTABLE = Code(
    "PDF003",
    "not-printable",
    "error",
    "Something in this module cannot be set on paper in a way that a screen reader can read.",
    "Look for an empty heading, an empty title or a drawing without a size in this module.",
    "PDF/UA-1, ISO 14289-1",
)

CODES = (HANDOUT_TOO_LONG, NO_SUCH_LETTER, NOT_PRINTABLE)
"""Every code of this room, in order."""
