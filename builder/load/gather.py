"""A content folder in, a library out, with every finding on the way and the source of every file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath
from typing import Any, TypeVar

from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Path, Span
from builder.diagnostics.nearest import did_you_mean
from builder.diagnostics.source import Extent, Source
from builder.load import codes
from builder.load.drawing import figure_of
from builder.load.files import read
from builder.load.form import Formed, form
from builder.load.skeleton import stand_in
from builder.load.tree import Tree, tree_of
from builder.markup.parse import Fault, parse
from builder.model.facts import ModuleFacts
from builder.model.library import PARTS, Figure, Library, Module, PageFacts, Part, SitePage
from builder.model.page import PAGE_IDS
from builder.model.prose import Prose
from builder.model.shared import Helplines, Person, Quote, Reference, ReviewPolicy, Settings, Term

_FAULTS = {
    "raw-html": (codes.RAW_HTML, "{} is not allowed in content."),
    "not-allowed": (codes.NOT_ALLOWED, "Content has no place for {}."),
    "unknown-block": (codes.UNKNOWN_BLOCK, 'There is no block "{}".'),
    "unclosed-block": (codes.UNCLOSED_BLOCK, 'The block "{}" has no end.'),
    "broken-citation": (codes.BROKEN_CITATION, "{} is not a citation."),
    "wrong-anchor": (codes.WRONG_ANCHOR, '"{}" is not an anchor.'),
    "empty-heading": (codes.EMPTY_HEADING, "This {} has no words."),
}
_ENTRY = TypeVar("_ENTRY", Quote, Term, Person, Reference)


@dataclass(frozen=True)
class Loaded:
    """What one content folder holds.

    The library is complete enough for the rules even where files are broken; `findings` tell whether it may be
    published. `stood_in` are the spots whose values are only stand-ins: what a rule says of them counts for nothing.
    """

    library: Library
    sources: dict[str, Source]
    findings: tuple[tuple[Code, Finding], ...]
    stood_in: frozenset[tuple[str, Path]]

    def concerns_stand_in(self, finding: Finding) -> bool:
        """Whether a rule's finding is about a value that only stands in for a broken one."""
        if isinstance(finding.at, Span):
            return False
        return any((finding.file, finding.at[:length]) in self.stood_in for length in range(len(finding.at) + 1))


def load(folder: FilePath) -> Loaded:
    """Read and parse everything below `folder`.

    Raises:
        BuilderError: the folder is not there.
    """
    files = read(folder)
    return _Gatherer(files.texts, list(files.findings)).gather()


