"""Plain words in, Markdown or HTML out that says exactly these words."""

import re

_NEVER = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
"""The last two of each plane are no characters, and never will be (Unicode 17, 23.7), like those of one row of the first."""
_NOT_PRINTED = re.compile(rf"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_NEVER}]")
_SPACES = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029 ]+")
_ODD_SPACES = re.compile(r"[\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_SPECIAL = re.compile(r"[\\`<>&{}\[\]]|[^\S ]")
_MARKED = re.compile(r"[*_#]")
_OPENS_BLOCK = re.compile(r"[-+/!?%@.:~]")
_OPENS_CODE = re.compile(r"^~", re.MULTILINE)
_OPENS_LIST = re.compile(r"^\d+(?=\.)")
_UNSAFE_IN_VALUE = re.compile(r"[^0-9A-Za-z ,.;/?@%~_()’“”-]")


def tidy(text: str) -> str:
    """The words as HTML can show them: runs of white space are one space, control characters are gone."""
    if text.isprintable() and "  " not in text:  # as most are, and this is seen far sooner
        return text
    return _SPACES.sub(" ", _NOT_PRINTED.sub("", text))


def words_html(text: str) -> str:
    """Plain words for the middle of a line. Nothing in them can be read as HTML."""
    return _SPECIAL.sub(_reference, tidy(text))


def words(text: str) -> str:
    """Plain words for the middle of a line. Nothing in them can be read as Markdown or HTML."""
    return _MARKED.sub(r"\\\g<0>", words_html(text))


def typed(text: str) -> str:
    """Text as it is typed, for the inside of an element of HTML: its lines and spaces stay, and nothing else is read."""
    seen = _ODD_SPACES.sub(" ", _NOT_PRINTED.sub("", text)).expandtabs(4)
    kept = (_SPECIAL.sub(_reference, one.rstrip(" ")) for one in seen.split("\n"))
    text = _OPENS_CODE.sub(_reference, "\n".join(kept))
    return re.sub(r"(?<=\n)\n", "&#10;", text)  # a line with nothing in it would end a block of Markdown


def opened_html(line: str) -> str:
    """A whole line of finished HTML, its start written as `opened` writes it."""
    return _reference(found) + line[found.end() :] if (found := _OPENS_BLOCK.match(line)) else line


def opened(line: str) -> str:
    """A whole line of finished Markdown; its start cannot open a list, a rule or a block."""
    return _OPENS_LIST.sub(r"\g<0>\\", opened_html(line))


def value(text: str) -> str:
    """Plain words for the value of an attribute, without its quotation marks."""
    return _UNSAFE_IN_VALUE.sub(_reference, tidy(text).strip())


def address(url: str) -> str:
    """A web address for the brackets of a link. What could be read as a reference is none."""
    return re.sub(
        r"[\s\\<>()\[\]`{}\"'*_|^]|(?<=&)#",
        lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()),
        url,
    )


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found.group())};"
