"""What a reader meets in a document, in order, and whether a file says that: all of it, once, and nothing else."""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from builder.export.words import tidy
from builder.model import document as doc
from builder.model.page import SURE

_XHTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"
_OURS = (
    "Stop if", "Stopping is a fine way to finish", "Or instead", "minutes", "minute", "Before you read on",
    "To steady yourself first", "Who this is about", "Why we say this", "For", "Against", "Limits",
)  # fmt: skip
_IN_TEXT = ("Drawing", "Table", r"go on at “[^”]*(?:”[^”]*)??”")
_IN_EPUB = ("This drawing in words",)


def said(value: object, text: bool) -> Iterator[str]:
    """Every text that a reader meets, in the order of the page; `text` says whether nothing but text can be shown."""
    match value:
        case str():
            yield value
        case tuple():
            for part in value:
                yield from said(part, text)
        case doc.To() | doc.Web() | doc.Contents() | doc.Downloads() | doc.SearchField():
            pass
        case doc.Cite(sources):
            yield from (short for short, _ in sources)
        case doc.Sure(status, _):
            yield SURE[status]
        case doc.Link(doc.Web(url), children) if text and url.startswith("https:"):
            yield from said(children, text)
            if url.removeprefix("https://").rstrip("/") not in "".join(said(children, text)):
                yield url.removeprefix("https://").rstrip("/")
        case doc.Exercise():
            yield from (
                value.title,
                value.why,
                f"About {value.minutes}",
                value.stop_if,
                *value.steps,
                value.alternative,
            )
        case doc.Lamp():
            yield from (value.title, value.text, value.do, value.stop_if)
            yield from said((value.children, value.button), text)
        case doc.Statement():
            yield from (value.says, SURE[value.status], value.holds_for, value.for_says, value.against_says)
            yield from said((value.sources, value.against), text)
        case doc.Drawing(_, _, title, description, caption):
            yield from said((title, description, caption) if text else (caption, description), text)
        case doc.Signature(line, notes, deed):
            yield from (deed, line, *notes)
        case doc.Marks(entries):
            yield from (part for status, means in entries for part in (SURE[status], means))
        case doc.Sources(entries):
            for _, entry, url in entries:
                yield entry
                yield "" if url in entry else url.removeprefix("https://")
        case doc.Table(caption, head, rows) if text:
            yield caption
            yield from said(tuple(tuple(zip(head, row, strict=True)) for row in rows), text)
        case doc.Room(question, _):
            yield question
        case _ if hasattr(value, "__dataclass_fields__"):
            hidden = ("anchor", "tone", "level", "numbered", "exact")
            yield from said(tuple(one for name, one in vars(value).items() if name not in hidden), text)


def trouble(file: str, pieces: Iterator[str], text: bool) -> str:
    """The first thing that is missing, doubled, out of order or not the document's; "" where there is none."""
    left, ours = squeezed(file), _ours(text)
    for piece in pieces:
        wanted = squeezed(piece).strip(".")
        if not wanted:
            continue
        before, found, after = left.partition(wanted)
        if not found:
            return f"missing: {piece!r} in {left[:80]!r}"
        if not ours.fullmatch(before):
            return f"before {piece!r} stands {before[:200]!r}"
        left = after
    return "" if ours.fullmatch(left) else f"at the end stands {left[:200]!r}"


def squeezed(text: str) -> str:
    """The words without spaces: where a line breaks is nobody's business."""
    return re.sub(r"\s+", "", tidy(text))


def files_of(epub: bytes) -> dict[str, bytes]:
    """Every file of an EPUB by its path."""
    with ZipFile(BytesIO(epub)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def shown(xhtml: bytes) -> str:
    """The words of a page, in order, but for those in its drawings."""
    root = ElementTree.fromstring(xhtml)
    for parent in root.iter():
        for part in parent.findall(f"{_SVG}svg"):
            tail, at = part.tail, list(parent).index(part)
            part.clear()
            part.tail = tail
            assert list(parent)[at] is part
    body = root.find(f"{_XHTML}body")
    assert body is not None
    return " ".join(body.itertext())


def _ours(text: bool) -> re.Pattern[str]:
    labels = "|".join(re.sub(r" ", "", one) for one in (*_OURS, *(_IN_TEXT if text else _IN_EPUB)))
    return re.compile(rf"(?:{labels}|[-=.,:;()“”]|\d+\.)*")
