"""Turns a publication's sheets and its book into PDFs: tagged, PDF/UA-1, own fonts only, the same bytes each time."""

import os
import pickle
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import get_ident

import typst

from builder.diagnostics.errors import BuilderError
from builder.disk import bound
from builder.disk.processors import processors
from builder.disk.programs import Programs
from builder.disk.scratch import Kept, put_away
from builder.export.digest import ground_of
from builder.export.pdf_places import Nowhere
from builder.export.pdf_small import smaller
from builder.export.source import book_source_of, source_of
from builder.model.files import STYLES, Style, styled
from builder.model.page import Publication
from builder.model.shelf import Shelf, key_of

_UNKNOWN = re.compile(r'(?:the text|disallowed codepoint) `"(.+?)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True, eq=False)
class Made:
    """One finished PDF, put away, and its number of pages; or no bytes, no pages, and what was in the way.

    `unknown` are the characters that our font has not, `trouble` is what Typst said of anything else, or that a link leads nowhere.
    """

    kept: Kept
    pages: int
    unknown: str = ""
    trouble: str = ""

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self.kept.read()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Made) and self._all == other._all

    def __hash__(self) -> int:
        return hash(self._all)

    @property
    def _all(self) -> tuple[bytes, int, str, str]:
        return self.data, self.pages, self.unknown, self.trouble


def pdfs_of(
    publication: Publication,
    theme: Path,
    shelf: Shelf | None = None,
    tell: Callable[[str], None] = lambda _: None,
    styles: Iterable[Style] = STYLES,
) -> dict[str, Made]:
    """Every sheet and the book in each of the styles, by the path of the file. What the shelf has is not made again.

    `theme` is the folder that holds print/. Raises BuilderError if it is not complete.
    """
    root = theme / "print"
    if not (root / "blocks.typ").is_file() or not list((root / "font").glob("*.ttf")):
        raise BuilderError(
            f"There are no templates or fonts for PDFs in {root}.", "Restore theme/print from the repository."
        )
    wanted = list(_jobs(publication, tuple(styles), ground_of(root, publication.released)))
    kept = {job.path: found for job in wanted if shelf is not None and (found := _unpacked(shelf.get(job.key)))}
    todo = [job for job in wanted if job.path not in kept]
    tell(f"Making {len(todo)} PDFs" + (f"; {len(kept)} are as they were" if kept else ""))
    compiler_of = compilers_of(root)
    released = datetime.fromisoformat(publication.released).replace(tzinfo=UTC)

    def made(job: Job, programs: Programs) -> Made:
        done = (
            made_alone(job, root, released, programs)
            if job.is_large
            else made_of(job, compiler_of(job.style), released)
        )
        if shelf is not None and done.pages:
            shelf.put(job.key, b"%d\n%b" % (done.pages, done.data))
        return done

    # Typst lets go of the interpreter while it works.
    with (
        ThreadPoolExecutor(at_once(todo)) as alone,
        ThreadPoolExecutor(processors()) as threads,
        Programs() as programs,
    ):
        try:
            started = {job.path: (alone if job.is_large else threads).submit(made, job, programs) for job in todo}
            done = {path: one.result() for path, one in started.items()}
        except BaseException:
            for pool in (alone, threads):
                pool.shutdown(wait=False, cancel_futures=True)
            raise
    return {job.path: kept.get(job.path) or done[job.path] for job in wanted}


def at_once(todo: Sequence["Job"]) -> int:
    """How many large ones are set at once: one, where small ones keep all processors busy, or a machine may have no room."""
    large = [len(job.source) for job in todo if job.is_large]
    small = sum(len(job.source) for job in todo if not job.is_large)
    return 1 if small >= sum(large) else max(1, min(processors(), _ROOM // max(large)))


_LARGE = 150_000
_ROOM = 1_000_000
"""Typst holds about a kilobyte for each sign of a source."""


@dataclass(frozen=True)
class Job:
    """A PDF that is to be made: the Typst source of its file at `path`, in one of the styles."""

    path: str
    source: str
    style: Style
    key: str

    @property
    def is_large(self) -> bool:
        """Whether a process of its own sets it: what Typst holds for it, it does not give back."""
        return len(self.source) > _LARGE


def _jobs(publication: Publication, styles: tuple[Style, ...], ground: str) -> Iterator[Job]:
    """What is to be made, the longest first, so that no processor waits at the end."""
    book = publication.book
    sources = [(one.path, book_source_of(one, publication)) for one in book.bound] if book else []
    sources += [(sheet.path, source_of(sheet, publication)) for sheet in publication.sheets]
    for path, source in sources:
        for style in styles:
            yield Job(styled(path, style), source, style, key_of(ground, repr(style), source))


def made_alone(job: Job, root: Path, released: datetime, programs: Programs) -> Made:
    """The PDF, made by a process that ends with it.

    Raises:
        BuilderError: the machine ended that process.
    """
    with TemporaryDirectory(prefix="psychoed-") as folder:
        asked, answer = Path(folder) / "asked", Path(folder) / "answer"
        asked.write_bytes(pickle.dumps((job, root.resolve(), released)))
        command = [sys.executable, bound.__file__, "builder.export.pdf_alone", str(asked), str(answer)]
        code, said = programs.run(command, Path(__file__).parents[2], {**os.environ, "PYTHONUTF8": "1"})
        if code < 0:
            words = f"This machine stopped what was making {job.path}, perhaps for want of memory."
            raise BuilderError(words, "Close other programs, and try again.")
        if code:
            raise RuntimeError(said)
        made: Made = pickle.loads(answer.read_bytes())
        return made


def compilers_of(root: Path) -> Callable[[Style], typst.Compiler]:
    """What sets a file by the templates in `root`, with our own fonts and no others: for each style and each thread one.

    It serves one at a time. A new one for each file would read all templates again.
    """
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[root / "font"])

    @cache
    def made(style: Style, _thread: int) -> typst.Compiler:
        asked = {"paper": style.paper, "size": "large" if style.large else "normal"}
        return typst.Compiler(root=root, font_paths=fonts, sys_inputs=asked)

    return lambda style: made(style, get_ident())


def _unpacked(data: bytes | None) -> Made | None:
    if data is None:
        return None
    pages, _, pdf = data.partition(b"\n")
    return Made(put_away(pdf), int(pages))


def made_of(job: Job, compiler: typst.Compiler, released: datetime) -> Made:
    """The PDF, as the compiler sets it."""
    try:
        data = compiler.compile(job.source.encode(), format="pdf", pdf_standards="ua-1", timestamp=released)
    except typst.TypstError as error:
        unknown = {char for found in _UNKNOWN.findall(error.diagnostic) for char in _ESCAPE.sub(_char, found)}
        trouble = "" if unknown else error.message
        return Made(put_away(b""), 0, "".join(sorted(unknown)), trouble)
    assert isinstance(data, bytes)
    try:
        small, pages = smaller(data)
    except Nowhere as error:
        return Made(put_away(b""), 0, trouble=str(error))
    return Made(put_away(small), pages)


def _char(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))
