"""The codes of Markdown: what the library’s dialect does not hold."""

from builder.diagnostics.code import Case, Code

_LEARN = "modules/cup-of-tea/learn.md"
_CLOTH = "A cloth is enough."

RAW_HTML = Code(
    "MKD001",
    "raw-html",
    "error",
    "HTML can run a program on a reader’s device, and it means nothing on paper.",
    "Take it out. Use plain Markdown or one of the blocks of the authors’ guide.",
    "OWASP Cross Site Scripting Prevention",
    (
        Case(_LEARN, _CLOTH, "A cloth is enough.<br>Or two.", "A cloth is enough.\n\nOr two are.", "<br>"),
        Case(_LEARN, _CLOTH, "A cloth <img src=x onerror=alert(1)> is enough.", _CLOTH, "<img"),
    ),
)
NOT_ALLOWED = Code(
    "MKD002",
    "not-in-the-dialect",
    "error",
    "The library keeps to a few forms that work on every device, on paper and in a screen reader. Slanted letters, for "
    "instance, are hard to read for many people.",
    "Use a paragraph, a list, **strong words**, a link or one of the blocks of the authors’ guide.",
    "House rule of this library: few forms; RNIB Clear Print: no italics",
    (
        Case(_LEARN, _CLOTH, "A cloth is *enough*.", "A cloth is **enough**.", "enough"),
        Case(
            "modules/cup-of-tea/clinicians.md",
            "This page is for people who offer tea to others.",
            "> This page is for people who offer tea to others.",
            "This page is for people who offer tea to others.",
            "> This",
        ),
    ),
)
UNKNOWN_BLOCK = Code(
    "MKD003",
    "unknown-block",
    "error",
    "Nothing knows how to show a block of this name, so its words would reach nobody.",
    "Use figure, practice, quote, say, safety or list.",
    "House rule of this library: few forms",
    (
        Case(
            "modules/cup-of-tea/clinicians.md",
            "/// say\nWould you like something warm to hold?\n///",
            "/// speak\nWould you like something warm to hold?\n///",
            "/// say\nWould you like a warm cup?\n///",
            "/// speak",
        ),
    ),
)
UNCLOSED_BLOCK = Code(
    "MKD004",
    "unclosed-block",
    "error",
    "Without its end, the block swallows the rest of the page.",
    "Put a line with only /// after the last line of the block.",
    "House rule of this library: a block has an end",
    (
        Case(
            "modules/cup-of-tea/practice.md",
            "/// practice | stir-slowly\n///\n",
            "/// practice | stir-slowly\n",
            "/// practice | stir-slowly\n///\n",
            "/// practice",
        ),
    ),
)
BROKEN_CITATION = Code(
    "MKD005",
    "broken-citation",
    "error",
    "A citation that cannot be read leaves a sentence without its source.",
    "Write [@key], or [@key; @key] with a semicolon between two sources. The keys stand in references.yml.",
    "Pandoc User’s Guide: citation syntax",
    (
        Case(
            _LEARN, "[@kettle2001; @spoon2010]", "[@kettle2001, @spoon2010]", "[@kettle2001; @spoon2010]", "[@kettle2001"
        ),
    ),
)  # fmt: skip
WRONG_ANCHOR = Code(
    "MKD006",
    "wrong-anchor",
    "error",
    "An anchor is part of an address that people send, print and read out.",
    "Use lower-case letters, digits and single hyphens, such as {#what-it-is}.",
    "RFC 3986, 3.5: fragment. The few letters are a house rule of this library",
    (Case(_LEARN, "{#spilled}", "{#Spilled Tea}", "{#spilled}", "{#Spilled"),),
)
EMPTY_HEADING = Code(
    "MKD007",
    "empty-heading",
    "error",
    "A screen reader reads a heading without words as nothing, and nobody can tell what comes under it.",
    "Write the words of the heading, or take it out.",
    "WCAG 2.2, 2.4.6",
    (Case(_LEARN, "## Spilled tea {#spilled}", "## {#spilled}", "## Spilled tea {#spilled}", "## {#"),),
)
