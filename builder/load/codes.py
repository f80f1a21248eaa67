"""The codes of what can be wrong before any rule is asked: files, YAML, the form of the data, Markdown, drawings."""

from builder.diagnostics.code import Code

UNREADABLE = Code(
    "FIL001",
    "unreadable-file",
    "error",
    "A file that cannot be read as UTF-8 text cannot be checked, and nobody would see what it says.",
    "Open it in your editor and save it again as UTF-8.",
)
TOO_LARGE = Code(
    "FIL002",
    "file-too-large",
    "error",
    "A text of this size is not something a person reads. It is a mistake, or an attack on the builder.",
    "Split it, or take out what does not belong here.",
)
OUTSIDE = Code(
    "FIL003",
    "link-out-of-content",
    "error",
    "A link to a file outside the content folder would publish something that nobody meant to publish.",
    "Put the file itself here instead of the link.",
)
MISSING_FILE = Code(
    "FIL004",
    "missing-file",
    "error",
    "The library cannot be built without this file.",
    "Add the file. `psychoed new module ID` writes a module with all its parts.",
)
UNKNOWN_FILE = Code(
    "FIL005",
    "unknown-file",
    "warning",
    "Nothing reads this file, so what it says reaches nobody.",
    "Rename it to the name that was meant, or take it away.",
)
EMPTY_FILE = Code(
    "FIL006",
    "empty-file",
    "error",
    "A file that says nothing leaves its part of the library out, and nobody would notice.",
    "Fill it in. A list that is meant to be empty is written [].",
)
ODD_NAME = Code(
    "FIL007",
    "odd-name",
    "error",
    "A name that cannot be typed, printed or kept everywhere is lost on the way to somebody else, or passes for another.",
    "Give it a short name of lower-case letters, digits and hyphens.",
    "Unicode Technical Report 36; naming rules of Windows",
)
HIDDEN_SIGN = Code(
    "FIL008",
    "hidden-sign",
    "error",
    "A sign that nobody can see can turn words round, so that a text says something else than it shows. Search and "
    "screen readers stumble over it.",
    "Delete the words round this place, and type them again.",
    "Unicode Technical Report 36; Trojan Source, CVE-2021-42574",
)
BROKEN_YAML = Code(
    "YML001",
    "broken-yaml",
    "error",
    "The file is not valid YAML, so the builder cannot tell what it says.",
    "Look at this line and the one above: a missing quotation mark, a missing colon or a wrong indent is the usual cause.",
    "YAML 1.2.2",
)
DUPLICATE_KEY = Code(
    "YML002",
    "duplicate-key",
    "error",
    "Of two values under one key, one is lost without a word.",
    "Keep one of the two.",
    "YAML 1.2.2, 3.2.1.3: keys are unique",
)
ALIAS = Code(
    "YML003",
    "alias",
    "error",
    "An alias can grow a small file until the machine has no memory left, and it hides what a line says.",
    "Write the value out where it is used.",
)
TAG = Code(
    "YML004",
    "tag",
    "error",
    "A tag tells a program how to treat a value. Content needs none.",
    "Take the tag (the word with the exclamation mark) away.",
)
AMBIGUOUS = Code(
    "YML005",
    "ambiguous-value",
    "error",
    "Programs differ on what this means: some read no as false, 012 as ten, and 1:30 as ninety.",
    "Put quotation marks round it.",
    "YAML 1.1 types against YAML 1.2.2 core schema",
)
TOO_DEEP = Code(
    "YML006",
    "too-deep",
    "error",
    "Values nested this deep are not content. They can exhaust the builder.",
    "Take levels out.",
)
UNKNOWN_KEY = Code(
    "FMT001",
    "unknown-key",
    "error",
    "A key that the format does not know is read by nobody; it is most often a slip of the pen.",
    "Correct the key, or take it out.",
)
MISSING_KEY = Code(
    "FMT002",
    "missing-key",
    "error",
    "The page cannot be made without it.",
    "Add the key.",
)
WRONG_TYPE = Code(
    "FMT003",
    "wrong-type",
    "error",
    "The builder expects another kind of value here.",
    "Write the value in the form that is named.",
)
NOT_ONE_OF = Code(
    "FMT004",
    "not-one-of",
    "error",
    "Only a few words are allowed here, so that they mean the same everywhere.",
    "Use one of the words that are named.",
)
WRONG_FORM = Code(
    "FMT005",
    "wrong-form",
    "error",
    "The value does not have the form that makes it work, for instance as part of an address.",
    "Write it in the form that is named.",
)
DUPLICATE_ID = Code(
    "FMT006",
    "duplicate-id",
    "error",
    "Two entries with one id cannot be told apart.",
    "Give one of them another id. Keep the one that is already published.",
)
RAW_HTML = Code(
    "MKD001",
    "raw-html",
    "error",
    "HTML in content can run code on a reader's device, and it has no place in a printed sheet or a book.",
    "Take it out. Use plain Markdown or one of the blocks of the authors' guide.",
    "OWASP Cross Site Scripting Prevention",
)
NOT_ALLOWED = Code(
    "MKD002",
    "not-in-the-dialect",
    "error",
    "The library keeps to a few forms that work on every device, on paper and in a screen reader.",
    "Use a paragraph, a list, **strong words**, a link or one of the blocks of the authors' guide.",
)
UNKNOWN_BLOCK = Code(
    "MKD003",
    "unknown-block",
    "error",
    "The block would be shown to nobody.",
    "Use figure, practice, quote, say, safety or list.",
)
UNCLOSED_BLOCK = Code(
    "MKD004",
    "unclosed-block",
    "error",
    "Without its end, the block swallows the rest of the page.",
    "Put a line with /// after its last line.",
)
BROKEN_CITATION = Code(
    "MKD005",
    "broken-citation",
    "error",
    "A citation that cannot be read leaves a sentence without its source.",
    "Write [@key] or [@key; @key].",
    "Pandoc citation syntax",
)
WRONG_ANCHOR = Code(
    "MKD006",
    "wrong-anchor",
    "error",
    "An anchor is part of an address that people send and print.",
    "Use lower-case letters, digits and single hyphens, such as {#what-it-is}.",
    "RFC 3986, 3.5",
)
EMPTY_HEADING = Code(
    "MKD007",
    "empty-heading",
    "error",
    "A heading without words is read out as nothing, and cannot be printed.",
    "Write the words of the heading, or take it out.",
    "WCAG 2.2, 2.4.6",
)
BROKEN_SVG = Code(
    "SVG001",
    "broken-drawing",
    "error",
    "The file is not a well-formed drawing, so some readers would see nothing.",
    "Export it again as plain SVG.",
    "SVG 2; XML 1.0",
)
SVG_NOT_ALLOWED = Code(
    "SVG002",
    "not-in-a-drawing",
    "error",
    "A drawing needs lines, shapes and words. Scripts, styles, links and outside parts can act on a reader's device.",
    "Take it out of the drawing.",
    "SVG 2, 2.1: secure static mode",
)
SVG_WORDS = Code(
    "SVG003",
    "drawing-without-words",
    "error",
    "Somebody who cannot see the drawing needs its title and its description; everybody needs its licence.",
    "Add title, desc and metadata (the licence) as the first three elements.",
    "WCAG 2.2, 1.1.1",
)

CODES: tuple[Code, ...] = (
    UNREADABLE, TOO_LARGE, OUTSIDE, MISSING_FILE, UNKNOWN_FILE, EMPTY_FILE, ODD_NAME, HIDDEN_SIGN,
    BROKEN_YAML, DUPLICATE_KEY, ALIAS, TAG, AMBIGUOUS, TOO_DEEP,
    UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, NOT_ONE_OF, WRONG_FORM, DUPLICATE_ID,
    RAW_HTML, NOT_ALLOWED, UNKNOWN_BLOCK, UNCLOSED_BLOCK, BROKEN_CITATION, WRONG_ANCHOR, EMPTY_HEADING,
    BROKEN_SVG, SVG_NOT_ALLOWED, SVG_WORDS,
)  # fmt: skip
"""Every code of this room, in order."""
