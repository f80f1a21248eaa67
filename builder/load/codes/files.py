"""The codes of files: what cannot be read, is not there, or does not belong here."""

from builder.diagnostics.code import Bytes, Case, Code, Link

_FILE = "modules/tidy-drawer/clinicians.md"
_WORDS = "Offer to look at one drawer, and take no for an answer.\n"

UNREADABLE = Code(
    "FIL001",
    "unreadable-file",
    "error",
    "What cannot be read cannot be checked; and what is not saved as UTF-8 would turn into other letters on the page.",
    "Where it is not UTF-8: open the file in your editor and save it again with that encoding, or take it out of content/ if it "
    "is no text. Where you may not read it: ask whoever looks after the computer for the right to.",
    "RFC 3629: UTF-8",
    (Case(_FILE, "", Bytes(b"Offer a caf\xe9.\n", "bytes that are not UTF-8"), _WORDS, ""),),
)
TOO_LARGE = Code(
    "FIL002",
    "file-too-large",
    "error",
    "Nobody reads a text of this size to its end. It is here by mistake, or to bring the builder down.",
    "Split it into smaller files, or take out of content/ what does not belong there.",
    "CWE-770: resources without limits. The limit itself is a house rule of this library",
    (Case(_FILE, "", Bytes(_WORDS.encode(), "more than 1000 kB", times=20_000), _WORDS, ""),),
)
OUTSIDE = Code(
    "FIL003",
    "link-out-of-content",
    "error",
    "What lies outside the content folder, a private note for instance, would be published without anybody meaning to.",
    "Put a copy of the file itself in the place of the link.",
    "CWE-59: link following",
    (Case(_FILE, "", Link("../../../private/notes.md"), _WORDS, ""),),
)
MISSING_FILE = Code(
    "FIL004",
    "missing-file",
    "error",
    "A page that readers are led to, or a list that every page draws on, is made from this file.",
    "Add a file with exactly this name. `psychoed new module ID` writes a module with all its parts.",
    "House rule of this library: every module has the same parts",
    (Case(_FILE, "", None, _WORDS, ""),),
)
UNKNOWN_FILE = Code(
    "FIL005",
    "unknown-file",
    "warning",
    "Nothing reads this file, so what it says reaches nobody. Most often there is a slip in its name, or it lies in the "
    "wrong folder.",
    "Give it the name that was meant, move it to its folder, or take it out of content/.",
    "House rule of this library: what is written reaches a reader",
    (Case("modules/tidy-drawer/notes.md", "", "Ask Cy about the spoons.\n", None, ""),),
)
EMPTY_FILE = Code(
    "FIL006",
    "empty-file",
    "error",
    "A file that says nothing leaves its part of the library out, and nobody would notice.",
    "Fill it in. A list that is meant to be empty holds only [].",
    "House rule of this library: every module has the same parts",
    (Case(_FILE, "", "", _WORDS, ""),),
)
ODD_NAME = Code(
    "FIL007",
    "odd-name",
    "error",
    "A name that cannot be typed, printed or kept everywhere is lost on the way to somebody else, or passes for another.",
    "Give it a short name of lower-case letters, digits and hyphens.",
    "Unicode Technical Report 36; naming rules of Windows",
    (Case("modules/tidy-drawer/con.md", "", "Ask Cy about the spoons.\n", None, ""),),
)
HIDDEN_SIGN = Code(
    "FIL008",
    "hidden-sign",
    "error",
    "A sign that nobody can see can turn words round, so that a text says something else than it shows. Search and "
    "screen readers stumble over it.",
    "Delete the words round this place, and type them again.",
    "Unicode Technical Report 36; Trojan Source, CVE-2021-42574",
    (Case(_FILE, "Offer the seat", "Offer\u202e the seat", "Offer the seat", "\u202e"),),
)