class _Gatherer:
    def __init__(self, texts: dict[str, str], findings: list[tuple[Code, Finding]]) -> None:
        self.texts = texts
        self.unread = set(texts)
        self.refused = {finding.file for _, finding in findings}
        self.findings = findings
        self.sources: dict[str, Source] = {}
        self.stood_in: set[tuple[str, Path]] = set()
        self.broken: set[str] = set()

    def gather(self) -> Loaded:
        library = Library(
            settings=self.whole("library.yml", Settings, _NO_SETTINGS),
            references=self.entries("references.yml", Reference),
            quotes=self.entries("quotes.yml", Quote),
            terms=self.entries("glossary.yml", Term),
            helplines=self.whole("helplines.yml", Helplines, _NO_HELPLINES),
            people=self.entries("people.yml", Person),
            modules=self.modules_by_id(),
            pages={page.id: page for page in self.pages()},
            unread=frozenset(self.broken),
        )
        for file in sorted(self.unread):
            near = did_you_mean(file.rsplit("/", 1)[-1], ("module.yml", *(f"{part}.md" for part in PARTS), *_SHARED))
            self.note(codes.UNKNOWN_FILE, file, (), f"Nothing reads the file {file}.{near}")
        return Loaded(library, self.sources, tuple(self.findings), frozenset(self.stood_in))

    def note(self, code: Code, file: str, at: Path | Span, message: str) -> None:
        self.findings.append((code, Finding(file, at, message)))

    def text(self, file: str) -> str | None:
        """Take a file that has to be there."""
        self.unread.discard(file)
        if file not in self.texts and file not in self.refused:
            self.note(codes.MISSING_FILE, file, (), f"The file {file} is missing.")
        return self.texts.get(file)

    def tree(self, file: str) -> Tree | None:
        text = self.text(file)
        if text is None:
            return None
        tree = tree_of(text)
        self.keep(file, text, tree)
        return tree

    def keep(self, file: str, text: str, tree: Tree | None = None, shift: int = 0) -> None:
        tree = tree or Tree()
        moved = [
            {path: _shifted(extent, shift) for path, extent in spots.items()} for spots in (tree.extents, tree.keys)
        ]
        for number, trouble in enumerate(tree.troubles):
            spot: Path = ("\0trouble", number)
            moved[0][spot] = _shifted(trouble.extent, shift)
            self.note(trouble.code, file, spot, trouble.message)
        self.sources[file] = Source(file, text, moved[0], moved[1])

    def note_if_empty(self, file: str, tree: Tree | None) -> None:
        if tree is not None and not tree.troubles:
            self.note(codes.EMPTY_FILE, file, (), "This file says nothing.")

    def whole(self, file: str, model: type[Any], instead: Any) -> Any:
        tree = self.tree(file)
        if tree is None or tree.data is None:
            self.note_if_empty(file, tree)
            return instead
        formed = form(model, tree.data, file)
        self.findings.extend(formed.findings)
        return formed.value or instead

    def entries(self, file: str, model: type[_ENTRY]) -> dict[str, _ENTRY]:
        tree = self.tree(file)
        if tree is None or tree.data is None:
            self.note_if_empty(file, tree)
            self.broken.add(file)
            return {}
        if not isinstance(tree.data, tuple):
            self.broken.add(file)
            self.note(codes.WRONG_TYPE, file, (), "Here a list is expected, one entry after each hyphen.")
            return {}
        found: dict[str, _ENTRY] = {}
        _name_spots(self.sources[file].extents, tree.data)
        for number, data in enumerate(tree.data):
            formed = form(model, data, file, (number,))
            self.findings.extend(formed.findings)
            key = data.get("id") if isinstance(data, dict) else None
            if isinstance(key, str) and key in found:
                self.note(codes.DUPLICATE_ID, file, (number, "id"), f'The id "{key}" stands in this file twice.')
            elif formed.value is not None:
                found[formed.value.id] = formed.value
            elif isinstance(key, str):
                found[key] = model.model_construct(**{**_BLANK, "id": key})
                self.stood_in.add((file, (key,)))
        return found

    def modules_by_id(self) -> dict[str, Module]:
        found: dict[str, Module] = {}
        for module in self.modules():
            if module.id in found:
                message = f'The module in {found[module.id].file} has the id "{module.id}" too.'
                self.note(codes.DUPLICATE_ID, module.file, ("id",), message)
            else:
                found[module.id] = module
        return found

    def modules(self) -> Iterable[Module]:
        folders = sorted(
            {name.split("/")[1] for name in self.texts if name.startswith("modules/") and name.count("/") > 1}
        )
        for folder in folders:
            base = f"modules/{folder}"
            file = f"{base}/module.yml"
            tree = self.tree(file) or Tree()
            blank = {**stand_in(), "id": folder}
            unread = tree.data is None and (tree.troubles or file not in self.texts)
            formed = (
                Formed(ModuleFacts.model_validate(blank), (), ((),))
                if unread
                else form(ModuleFacts, tree.data, file, stand_in=blank)
            )
            self.findings.extend(formed.findings)
            self.stood_in.update((file, spot) for spot in formed.stood_in)
            if formed.value is None:
                continue
            prose: dict[Part, Prose] = {part: self.prose(f"{base}/{part}.md") for part in PARTS}
            yield Module(formed.value, file, prose, dict(self.figures(base)))

    def figures(self, base: str) -> Iterable[tuple[str, Figure]]:
        for file in sorted(self.texts):
            if file.startswith(f"{base}/figures/") and file.endswith(".svg"):
                text = self.text(file) or ""
                self.keep(file, text)
                name = file.rsplit("/", 1)[1].removesuffix(".svg")
                figure, findings = figure_of(name, file, text)
                self.findings.extend(findings)
                yield name, figure or Figure(name, file, "", name, name, name)

    def pages(self) -> Iterable[SitePage]:
        others = {name.removeprefix("pages/").removesuffix(".md") for name in self.unread if name.startswith("pages/")}
        for page in PAGE_IDS:
            others.discard(page)
            file = f"pages/{page}.md"
            text = self.text(file)
            if text is None:
                continue
            head, _, body = text.removeprefix("---\n").partition("\n---\n")
            if not text.startswith("---\n") or not _:
                self.keep(file, text)
                message = "A page starts with its title, summary and lead between two lines of ---."
                self.note(codes.MISSING_KEY, file, (), message)
                continue
            tree = tree_of(head)
            self.keep(file, text, tree, shift=4)
            formed = form(PageFacts, tree.data, file, stand_in=_NO_PAGE)
            self.findings.extend(formed.findings)
            self.stood_in.update((file, spot) for spot in formed.stood_in)
            prose, faults = parse(body, file, first_line=head.count("\n") + 4)
            self.faults(file, faults)
            if formed.value is not None:
                yield SitePage(page, file, formed.value, prose)

    def prose(self, file: str) -> Prose:
        text = self.text(file)
        if text is None:
            return Prose(file, ())
        self.keep(file, text)
        if not text.strip():
            self.note(codes.EMPTY_FILE, file, (), "This file says nothing.")
        prose, faults = parse(text, file)
        self.faults(file, faults)
        return prose

    def faults(self, file: str, faults: Iterable[Fault]) -> None:
        for fault in faults:
            code, message = _FAULTS[fault.kind]
            span = Span(fault.lines.first, fault.lines.last)
            self.findings.append((code, Finding(file, span, message.format(fault.what), fault.word)))


def _name_spots(extents: dict[Path, Extent], entries: tuple[Any, ...]) -> None:
    """Let the spots of each entry of a list be found by its id too: that is how rules point at them."""
    for spot, extent in list(extents.items()):
        entry = entries[spot[0]] if spot and isinstance(spot[0], int) else None
        key = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(key, str):
            extents.setdefault((key, *spot[1:]), extent)


def _shifted(extent: Extent, by: int) -> Extent:
    return Extent(extent.start + by, extent.end + by)


_SHARED = ("library.yml", "references.yml", "quotes.yml", "glossary.yml", "helplines.yml", "people.yml")
_BLANK: dict[str, Any] = dict.fromkeys(("title", "term", "name", "who", "checked"), "…") | {
    "status": "paraphrase", "means": "…", "called": (), "wrote": (), "author": (), "type": "book",
}  # fmt: skip
_NO_SETTINGS = Settings.model_construct(
    name="…", tagline="…", languages=("en",), version="0", released=date(2000, 1, 1), base_address="https://broken.example", funding="…",
    licence="…", exit_target="https://broken.example", danger_words=(),
    review=ReviewPolicy(every_months=12, helplines_every_days=90),
)  # fmt: skip
_NO_HELPLINES = Helplines.model_construct(countries=(), directories=())
_NO_PAGE = {"title": "…", "summary": "…", "lead": "…"}
