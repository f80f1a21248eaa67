"""The sample library with one file of it changed, into everything that the builder says of it."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from builder import pipeline
from builder.diagnostics.code import Bytes, Case, Holds, Link
from builder.diagnostics.place import Place
from builder.load.files import read
from tests.conftest import ROOT, TODAY

SAMPLE = ROOT / "tests" / "sample"

Said = Counter[tuple[str, Place]]
"""How often each code was named at each place."""


@cache
def text_of(file: str) -> str:
    """What a file of the sample says; nothing where the sample has no such file."""
    path = SAMPLE / file
    return path.read_text("utf-8") if path.is_file() else ""


class Changed:
    """A copy of the sample in a project of its own. One file at a time is changed, and put back."""

    def __init__(self, root: Path) -> None:
        self.project = pipeline.Project(root, Path(shutil.copytree(SAMPLE, root / "content")))
        self.project.theme.symlink_to(ROOT / "theme")

    @contextmanager
    def holding(self, case: Case, holds: Holds) -> Iterator[None]:
        """While this lasts, the case's file holds its bad or its good example."""
        path = self.project.content / case.file
        path.unlink(missing_ok=True)
        _put(path, text_of(case.file).replace(case.was, holds) if case.was and isinstance(holds, str) else holds)
        try:
            yield
        finally:
            path.unlink(missing_ok=True)
            _put(path, text_of(case.file) or None)

    def said(self, paper: bool = False) -> Said:
        """Everything that is named now, by the check alone or with the PDFs made too."""
        if paper:
            ready = pipeline.ready(self.project, read(self.project.content), TODAY, lambda _: None)
            report, _ = pipeline.print_all(self.project, ready, lambda _: None)
        else:
            report = pipeline.check(read(self.project.content), TODAY).report
        return Counter((one.code.id, one.place) for one in report.diagnostics)


def place_of(case: Case) -> Place:
    """Where the finding of a case points once the bad example stands in its file."""
    file = case.in_file or case.file
    if not isinstance(case.bad, str) or not case.at:
        return Place(file)
    text, start = text_of(file), 0
    if file == case.file:
        start = text.index(case.was) if case.was else 0
        text = text.replace(case.was, case.bad) if case.was else case.bad
    inside = file == case.file and case.at in case.bad
    assert inside or text.count(case.at) == 1, f"{case.at!r} has to stand once in {file}"
    offset = start + case.bad.index(case.at) if inside else text.index(case.at)
    before = text[:offset]
    return Place(file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def _put(path: Path, holds: Holds) -> None:
    match holds:
        case str(text):
            path.write_text(text, "utf-8")
        case Bytes(data, _, times):
            path.write_bytes(data * times)
        case Link(to):
            path.symlink_to(to)
