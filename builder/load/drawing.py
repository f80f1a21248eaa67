"""SVG text in, a figure out, or what is wrong with it and where. Nothing outside the file is ever opened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Span
from builder.load import codes
from builder.model.library import Figure

ELEMENTS = frozenset({"svg", "title", "desc", "metadata", "g", "path", "rect", "circle", "text"})
"""What a drawing may be made of."""

ATTRIBUTES = frozenset({
    "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "class", "cx", "cy", "d", "dominant-baseline",
    "fill", "fill-opacity", "fill-rule", "font-family", "font-size", "font-style", "font-weight", "height", "id", "lang",
    "letter-spacing", "opacity", "r", "role", "rx", "ry", "stroke", "stroke-dasharray", "stroke-dashoffset",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor",
    "transform", "width", "x", "y",
})  # fmt: skip
"""What its parts may say of themselves. The svg element has xmlns and viewBox besides, and no size."""

_NAMES = ("id", "aria-labelledby", "aria-describedby")
_AT_TOP = ("title", "desc", "metadata")
_ON_ROOT = (ATTRIBUTES - {"width", "height"}) | {"xmlns", "viewBox"}
_CLASSES = re.compile(r"\s*(f-[a-z]+\s*)*")
_REACHES_OUT = re.compile(r"url\(|//|\\", re.IGNORECASE)
_NAMESPACE = "http://www.w3.org/2000/svg"
_NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)"
_VIEW_BOX = re.compile(rf"\s*{_NUMBER}[\s,]+{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*")


@dataclass
class _Seen:
    """What the parser met: words by element, words in the picture, and every part written anew with all signs escaped."""

    name: str
    top: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    troubles: list[tuple[Code, int, str, str, str]] = field(default_factory=list)

    def named(self, ids: str) -> str:
        """Names of parts as nothing else on a page has them: drawing programs use the same ones each time."""
        return " ".join(f"{self.name}.{one}" for one in ids.split())


def figure_of(name: str, file: str, text: str) -> tuple[Figure | None, tuple[tuple[Code, Finding], ...]]:
    """Read one drawing. The figure is None where anything is wrong; else it holds only what was read and let through."""
    seen = _Seen(name)
    entity = re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE)
    if entity:  # Not even parsed: entities can be made to fill the memory.
        line = text[: entity.start()].count("\n") + 1
        finding = Finding(file, Span(line, line), "A document type is not allowed in a drawing.", entity.group())
        return None, ((codes.SVG_NOT_ALLOWED, finding),)
    _parse(seen, text)
    if not seen.troubles:
        seen.troubles.extend(_missing_words(seen))
    findings = tuple(
        (code, Finding(file, Span(line, line), message, word, mend))
        for code, line, word, message, mend in seen.troubles
    )
    if findings:
        return None, findings
    title, description, licence = (" ".join(seen.top[tag].split()) for tag in _AT_TOP)
    words = tuple(" ".join(one.split()) for one in seen.words if one.strip())
    return Figure(name, file, "".join(seen.made), title, description, licence, words), ()


def _parse(seen: _Seen, text: str) -> None:
    parser = expat.ParserCreate()

    def refuse(word: str, what: str) -> None:
        _refuse(seen, parser.CurrentLineNumber, word, what)

    parser.StartElementHandler = lambda tag, attributes: _start(seen, parser.CurrentLineNumber, tag, attributes)
    parser.EndElementHandler = lambda tag: _end(seen, tag)
    parser.CharacterDataHandler = lambda data: _words(seen, parser.CurrentLineNumber, data)
    parser.CommentHandler = lambda _: refuse("<!--", "A comment")
    parser.StartCdataSectionHandler = lambda: refuse("<![CDATA[", "A CDATA section")
    parser.ProcessingInstructionHandler = lambda target, _: refuse(f"<?{target}", "A processing instruction")
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        message = f"This is not well-formed: {expat.ErrorString(error.code)}."
        seen.troubles.append((codes.BROKEN_SVG, error.lineno, "", message, ""))


def _start(seen: _Seen, line: int, tag: str, attributes: dict[str, str]) -> None:
    if not seen.open:
        seen.troubles.extend((codes.BROKEN_SVG, line, f"<{tag}", message, "") for message in _root(tag, attributes))
    elif tag not in ELEMENTS - {"svg"} or (tag in _AT_TOP and seen.open != ["svg"]):
        _refuse(seen, line, f"<{tag}", f"The element {tag}" + (" at this place" if tag in ELEMENTS else ""))
    for key, value in attributes.items():
        known = key in (ATTRIBUTES if seen.open else _ON_ROOT)
        if not known or (key == "class" and not _CLASSES.fullmatch(value)):
            mend = _apart(value) if key == "style" else ""
            _refuse(seen, line, key, f'The attribute {key}="{value[:40]}"', mend)
        elif key != "xmlns" and _REACHES_OUT.search(value):
            _refuse(seen, line, key, f"The attribute {key}")
    seen.open.append(tag)
    seen.words += [""] * (tag == "text")
    own = {key: seen.named(value) if key in _NAMES else value for key, value in attributes.items()}
    seen.made.append(f"<{tag}{''.join(f' {key}={quoteattr(value)}' for key, value in own.items())}>")


def _root(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    if tag != "svg":
        yield "The file does not start with an svg element."
        return
    if attributes.get("xmlns") != _NAMESPACE:
        yield f'The drawing does not say xmlns="{_NAMESPACE}".'
    box = _VIEW_BOX.fullmatch(attributes.get("viewBox", ""))
    if not box or min(float(size) for size in box.groups()) <= 0:
        yield "The drawing has no viewBox of four numbers, the last two its width and its height."


def _end(seen: _Seen, tag: str) -> None:
    seen.open.pop()
    if seen.made[-1].startswith(f"<{tag}") and not seen.made[-1].endswith("/>"):
        seen.made[-1] = f"{seen.made[-1][:-1]}/>"
    else:
        seen.made.append(f"</{tag}>")


def _words(seen: _Seen, line: int, data: str) -> None:
    inner = seen.open[-1]
    if inner == "text":
        seen.words[-1] += data
    elif inner in _AT_TOP:
        seen.top[inner] = seen.top.get(inner, "") + data
    elif data.strip():
        _refuse(seen, line, data.split()[0], "Writing outside of a text element")
    seen.made.append(escape(data))


def _refuse(seen: _Seen, line: int, word: str, what: str, mend: str = "") -> None:
    seen.troubles.append((codes.SVG_NOT_ALLOWED, line, word, f"{what} is not allowed in a drawing.", mend))


def _apart(style: str) -> str:
    """How to write what a style says as attributes; nothing where none of it is allowed."""
    said = (part.partition(":") for part in style.split(";") if not _REACHES_OUT.search(part))
    kept = [f"{key.strip()}={quoteattr(value.strip())}" for key, _, value in said if key.strip() in ATTRIBUTES]
    return f"Write each part of it as an attribute of its own: {' '.join(kept)}" if kept else ""


def _missing_words(seen: _Seen) -> Iterator[tuple[Code, int, str, str, str]]:
    for tag, what in (("title", "title"), ("desc", "description (desc)"), ("metadata", "licence (metadata)")):
        if not seen.top.get(tag, "").strip():
            yield codes.SVG_WORDS, 1, "<svg", f"The drawing has no {what}.", ""
