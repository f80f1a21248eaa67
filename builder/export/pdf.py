"""Turns a publication's sheets and its book into PDFs: tagged, PDF/UA-1, own fonts only, the same bytes each time."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import typst

from builder.diagnostics.errors import BuilderError
from builder.export.digest import ground_of
from builder.export.pdf_small import smaller
from builder.export.source import book_source_of, source_of
from builder.model.files import STYLES, Style, styled
from builder.model.page import Publication
from builder.model.shelf import Shelf, key_of

_UNKNOWN = re.compile(r'(?:the text|disallowed codepoint) `"(.+?)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True)
class Made:
    """One finished PDF and its number of pages; or no bytes, no pages, and what was in the way.

    `unknown` are the characters that our font has not, `trouble` is what Typst said of anything else.
    """

    data: bytes
    pages: int
    unknown: str = ""
    trouble: str = ""


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
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[root / "font"])
    released = datetime.fromisoformat(publication.released).replace(tzinfo=UTC)

    def made(job: _Job) -> Made:
        done = _made(job, root, fonts, released)
        if shelf is not None and done.data:
            shelf.put(job.key, b"%d\n%b" % (done.pages, done.data))
        return done

    with ThreadPoolExecutor(_processors()) as threads:  # Typst lets go of the interpreter while it works
        done = dict(zip((job.path for job in todo), threads.map(made, todo), strict=True))
    return {job.path: kept.get(job.path) or done[job.path] for job in wanted}


@dataclass(frozen=True)
class _Job:
    path: str
    source: str
    style: Style
    key: str


def _jobs(publication: Publication, styles: tuple[Style, ...], ground: str) -> Iterator[_Job]:
    """What is to be made, the longest first, so that no processor waits at the end."""
    book = publication.book
    sources = [(book.path, book_source_of(book, publication))] if book else []
    sources += [(sheet.path, source_of(sheet, publication)) for sheet in publication.sheets]
    for path, source in sources:
        for style in styles:
            yield _Job(styled(path, style), source, style, key_of(ground, repr(style), source))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _unpacked(data: bytes | None) -> Made | None:
    if data is None:
        return None
    pages, _, pdf = data.partition(b"\n")
    return Made(pdf, int(pages))


def _made(job: _Job, root: Path, fonts: typst.Fonts, released: datetime) -> Made:
    asked = {"paper": job.style.paper, "size": "large" if job.style.large else "normal"}
    try:
        compiler = typst.Compiler(root=root, font_paths=fonts, sys_inputs=asked)
        data = compiler.compile(job.source.encode(), format="pdf", pdf_standards="ua-1", timestamp=released)
    except typst.TypstError as error:
        unknown = {char for found in _UNKNOWN.findall(error.diagnostic) for char in _ESCAPE.sub(_char, found)}
        trouble = "" if unknown else error.message
        return Made(b"", 0, "".join(sorted(unknown)), trouble)
    assert isinstance(data, bytes)
    return Made(*smaller(data))


def _char(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))
