"""The content's files in, everything that is to be said of them out. A module is judged again only if it has to be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from builder.check.rule import Rule
from builder.check.run import findings_of
from builder.diagnostics.code import Code
from builder.diagnostics.diagnostic import Diagnostic
from builder.diagnostics.finding import Finding
from builder.diagnostics.resolve import diagnostics_of
from builder.diagnostics.source import Source
from builder.load.files import Files, folder_of
from builder.load.gather import Faults, LoadedModule, Readers
from builder.memory import digest
from builder.memory.looked import Looked, Values, noting
from builder.memory.record import Record
from builder.memory.store import Memory, keep, recall
from builder.memory.two_steps import all_of
from builder.model.anchors import list_anchors
from builder.model.library import Library
from builder.model.outline import Outline


@dataclass(frozen=True)
class Bench:
    """By what everything is judged: the rules, the codes, today, and whether drafts count as if they were published."""

    rules: tuple[Rule, ...]
    codes: Mapping[str, Code]
    today: date
    drafts: bool = False


@dataclass(frozen=True)
class Judged:
    """What was said of all together and what of each module, the library's shared part with the outline of every module,
    and every file: the shared ones with their texts."""

    own: tuple[Diagnostic, ...]
    records: Mapping[str, Record]
    library: Library
    sources: Mapping[str, Source]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that was said."""
        return (*self.own, *(one for record in self.records.values() for one in record.diagnostics))


def judge(files: Files, bench: Bench, path: Path | None, tell: Callable[[str], None], by: Readers) -> Judged:
    """Judge everything. `path` is the file of what was found last time; without one, nothing is remembered.

    `by` reads the files.
    """
    shared = by.shared(files.shared)
    library = replace(shared.library, rule_pages=frozenset(code.address for code in bench.codes.values()))
    unnoted = sorted(list_anchors(("helplines", "packet-files", "changes"), library))
    ground = (
        repr(library.settings),
        repr(unnoted),
        repr(sorted(library.unread)),
        repr(sorted(library.faulty)),
        repr(bench.today),
        repr(bench.drafts),
    )
    basis = digest.of_words((digest.of_builder(), *ground))
    past = recall(path, basis, bench.codes).records
    now = {folder: files.of_module(folder).digest for folder in files.modules}
    same = {folder: past[folder] for folder in now if folder in past and past[folder].files == now[folder]}

    def judged(folders: list[str], known: Mapping[str, Outline]) -> dict[str, Record]:
        return all_of(folders, known, lambda some: _Modules(some, files, now, library, bench, by), bench.codes, tell)

    fresh = judged([folder for folder in now if folder not in same], _outlines(same))
    whole = replace(library, outlines={folder: {**same, **fresh}[folder].outline for folder in now})
    values = Values(whole)
    stale = judged([folder for folder, one in same.items() if not values.still_hold(one.looked)], whole.outlines)
    records = {**same, **fresh, **stale}
    if fresh or stale or past.keys() != now.keys():
        keep(path, Memory(basis, records))
    found = _findings(shared, replace(whole, everything=whole), bench)
    sources = {**shared.sources}
    own = diagnostics_of(found, {**sources, **_named_sources(found, files, by)})
    return Judged(tuple(own), {folder: records[folder] for folder in now}, whole, {**_named(files), **sources})


def judge_one(before: Judged, folder: str, files: Files, bench: Bench, by: Readers) -> Judged | None:
    """What `judge` would come to now that the files of one module are these, and no others changed.

    Nothing where the module looks different from outside: then others may have to be judged again. What is said of all
    modules together is what was said before: while a file is broken, some of that waits until all are judged again.
    """
    modules = _Modules([folder], files, {folder: files.digest}, before.library, bench, by)
    ours = any(folder_of(one.place.file) == folder for one in before.own)
    was = before.library.outlines.get(folder)
    if ours or was is None or replace(modules.outlines()[folder], broken=was.broken) != was:
        return None
    records = {**before.records, **modules.records(before.library.outlines)}
    others = {file: source for file, source in before.sources.items() if folder_of(file) != folder}
    return replace(before, records=records, sources={**others, **_named(files)})


class _Modules:
    """Some modules: first their outlines are known, and once all are, they are judged. Each is read twice: all of a large
    library would not fit.
    """

    def __init__(
        self,
        folders: Sequence[str],
        files: Files,
        digests: Mapping[str, str],
        shared: Library,
        bench: Bench,
        by: Readers,
    ) -> None:
        self.folders = folders
        self.files = files
        self.digests = digests
        self.shared = shared
        self.bench = bench
        self.by = by

    def loaded(self, folder: str) -> LoadedModule:
        return _as_judged(self.by.module(folder, self.files.of_module(folder)), self.bench)

    def outlines(self) -> dict[str, Outline]:
        return {folder: self.loaded(folder).outline for folder in self.folders}

    def records(self, outlines: Mapping[str, Outline]) -> dict[str, Record]:
        values = Values(replace(self.shared, outlines=outlines))
        return {folder: self.record(folder, self.loaded(folder), values) for folder in self.folders}

    def record(self, folder: str, one: LoadedModule, values: Values) -> Record:
        looked: Looked
        library, looked = noting(values)
        said = diagnostics_of(_findings(one, library.part(one.module), self.bench), one.sources)
        return Record(self.digests[folder], one.outline, looked, tuple(said))


def _outlines(records: Mapping[str, Record]) -> dict[str, Outline]:
    return {folder: record.outline for folder, record in records.items()}


def _as_judged(one: LoadedModule, bench: Bench) -> LoadedModule:
    """Where drafts count, a draft is judged as if it were published."""
    if not bench.drafts or one.module.facts.status != "draft":
        return one
    return replace(one, module=one.module.as_published(), outline=replace(one.outline, status="published"))


def _named(files: Files) -> dict[str, Source]:
    """Each file without its text: once all is judged, nobody asks for that, and it takes room."""
    return {file: Source(file, "") for file in files.texts}


def _findings(faults: Faults, part: Library, bench: Bench) -> list[tuple[Code, Finding]]:
    """What loading said of a part, and what the rules say of it."""
    ruled = (
        (code, finding)
        for code, finding in findings_of(part, bench.today, bench.rules)
        if not faults.concerns_stand_in(finding)
    )
    return [*faults.findings, *ruled]


def _named_sources(found: list[tuple[Code, Finding]], files: Files, by: Readers) -> dict[str, Source]:
    """What is said of all modules together can stand in the file of one: its module is read once more for the place."""
    named = sorted({folder_of(finding.file) for _, finding in found} & {*files.modules})
    modules = (by.module(folder, files.of_module(folder)) for folder in named)
    return {file: source for module in modules for file, source in module.sources.items()}
