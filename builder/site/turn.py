"""Pages in, their finished HTML in the site's folder out: what an engine made before comes from the shelf.

No page depends on another: the menu is the same on each, and links are written as they stand on the site. So an engine can
be run on the pages that are new alone, and several at once, and the bytes are those of one run on all of them. With a shelf it
gets pages whose bodies are set already, by ourselves, which is most of its work; the bytes are those that it makes of Markdown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.disk.crew import share_out
from builder.disk.later import Later, quoted
from builder.disk.own import held_in, packages
from builder.model.manifest import Placed
from builder.model.page import Page, Publication
from builder.model.shelf import Shelf, key_of
from builder.site.engine import Engine, Waiting, run
from builder.site.filling import Folder
from builder.site.finish import finished
from builder.site.inlines import FileFacts
from builder.site.linked import linked_data, linked_of
from builder.site.markdown import markdown_of, set_of
from builder.site.places import built_file
from builder.site.stage import config_of, stage

_WORTH_A_RUN = 40
"""An engine takes about as long to start as to make so many pages."""

_AT_ONCE = 400
"""One run makes no more, so that what it holds does not grow with the library."""


@dataclass(frozen=True)
class Turning:
    """How pages are made: by which engine, with which project's theme and config, and where finished pages are kept.

    Without a shelf every page is made anew, of Markdown, in one run. One that is `waiting` does it, where one run is enough.
    """

    engine: Engine
    project: Path
    shelf: Shelf | None = None
    waiting: Waiting | None = None


def turn(
    publication: Publication,
    facts: Mapping[str, FileFacts],
    by: Turning,
    folder: Path,
    site: Folder,
) -> int:
    """Put every page into `site`, and return how many an engine had to make. `folder` is for what is needed on the way, and stays
    full of that: some disks look at every file that went in the last minute before they make one.

    Raises BuilderError when the engine fails or leaves a page out, or the theme is not ours.
    """
    config = config_of(publication, by.project)
    todo = [job for job in _jobs(publication, facts, _ground(by, config)) if not _is_there(job, by.shelf, site)]

    def make(jobs: Sequence[_Job], run_in: Path, waiting: Waiting | None = None) -> dict[str, Placed]:
        text = set_of if by.shelf else markdown_of
        pages = ((job.page.address, text(job.page, job.files, linked_data(job.page, publication))) for job in jobs)
        staged = stage(pages, config, by.project / "theme", run_in)
        if waiting:
            waiting.run()
        else:
            run(by.engine, staged, publication.released)
        for job in jobs:
            html = finished(publication, job.page, run_in / "site", wrapped=by.shelf is not None).encode()
            site.put(job.name, html, job.key)
            if by.shelf:
                by.shelf.put(job.key, html)
        return {job.name: site.manifest[job.name] for job in jobs}

    if todo and by.waiting:
        make(todo, by.waiting.into, by.waiting)
    elif todo:
        least, most = (_WORTH_A_RUN, _AT_ONCE) if by.shelf else (len(todo), len(todo))
        for placed in share_out(lambda jobs: make(jobs, folder / f"run-{jobs[0].key[:8]}"), todo, least, most):
            site.manifest.update(placed)
    return len(todo)


@dataclass(frozen=True, slots=True)
class _Job:
    """A page with the facts of the files that it can hand out, and the key of all that it comes from."""

    page: Page
    files: Mapping[str, FileFacts]
    key: str

    @property
    def name(self) -> str:
        return "404.html" if self.page.address == "404.html" else built_file(self.page.address)


def _jobs(publication: Publication, facts: Mapping[str, FileFacts], ground: str) -> Iterator[_Job]:
    own, linked = _by_folder(facts), linked_of(publication)
    for page in publication.pages:
        files, said = own.get(page.module, {}) if page.module else facts, repr(page)
        sizes = [(path, *one.told) for path, one in _handed_out(page, said, files).items()]
        yield _Job(page, files, key_of(ground, said, repr(sizes), linked.get(page.module, linked[""])))


def _is_there(job: _Job, shelf: Shelf | None, site: Folder) -> bool:
    """Put a page that was made before into the site, if it was: from the old site, or from the shelf."""
    if shelf is None:
        return False
    if site.take(job.name, job.key):
        shelf.keep(job.key)
        return True
    html = shelf.get(job.key)
    if html is not None:
        site.put(job.name, html, job.key)
    return html is not None


def _handed_out(page: Page, said: str, files: Mapping[str, FileFacts]) -> Mapping[str, FileFacts]:
    """The files of which a page may say how large they are."""
    paths = {*quoted(said), *(page.blocks.paths if isinstance(page.blocks, Later) else ())}
    return {path: files[path] for path in sorted(paths) if path in files}


def _by_folder(facts: Mapping[str, FileFacts]) -> dict[str, dict[str, FileFacts]]:
    """The files of each module: its pages hand out no others."""
    found: dict[str, dict[str, FileFacts]] = {}
    for path, one in facts.items():
        found.setdefault(path.partition("/")[0], {})[path] = one
    return found


def _ground(by: Turning, config: str) -> str:
    """All that decides what a page looks like, but the page: engine, its packages, Python, our code, config, templates."""
    templates = (path.read_text("utf-8") for path in sorted((by.project / "theme").rglob("*.html")))
    return key_of(by.engine.name, config, *_own(), *templates)


@cache
def _own() -> tuple[str | bytes, ...]:
    house = Path(__file__).parents[1]
    return *packages(), *held_in(house / "site", house / "model", kinds=(".py",))  # words of both stand on pages
