"""Text in, the words of it out as any file can hold them: no control characters, one space between words."""

import re

_NO_TEXT = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}-{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
_SPACES = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029 ]+")
_ODD_SPACES = re.compile(r"[\v\f\x1c-\x1f\x85\u2028\u2029]")
_ENDS = (".", "!", "?", "…", ".”", "?”", "!”")


def tidy(text: str) -> str:
    """The words of a line."""
    return _SPACES.sub(" ", _NO_TEXT.sub("", text))


def typed(text: str) -> str:
    """Text as it is typed: its lines and its spaces stay."""
    seen = _ODD_SPACES.sub(" ", _NO_TEXT.sub("", text)).replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return "\n".join(line.rstrip(" ") for line in seen.split("\n"))


def ended(text: str) -> str:
    """Words with a full stop, unless they end a sentence already."""
    bare = tidy(text).strip(" ")
    return bare if not bare or bare.endswith(_ENDS) else f"{bare}."
