"""Times our PDFs against WeasyPrint, Chromium and a MkDocs plugin on the same words, in one run; prints a table.

Usage: python -m bench.pdf [MODULES] [ROUNDS] [--book] [ENGINE]... Whole processes on one core, interleaved. Ours starts from the
document as the renderer leaves it, the peers from the XHTML of our EPUB, so that every engine sets the same words; the
plugin, which only makes a book, prints the authors' Markdown and builds the site as it does. Memory is that of all
processes together (PSS). Needs `pip install --group bench` and Chromium.
"""

import io
import os
import pickle
import subprocess
import sys
import tempfile
import time
import zipfile
from contextlib import suppress
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

import page as validation

from bench.library import ROOT, write_library
from builder.export import epubs_of
from builder.load.gather import load
from builder.model.page import Publication
from builder.render import publication_of

UA = validation.ValidationProfile.PDF_UA_1
ALONE, BOOK = ("weasyprint", "chromium", "psychoed"), ("weasyprint", "chromium", "plugin", "psychoed")


def main(modules: int = 30, rounds: int = 3, *, book: bool, engines: tuple[str, ...]) -> None:
    """Print what came out."""
    print(f"{'a book of ' if book else ''}{modules} modules, one core, median of {rounds}")
    for name, one in compare(modules, rounds, book, engines).items():
        print(
            f"  {name:11} {one['seconds']:8.3f} s a document, ratio {one['ratio']:6.3f}, {one['mib']:6.0f} MiB, "
            f"{one['kb']:8.1f} kB a document, {one['judged']}"
        )


def compare(
    modules: int, rounds: int, book: bool = False, engines: tuple[str, ...] = ALONE
) -> dict[str, dict[str, Any]]:
    """Make a library, let each engine print it, and say what a document took. Engines that are not there are left out."""
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as folder:
        given = Path(folder) / "given"
        prepare(Path(folder), given, modules)
        times: dict[str, list[float]] = {}
        most: dict[str, float] = {}
        for _ in range(rounds):
            for name in engines:
                if name == "weasyprint" and not find_spec(name):
                    continue
                out = Path(folder) / name
                out.mkdir(exist_ok=True)
                took, memory = _run(name, given, out, "book" if book else "alone")
                print(f"{name}: {took:.1f} s, {memory:.0f} MiB", file=sys.stderr)
                times.setdefault(name, []).append(took)
                most[name] = max(memory, most.get(name, 0))
        base = median(times[min(times, key=BOOK.index)])
        told = {}
        for name, taken in times.items():
            made = sorted((Path(folder) / name).glob("*.pdf"))
            told[name] = {
                "seconds": median(taken) / len(made), "ratio": median(taken) / base, "mib": most[name],
                "kb": sum(path.stat().st_size for path in made) / len(made) / 1000, "judged": _judged(made),
            }  # fmt: skip
        return told


def prepare(folder: Path, given: Path, modules: int) -> None:
    """Make a library in `folder`, and in `given` what the engines are to print."""
    write_library(folder, modules)
    given.mkdir()
    publication = publication_of(load(folder / "content").library, date.today())
    for name, asked in zip(("alone", "book"), _asked_of(publication), strict=True):
        (given / name).write_bytes(pickle.dumps(asked))
    epubs = epubs_of(publication)
    for path, data in epubs.items():
        parts = [text for name, text in _chapters(data)]
        name = "book" if "/" not in path else f"m-{Path(path).stem}"
        head, _, _ = parts[0].partition("<body")
        bodies = "".join(text.partition("<body")[2].partition(">")[2].rpartition("</body>")[0] for text in parts)
        (given / f"{name}.xhtml").write_text(f"{head}<body>{bodies}</body></html>", "utf-8")
    _plain(folder / "content" / "modules", given)


def _asked_of(publication: Publication) -> tuple[Publication, Publication]:
    """What ours is to set: a file a module, and the book, with all of its chapters made."""
    sheets = tuple(sheet for sheet in publication.sheets if sheet.kind == "module")
    book = publication.book
    assert book
    nothing = replace(publication, pages=(), entries=(), sheets=(), book=None)
    volumes = tuple(replace(one, chapters=tuple(one.chapters)) for one in book.bound)
    return replace(nothing, sheets=sheets), replace(nothing, book=replace(book, chapters=(), volumes=volumes))


def _plain(modules: Path, given: Path) -> None:
    for file in sorted((*modules.glob("*/learn.md"), *modules.glob("*/practice.md"))):
        target = given / "docs" / file.parent.name / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"# {file.parent.name} {file.stem}\n\n{file.read_text('utf-8')}", "utf-8")
    (given / "docs" / "index.md").write_text("# Home\n", "utf-8")
    plugins = "plugins: [{to-pdf: {output_path: book.pdf}}]\n"
    config = (
        f"site_name: Plain\ntheme: {{name: material, font: false}}\n{plugins}validation: {{omitted_files: ignore}}\n"
    )
    (given / "plain.yml").write_text(config, "utf-8")


def _chapters(epub: bytes) -> list[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(epub)) as files:
        names = [one for one in files.namelist() if one.endswith(".xhtml") and "_contents" not in one]
        return [(one, files.read(one).decode()) for one in names]


def _run(name: str, given: Path, out: Path, kind: str) -> tuple[float, float]:
    """Seconds, and the most memory that its processes held together, in MiB."""
    started = time.perf_counter()
    core = {max(os.sched_getaffinity(0))}
    command = [sys.executable, "-m", "bench.pdf_engines", name, str(given), str(out), kind]
    done = subprocess.Popen(command, cwd=ROOT, preexec_fn=lambda: os.sched_setaffinity(0, core))
    most = 0
    while done.poll() is None:
        looked = time.perf_counter()
        most = max(most, _held(done.pid))
        with suppress(subprocess.TimeoutExpired):
            done.wait(max(0.05, 30 * (time.perf_counter() - looked)))  # a process waits while it is looked at
    if done.returncode:
        raise SystemExit(f"{name} failed")
    return time.perf_counter() - started, most / 2**20


def _held(pid: int) -> int:
    import psutil  # of the group bench: what only prepares does without

    try:
        one = psutil.Process(pid)
        return sum(each.memory_full_info().pss for each in (one, *one.children(recursive=True)))
    except psutil.Error:
        return 0


def _judged(made: list[Path]) -> str:
    """How many of the first documents a validator of PDF/UA-1 finds without fault, and how many are too large for it."""
    judged = [_is_good(path) for path in islice(made, 4)]
    large = f", {judged.count(None)} too large to judge" if None in judged else ""
    return f"PDF/UA-1: {judged.count(True)} of {len(judged)}{large}"


def _is_good(path: Path) -> bool | None:
    try:
        return bool(validation.validate_pdf_bytes(path.read_bytes(), profile=UA).is_compliant)
    except validation.SafetyLimitError:
        return None


if __name__ == "__main__":
    given = sys.argv[1:]
    book = "--book" in given
    engines = BOOK if book else ALONE
    if wrong := [word for word in given if not word.isdigit() and word not in (*engines, "--book")]:
        raise SystemExit(f"No engine here is called {wrong[0]}: {', '.join(engines)}")
    asked = tuple(name for name in engines if name in given) or engines
    main(*(int(word) for word in given if word.isdigit()), book=book, engines=asked)
