"""A page, a style sheet or a script as people write it in, the same as a weak signal needs it out: no remarks, no indentation."""

import re

_TEXT_OR_REMARK = re.compile(r'("[^"]*")|/\*.*?\*/', re.DOTALL)
_AROUND_SIGNS = re.compile(r"\s*([{};,>])\s*")
_LINE_REMARK = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENTED = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)
_SAMPLE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_GAP = re.compile(r"[ \t]*\n[ \t\n]*")
_STROKE = re.compile(r"(<img [^>]*[^ >/]) ?/>")  # what XHTML wanted there


def bare_style(text: str) -> str:
    """A style sheet. What stands in quotation marks stays as it is."""
    parts = _TEXT_OR_REMARK.split(text)
    return "".join(part or "" if at % 2 else _joined(part) for at, part in enumerate(parts)).strip()


def _joined(rules: str) -> str:
    return _AROUND_SIGNS.sub(r"\1", re.sub(r"\s+", " ", rules)).replace(": ", ":").replace(";}", "}")


def bare_script(text: str) -> str:
    """A script in which no text runs over a line. Remarks go that have a line of their own; a licence in /* */ stays."""
    return _INDENTED.sub("", _LINE_REMARK.sub("", text))


def bare_page(html: str) -> str:
    """A page. What stands in a sample stays as it is."""
    parts = _SAMPLE.split(html)
    return "".join(part if at % 2 else _STROKE.sub(r"\1>", _GAP.sub("\n", part)) for at, part in enumerate(parts))
