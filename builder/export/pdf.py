"""Turns a publication's sheets and its book into PDFs: tagged, PDF/UA-1, own fonts only, the same bytes each time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from builder.diagnostics.errors import BuilderError
from builder.disk.processors import processors
from builder.disk.programs import Programs
from builder.disk.scratch import put_away
from builder.export.digest import ground_of
from builder.export.source import book_source_of, source_of
from builder.model.files import STYLES, Style, styled
from builder.model.page import Publication
from builder.model.shelf import Shelf, key_of
from builder.pdf.press import Job, Made, compilers_of, made_alone, made_of


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
    large = [len(job.source.own) for job in todo if job.is_large]
    small = sum(len(job.source.own) for job in todo if not job.is_large)
    return 1 if small >= sum(large) else max(1, min(processors(), _ROOM // max(large)))


_ROOM = 1_000_000
"""Typst holds about a kilobyte for each sign of a source."""


def _jobs(publication: Publication, styles: tuple[Style, ...], ground: str) -> Iterator[Job]:
    """What is to be made, the longest first, so that no processor waits at the end."""
    book = publication.book
    sources = [(one.path, book_source_of(one, publication)) for one in book.bound] if book else []
    sources += [(sheet.path, source_of(sheet, publication)) for sheet in publication.sheets]
    for path, source in sources:
        for style in styles:
            yield Job(styled(path, style), source, style, key_of(ground, repr(style), *source))


def _unpacked(data: bytes | None) -> Made | None:
    if data is None:
        return None
    pages, _, pdf = data.partition(b"\n")
    return Made(put_away(pdf), int(pages))
