"""A content folder in, a library out, with every finding on the way and the source of every file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Path, Span
from builder.diagnostics.source import Source
from builder.load.files import Files, read
from builder.load.module import module_of
from builder.load.outline import outline_of
from builder.load.parts import Parts
from builder.load.reader import Reader
from builder.load.shared import shared_of
from builder.model.library import Library, Module
from builder.model.outline import Outline


@dataclass(frozen=True)
class Faults:
    """What was met on the way: findings, the text of each file, and the spots whose values only stand in.

    What a rule says of a stand-in counts for nothing: the finding on the broken value says that nothing is published.
    """

    findings: tuple[tuple[Code, Finding], ...]
    sources: Mapping[str, Source]
    stood_in: frozenset[tuple[str, Path]]

    def concerns_stand_in(self, finding: Finding) -> bool:
        """Whether a rule's finding is about a value that only stands in for a broken one."""
        if isinstance(finding.at, Span):
            return False
        return any((finding.file, finding.at[:length]) in self.stood_in for length in range(len(finding.at) + 1))


@dataclass(frozen=True)
class Loaded(Faults):
    """What one content folder holds. The library is complete enough for the rules even where files are broken."""

    library: Library


@dataclass(frozen=True)
class LoadedModule(Faults):
    """What one module's folder holds."""

    module: Module
    outline: Outline


def load_shared(files: Files) -> Loaded:
    """Read everything but the modules from `files`, which hold nothing of them."""
    reader = Reader(files.texts, list(files.findings))
    library = replace(shared_of(reader), faulty=reader.faulty)
    return Loaded(tuple(reader.findings), reader.sources, frozenset(reader.stood_in), library)


def load_module(folder: str, files: Files) -> LoadedModule:
    """Read one module from `files`, which hold its folder and nothing else."""
    reader = Reader(files.texts, list(files.findings))
    module = module_of(folder, reader)
    stood_in = frozenset(reader.stood_in)
    stand_ins = {file for file, _ in stood_in}  # a module.yml without any says what it holds, whatever else is wrong
    broken = sorted(file for file in reader.faulty if file in stand_ins or file != module.file)
    return LoadedModule(tuple(reader.findings), reader.sources, stood_in, module, outline_of(module, tuple(broken)))


@dataclass(frozen=True)
class Readers:
    """What reads one module from its folder's name and its files, and what reads everything else from all other files."""

    module: Callable[[str, Files], LoadedModule] = load_module
    shared: Callable[[Files], Loaded] = load_shared


PARSING = Readers()


def load_files(files: Files, by: Readers = PARSING) -> Loaded:
    """Read everything from `files`."""
    shared = by.shared(files.shared)
    modules = [by.module(folder, files.of_module(folder)) for folder in files.modules]
    sources = Parts({"": shared.sources, **{one.module.id: one.sources for one in modules}})
    library = replace(
        shared.library,
        modules={one.module.id: one.module for one in modules},
        outlines={one.module.id: one.outline for one in modules},
    )
    findings = (*shared.findings, *(finding for one in modules for finding in one.findings))
    return Loaded(findings, sources, shared.stood_in.union(*(one.stood_in for one in modules)), library)


def load(folder: FilePath) -> Loaded:
    """Read and parse everything below `folder`.

    Raises:
        BuilderError: the folder is not there.
    """
    return load_files(read(folder))
