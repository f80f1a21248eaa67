"""The codes of what shows only when the paper is made."""

from builder.diagnostics.code import Case, Code

_FACTS = "modules/cup-of-tea/module.yml"
_LONG = " What else could you try, at home or on the way there?"

HANDOUT_TOO_LONG = Code(
    "PDF001",
    "sheet-too-long",
    "error",
    "The handout is one sheet, so that it can be handed over, pinned up and photocopied. In large print it may use both sides.",
    "Shorten its points or its questions, or choose a practice with fewer steps.",
    "House rule of this library: one sheet to hand over",
    (
        Case(
            _FACTS,
            "- What helps you pause?",
            f"- What helps you pause?{_LONG * 12}",
            "- What helps you pause?",
            "handout:",
            _FACTS,
        ),
    ),
)
NO_SUCH_LETTER = Code(
    "PDF002",
    "letter-without-font",
    "error",
    "The font of the PDFs has no such letter. On paper, an empty box would stand among the words.",
    "Write it in another way: a word for a sign, a name in Latin letters. Or ask whoever keeps the library’s look for a "
    "font that has the letter.",
    "PDF/UA-1, ISO 14289-1, 7.21.8",
    (
        Case(
            "modules/cup-of-tea/learn.md",
            "A cloth is enough.",
            "A cloth is enough. In China, tea is 茶.",
            "A cloth is enough. In China, tea is cha.",
            "茶",
        ),
    ),
)
NOT_PRINTABLE = Code(
    "PDF003",
    "not-printable",
    "error",
    "A sheet is made so that a screen reader can read all of it, or it is not made. Something in this module is in the way.",
    "Look in this module for a title or heading in which nothing can be seen, an address of thousands of letters, or a "
    "drawing of very many parts inside one another. The message says which of them it is.",
    "PDF/UA-1, ISO 14289-1",
    (Case(_FACTS, "title: Watch the steam", 'title: "\\u061C"', "title: Watch the steam", "id: cup-of-tea", _FACTS),),
)

CODES = (HANDOUT_TOO_LONG, NO_SUCH_LETTER, NOT_PRINTABLE)
"""Every code of this room, in order."""
