"""Texts in, trees and prose out, while every fault and every source is kept: what all loading shares."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Path, Span
from builder.diagnostics.nearest import did_you_mean
from builder.diagnostics.source import Extent, Source
from builder.load import codes
from builder.load.tree import Tree, tree_of
from builder.markup.hidden import hidden_in_file
from builder.markup.parse import Fault, parse
from builder.model.prose import Prose

_FAULTS = {
    "raw-html": (codes.RAW_HTML, "{} is not allowed in content."),
    "not-allowed": (codes.NOT_ALLOWED, "Content has no place for {}."),
    "unknown-block": (codes.UNKNOWN_BLOCK, 'There is no block "{}".'),
    "unclosed-block": (codes.UNCLOSED_BLOCK, 'The block "{}" has no end.'),
    "broken-citation": (codes.BROKEN_CITATION, "{} is not a citation."),
    "wrong-anchor": (codes.WRONG_ANCHOR, '"{}" is not an anchor.'),
    "empty-heading": (codes.EMPTY_HEADING, "This {} has no words."),
}


@dataclass
class Reader:
    """Reads the files of one part of the content, and keeps what was found on the way.

    `stood_in` are the spots whose values are only stand-ins; `broken` are the shared files that could not be parsed.
    """

    texts: Mapping[str, str]
    findings: list[tuple[Code, Finding]]
    sources: dict[str, Source] = field(default_factory=dict)
    stood_in: set[tuple[str, Path]] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.unread = set(self.texts)
        self.refused = {finding.file for _, finding in self.findings}

    @property
    def faulty(self) -> frozenset[str]:
        """The files in which something could not be read as it stands."""
        return frozenset(finding.file for code, finding in self.findings if code.severity == "error")

    def note(self, code: Code, file: str, at: Path | Span, message: str) -> None:
        """Keep one finding."""
        self.findings.append((code, Finding(file, at, message)))

    def note_unread(self, known: Iterable[str]) -> None:
        """Name every file that nothing has read, with a near match among the `known` names."""
        for file in sorted(self.unread):
            near = did_you_mean(file.rsplit("/", 1)[-1], known)
            self.note(codes.UNKNOWN_FILE, file, (), f"Nothing reads the file {file}.{near}")

    def text(self, file: str, needed: bool = True) -> str | None:
        """Take a file's text. One that is needed and not there is a finding."""
        self.unread.discard(file)
        if needed and file not in self.texts and file not in self.refused:
            self.note(codes.MISSING_FILE, file, (), f"The file {file} is missing.")
        return self.texts.get(file)

    def tree(self, file: str, needed: bool = True) -> Tree | None:
        """Take a file's YAML."""
        text = self.text(file, needed)
        if text is None:
            return None
        tree = tree_of(text)
        self.keep(file, text, tree)
        return tree

    def keep(self, file: str, text: str, tree: Tree | None = None, shift: int = 0) -> None:
        """Keep a file as a source; its tree's extents stand `shift` characters further down in it."""
        tree = tree or Tree()
        moved = [
            {path: _shifted(extent, shift) for path, extent in spots.items()} for spots in (tree.extents, tree.keys)
        ]
        for number, trouble in enumerate(tree.troubles):
            spot: Path = ("\0trouble", number)
            moved[0][spot] = _shifted(trouble.extent, shift)
            self.note(trouble.code, file, spot, trouble.message)
        if hidden := hidden_in_file(text):
            start, sign = hidden
            moved[0]["\0hidden",] = Extent(start, start)
            self.note(
                codes.HIDDEN_SIGN, file, ("\0hidden",), f"Here stands a sign that nobody can see (U+{ord(sign):04X})."
            )
        self.sources[file] = Source(file, text, moved[0], moved[1])

    def prose(self, file: str) -> Prose:
        """Take a file's Markdown."""
        text = self.text(file)
        if text is None:
            return Prose(file, ())
        self.keep(file, text)
        if not text.strip():
            self.note(codes.EMPTY_FILE, file, (), "This file says nothing.")
        return self.parsed(text, file, 1)

    def parsed(self, text: str, file: str, first_line: int, samples: bool = False) -> Prose:
        """Parse Markdown whose first line is line `first_line` of its file; only some files may hold `samples`."""
        prose, faults = parse(text, file, first_line, samples)
        self._faults(file, faults)
        return prose

    def _faults(self, file: str, faults: Iterable[Fault]) -> None:
        for fault in faults:
            code, message = _FAULTS[fault.kind]
            span = Span(fault.lines.first, fault.lines.last)
            self.findings.append((code, Finding(file, span, message.format(fault.what), fault.word)))


def _shifted(extent: Extent, by: int) -> Extent:
    return Extent(extent.start + by, extent.end + by) if by else extent
