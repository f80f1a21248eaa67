"""A project and what is wanted of it in, files in a folder out: PDFs, EPUBs, plain texts, or all of it as one for a stick."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from builder import pipeline
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.errors import BuilderError
from builder.diagnostics.nearest import did_you_mean
from builder.disk.later import FilesLater
from builder.disk.lock import locked
from builder.disk.trouble import told
from builder.export import epubs_of, texts_of
from builder.load.files import read
from builder.model.files import Style, styled
from builder.model.library import Library
from builder.model.packet import LONGEST_LINE
from builder.model.page import Added, Publication
from builder.pipeline import Project, Tell
from builder.render import packet_of


@dataclass(frozen=True)
class Taken:
    """A report, and unless errors forbade it what was published, where its files are, and how many bytes each has."""

    report: Report
    publication: Publication | None = None
    where: Path = Path()
    sizes: tuple[int, ...] = ()


def pdfs(
    project: Project, out: Path, today: date, tell: Tell, modules: Sequence[str], styles: Sequence[Style]
) -> Taken:
    """Write the PDFs of these styles to the folder `out`: of these modules, or without any of all and the book.

    Raises:
        BuilderError: the call or the theme is wrong, or the folder cannot be written.
    """
    ready = pipeline.ready(project, read(project.content), today, tell)
    if ready.publication is None:
        return Taken(ready.report)
    chosen = _only(ready.publication, modules)
    narrow = replace(ready, publication=replace(chosen, book=None) if modules else chosen)
    report, made = pipeline.print_all(project, narrow, tell, styles)
    if report.has_errors:
        return Taken(report)
    return _written(report, ready.publication, out, FilesLater({path: one.kept for path, one in made.items()}))


def packet(
    project: Project, out: Path, today: date, tell: Tell, names: tuple[str, ...], added: Added, style: Style
) -> Taken:
    """Write one PDF of these pages: to `out` if that ends in .pdf, or into the folder `out`.

    `added` stands on its first page, said to be somebody else's. No word of the pages changes.

    Raises:
        BuilderError: the call or the theme is wrong, or the file cannot be written.
    """
    _judge_added(added)

    def alone(library: Library) -> Library:
        packet = packet_of(names, library)
        return replace(library, packets={packet.id: packet})

    ready = pipeline.ready(project, read(project.content), today, tell, alone)
    if ready.publication is None:
        return Taken(ready.report)
    sheet = next(replace(one, added=added) for one in ready.publication.sheets if one.kind == "packet")
    narrow = replace(ready, publication=replace(ready.publication, sheets=(sheet,), book=None))
    report, made = pipeline.print_all(project, narrow, tell, [style])
    one = made[styled(sheet.path, style)]
    if odd := sorted({*one.unknown} & {*added.words}):
        raise BuilderError(f"The font of the PDFs has no {odd[0]}.", "Write it in another way, with a word for a sign.")
    if report.has_errors:
        return Taken(report)
    path = out if out.suffix == ".pdf" and not out.is_dir() else out / "packet.pdf"
    return _written(report, ready.publication, path.parent, {path.name: one.data})


_MOST = {"name": 80, "telephone": 40, "note": LONGEST_LINE}


def _judge_added(added: Added) -> None:
    for name, most in _MOST.items():
        said = getattr(added, name)
        if len(said) > most:
            raise BuilderError(f"The {name} has {len(said)} characters, and {most} fit.", f"Shorten it: --{name}")


def epubs(project: Project, out: Path, today: date, tell: Tell, modules: Sequence[str]) -> Taken:
    """Write an EPUB of each of these modules to the folder `out`, or without any of all and the book.

    Raises:
        BuilderError: the call is wrong, or the folder cannot be written.
    """
    return _made(project, out, today, tell, modules, epubs_of)


def texts(project: Project, out: Path, today: date, tell: Tell, modules: Sequence[str]) -> Taken:
    """Write these modules to the folder `out` as plain text, or without any all and the book.

    Raises:
        BuilderError: the call is wrong, or the folder cannot be written.
    """
    return _made(project, out, today, tell, modules, texts_of)


def bundle(project: Project, out: Path | None, engine: str, today: date, tell: Tell) -> Taken:
    """Write the whole site with its files as one zip: to `out` if that ends in .zip, into the folder `out`, or here.

    Raises:
        BuilderError: the call, the theme or the engine is wrong, or the file cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="psychoed-") as folder:
        site = Path(folder) / "site"
        built = pipeline.build(project, site, engine, today, tell, passing=True)
        if built.publication is None:
            return Taken(built.report)
        name = built.publication.bundle
        data = (site / name).read_bytes()
    there = out or Path()
    path = there if there.suffix == ".zip" and not there.is_dir() else there / name
    return _written(built.report, built.publication, path.parent, {path.name: data})


def _made(
    project: Project,
    out: Path,
    today: date,
    tell: Tell,
    modules: Sequence[str],
    writer: Callable[[Publication, bool], Mapping[str, bytes]],
) -> Taken:
    ready = pipeline.ready(project, read(project.content), today, tell)
    if ready.publication is None:
        return Taken(ready.report)
    tell("Writing the files")
    files = writer(_only(ready.publication, modules), not modules)
    return _written(ready.report, ready.publication, out, files)


def _only(publication: Publication, modules: Sequence[str]) -> Publication:
    """The publication with the sheets of these modules alone; without modules, all of it."""
    there = {sheet.path.split("/")[0] for sheet in publication.sheets if sheet.kind == "module"}
    for module in modules:
        if module not in there:
            raise BuilderError(
                f'No published module is called "{module}".{did_you_mean(module, there)}',
                f"There are: {', '.join(sorted(there))}.",
            )
    if not modules:
        return publication
    sheets = tuple(sheet for sheet in publication.sheets if sheet.path.split("/")[0] in modules)
    return replace(publication, sheets=sheets)


def _written(report: Report, publication: Publication, out: Path, files: Mapping[str, bytes]) -> Taken:
    """Write all files into one folder, each whole: none stands there before all are written. What else is there stays."""
    names = _flat(files)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with locked(out / ".psychoed-lock", wait=True), tempfile.TemporaryDirectory(prefix=_OWN, dir=out) as folder:
            for left in out.glob(f"{_OWN}*"):  # of a run that was killed
                if left != Path(folder):
                    shutil.rmtree(left, ignore_errors=True)
            for path, data in files.items():
                (Path(folder) / names[path]).write_bytes(data)
            for name in names.values():
                (Path(folder) / name).replace(out / name)
    except OSError as error:
        why, mend = told(error)
        raise BuilderError(
            f"The files cannot be written to {out}: {why}", f"{mend} Or name another place with --out."
        ) from error
    where = out.joinpath(*names.values()) if len(names) == 1 else out
    return Taken(report, publication, where, tuple(map(len, files.values())))


_OWN = ".psychoed-new-"


def _flat(paths: Iterable[str]) -> dict[str, str]:
    """The name of each file in one folder: its own, or where two have that, with its folder's before it."""
    twice = Counter(Path(path).name for path in paths)
    return {path: name if twice[name := Path(path).name] == 1 else path.replace("/", "-") for path in paths}
