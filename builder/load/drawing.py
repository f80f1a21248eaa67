"""SVG text in, a figure out, or what is wrong with it and where. Nothing outside the file is ever opened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Span
from builder.load import codes
from builder.model.library import Figure

ELEMENTS = frozenset({"svg", "title", "desc", "metadata", "g", "path", "rect", "circle", "text"})
"""What a drawing may be made of."""

_ACTIVE = ("on", "href", "xlink:", "style")
_NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass
class _Seen:
    words: dict[str, str]
    open: list[str]
    troubles: list[tuple[Code, int, str, str]]


def figure_of(name: str, file: str, text: str) -> tuple[Figure | None, tuple[tuple[Code, Finding], ...]]:
    """Read one drawing. The figure is None where anything is wrong."""
    seen = _Seen({}, [], [])
    entity = re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE)
    if entity:  # Not even parsed: entities can be made to fill the memory.
        line = text[: entity.start()].count("\n") + 1
        finding = Finding(file, Span(line, line), "A document type is not allowed in a drawing.", entity.group())
        return None, ((codes.SVG_NOT_ALLOWED, finding),)
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: _start(seen, parser.CurrentLineNumber, tag, attributes)
    parser.EndElementHandler = lambda tag: seen.open.pop()
    parser.CharacterDataHandler = lambda data: _words(seen, data)
    parser.ProcessingInstructionHandler = lambda target, _: _refuse(
        seen, parser.CurrentLineNumber, f"<?{target}", "A processing instruction"
    )
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        message = f"This is not well-formed: {expat.ErrorString(error.code)}."
        seen.troubles.append((codes.BROKEN_SVG, error.lineno, "", message))
    if not seen.troubles:
        seen.troubles.extend(_missing_words(seen))
    findings = tuple(
        (code, Finding(file, Span(line, line), message, word)) for code, line, word, message in seen.troubles
    )
    if findings:
        return None, findings
    title, description, licence = (" ".join(seen.words[tag].split()) for tag in ("title", "desc", "metadata"))
    return Figure(name, file, text.strip(), title, description, licence), ()


def _start(seen: _Seen, line: int, tag: str, attributes: dict[str, str]) -> None:
    if not seen.open and tag != "svg":
        seen.troubles.append((codes.BROKEN_SVG, line, f"<{tag}", "The file does not start with an svg element."))
    seen.open.append(tag)
    if tag not in ELEMENTS:
        _refuse(seen, line, f"<{tag}", f"The element {tag}")
    for key, value in attributes.items():
        if key == "xmlns" and value == _NAMESPACE:
            continue
        if key.lower().startswith(_ACTIVE) or "url(" in value.lower() or ":" in key:
            _refuse(seen, line, key, f"The attribute {key}")


def _words(seen: _Seen, data: str) -> None:
    if seen.open in (["svg", "title"], ["svg", "desc"], ["svg", "metadata"]):
        seen.words[seen.open[-1]] = seen.words.get(seen.open[-1], "") + data


def _refuse(seen: _Seen, line: int, word: str, what: str) -> None:
    seen.troubles.append((codes.SVG_NOT_ALLOWED, line, word, f"{what} is not allowed in a drawing."))


def _missing_words(seen: _Seen) -> Iterator[tuple[Code, int, str, str]]:
    for tag, what in (("title", "title"), ("desc", "description (desc)"), ("metadata", "licence (metadata)")):
        if not seen.words.get(tag, "").strip():
            yield codes.SVG_WORDS, 1, "<svg", f"The drawing has no {what}."
