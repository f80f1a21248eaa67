"""A text in, what it holds that a reader is not shown as words out: signs that nobody can see, and tags."""

import re
import sys
from html import unescape

_HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"  # of no width
    "\u2028\u2029\u202a-\u202e\u2066-\u2069"  # line ends that are none, and what turns the direction of words
    "\U000e0000-\U000e007f"  # tags
)
_SIGN = re.compile(f"[{_HIDDEN}]")
_SIGN_OR_REFERENCE = re.compile(rf"[{_HIDDEN}]|&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,31}});")
_TAG = re.compile(r"<[A-Za-z/!?][^>]{0,38}")


def hidden_in(text: str) -> str:
    """The first sign in a text that nobody can see, or nothing."""
    found = _SIGN.search(text)
    return found.group() if found else ""


def hidden_in_file(text: str) -> tuple[int, str] | None:
    """Where in a file the first such sign stands, itself or as a character reference, and the sign."""
    looked_for = _SIGN_OR_REFERENCE if "&" in text else _SIGN
    for found in looked_for.finditer(text):
        if sign := hidden_in(_meant(found.group())):
            return found.start(), sign
    return None


def _meant(written: str) -> str:
    """What a character reference stands for; of numbers those too that HTML forbids."""
    if not written.startswith("&#"):
        return unescape(written)
    number = int(written[3:-1], 16) if written[2] in "xX" else int(written[2:-1])
    return chr(number) if number <= sys.maxunicode else ""


def tag_in(text: str) -> str:
    """The start of the first HTML tag in plain words, or nothing."""
    found = _TAG.search(text)
    return found.group() if found else ""
