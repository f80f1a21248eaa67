"""The codes of what can be wrong before any rule is asked: files, YAML, the form of the data, Markdown, drawings."""

from builder.diagnostics.code import Code
from builder.load.codes.drawing import BROKEN_SVG, SVG_NOT_ALLOWED, SVG_WORDS
from builder.load.codes.files import (
    EMPTY_FILE,
    HIDDEN_SIGN,
    MISSING_FILE,
    ODD_NAME,
    OUTSIDE,
    TOO_LARGE,
    UNKNOWN_FILE,
    UNREADABLE,
)
from builder.load.codes.format import DUPLICATE_ID, MISSING_KEY, NOT_ONE_OF, UNKNOWN_KEY, WRONG_FORM, WRONG_TYPE
from builder.load.codes.markdown import (
    BROKEN_CITATION,
    EMPTY_HEADING,
    NOT_ALLOWED,
    RAW_HTML,
    UNCLOSED_BLOCK,
    UNKNOWN_BLOCK,
    WRONG_ANCHOR,
)
from builder.load.codes.yaml import ALIAS, AMBIGUOUS, BROKEN_YAML, DUPLICATE_KEY, TAG, TOO_DEEP

__all__ = [
    "ALIAS",
    "AMBIGUOUS",
    "BROKEN_CITATION",
    "BROKEN_SVG",
    "BROKEN_YAML",
    "CODES",
    "DUPLICATE_ID",
    "DUPLICATE_KEY",
    "EMPTY_FILE",
    "EMPTY_HEADING",
    "HIDDEN_SIGN",
    "MISSING_FILE",
    "MISSING_KEY",
    "NOT_ALLOWED",
    "NOT_ONE_OF",
    "ODD_NAME",
    "OUTSIDE",
    "RAW_HTML",
    "SVG_NOT_ALLOWED",
    "SVG_WORDS",
    "TAG",
    "TOO_DEEP",
    "TOO_LARGE",
    "UNCLOSED_BLOCK",
    "UNKNOWN_BLOCK",
    "UNKNOWN_FILE",
    "UNKNOWN_KEY",
    "UNREADABLE",
    "WRONG_ANCHOR",
    "WRONG_FORM",
    "WRONG_TYPE",
]

CODES: tuple[Code, ...] = (
    UNREADABLE, TOO_LARGE, OUTSIDE, MISSING_FILE, UNKNOWN_FILE, EMPTY_FILE, ODD_NAME, HIDDEN_SIGN,
    BROKEN_YAML, DUPLICATE_KEY, ALIAS, TAG, AMBIGUOUS, TOO_DEEP,
    UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, NOT_ONE_OF, WRONG_FORM, DUPLICATE_ID,
    RAW_HTML, NOT_ALLOWED, UNKNOWN_BLOCK, UNCLOSED_BLOCK, BROKEN_CITATION, WRONG_ANCHOR, EMPTY_HEADING,
    BROKEN_SVG, SVG_NOT_ALLOWED, SVG_WORDS,
)  # fmt: skip
"""Every code of this room, in order."""
