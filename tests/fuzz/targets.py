"""Any bytes in, nothing out: what holds for every input, for the readers one by one and for a whole folder."""

import re
from collections.abc import Callable

from builder.check.rules import FAMILIES
from builder.check.run import findings_of
from builder.diagnostics.as_json import as_json
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.resolve import diagnostics_of, place_of
from builder.diagnostics.text import as_text
from builder.load.drawing import figure_of
from builder.load.files import Files
from builder.load.gather import load_files
from builder.load.tree import tree_of
from builder.markup.parse import parse
from builder.markup.walk import blocks_of, inlines_of
from tests.conftest import ROOT, TODAY
from tests.parts import parts_of

SAMPLE = ROOT / "tests" / "sample"
RULES = tuple(rule for family in FAMILIES for rule in family.rules)
TEXTS = {
    path.relative_to(SAMPLE).as_posix(): path.read_text("utf-8")
    for folder in (".", "modules/warm-socks", "modules/warm-socks/figures")
    for path in sorted((SAMPLE / folder).iterdir())
    if path.is_file()
} | {f"pages/{name}.md": (SAMPLE / f"pages/{name}.md").read_text("utf-8") for name in ("help", "home", "research")}
"""The shared files, one module and three pages: little, so that many inputs can be tried."""

NAMES = tuple(TEXTS)


def judged(texts: dict[str, str]) -> Report:
    """Load and check what these files say; each finding lies inside its file, and can be shown."""
    loaded = load_files(Files(texts, ()))
    said = [one for part in parts_of(loaded.library) for one in findings_of(part, TODAY, RULES)]
    findings = [*loaded.findings, *said]
    for _, finding in findings[:300]:
        place, source = place_of(finding, loaded.sources), loaded.sources.get(finding.file)
        assert 1 <= place.line <= (len(source.lines) if source else 1), finding
        assert 1 <= place.column <= (len(source.lines[place.line - 1]) if source else 0) + 1, finding
    report = Report.of(diagnostics_of(findings, loaded.sources), len(loaded.sources), 1, len(RULES))
    (as_text(report, "content") + as_json(report, "content")).encode("utf-8")
    return report


def text_of(data: bytes) -> str:
    """The text that `read` would give: no null bytes, one kind of line end."""
    text = data.decode("utf-8", "ignore").replace("\0", "")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def tree(data: bytes) -> None:
    """YAML: every trouble and every value lies inside the text."""
    text = text_of(data)
    found = tree_of(text)
    for extent in (*found.extents.values(), *found.keys.values(), *(one.extent for one in found.troubles)):
        assert 0 <= extent.start <= extent.end <= len(text), extent


def prose(data: bytes) -> None:
    """Markdown: every block and every fault has lines of the text; no link acts on its own."""
    text = text_of(data)
    said, faults = parse(text, "learn.md")
    last = text.count("\n") + 1
    for lines in (*(block.lines for block in blocks_of(said.blocks)), *(fault.lines for fault in faults)):
        assert 1 <= lines.first <= lines.last <= last, lines
    for block in blocks_of(said.blocks):
        list(inlines_of(block))


def drawing(data: bytes) -> None:
    """SVG: a drawing that is let through holds nothing that could act; every finding has a line of the file."""
    text = text_of(data)
    figure, findings = figure_of("cup", "cup.svg", text)
    assert (figure is None) == bool(findings)
    for _, finding in findings:
        assert 1 <= finding.at.first <= finding.at.last <= text.count("\n") + 1, finding  # type: ignore[union-attr]
    if figure:
        assert not re.search(
            r"<(?!/?(?:svg|title|desc|metadata|g|path|rect|circle|text)\b)|\son\w+=|href|url\(", figure.svg
        )


_FILE = re.compile(rb"^=== ?(.*)\n", re.MULTILINE)


def load(data: bytes) -> None:
    """A folder: after each line `=== NAME` follows what that file says instead of the sample's words."""
    _, *pieces = _FILE.split(data) if _FILE.match(data) else (b"", data[:1], data[1:])
    texts = dict(TEXTS)
    for name, held in zip(pieces[::2], pieces[1::2], strict=True):
        known = name.decode("utf-8", "ignore")
        texts[known if known in TEXTS else NAMES[sum(name) % len(NAMES)]] = text_of(held)
    judged(texts)


TARGETS: dict[str, Callable[[bytes], None]] = {"tree": tree, "prose": prose, "drawing": drawing, "load": load}
"""Every target by the name that a person types."""
