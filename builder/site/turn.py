"""Pages in, their finished HTML in the site's folder out: what an engine made before comes from the shelf.

No page depends on another: the menu is the same on each, and links are written as they stand on the site. So an engine can
be run on the pages that are new alone, and several at once, and the bytes are those of one run on all of them. With a shelf it
gets pages whose bodies are set already, by ourselves, which is most of its work; the bytes are those that it makes of Markdown.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from builder.disk.crew import share_out
from builder.disk.later import Later, quoted
from builder.disk.own import held_in, packages
from builder.model.page import Page, Publication
from builder.model.shelf import Shelf, key_of
from builder.site.engine import Engine, Waiting, run
from builder.site.filling import Folder
from builder.site.finish import finished
from builder.site.inlines import FileFacts
from builder.site.linked import linked_data
from builder.site.markdown import markdown_of, set_of
from builder.site.places import built_file
from builder.site.stage import config_of, stage

_WORTH_A_RUN = 40
"""An engine takes about as long to start as to make so many pages."""


@dataclass(frozen=True)
class Turning:
    """How pages are made: by which engine, with which project's theme and config, and where finished pages are kept.

    Without a shelf every page is made anew, of Markdown, in one run. One that is `waiting` does it, where one run is enough.
    """

    engine: Engine
    project: Path
    shelf: Shelf | None = None
    waiting: Waiting | None = None


def turn(publication: Publication, facts: Mapping[str, FileFacts], by: Turning, folder: Path, site: Folder) -> int:
    """Write every page to `site`, and return how many an engine had to make. `folder` is for what is needed on the way.

    Raises BuilderError when the engine fails or leaves a page out, or the theme is not ours.
    """
    config = config_of(publication, by.project)
    ground = _ground(by, config)
    own = _by_folder(facts)
    todo: list[_Job] = []
    for page in publication.pages:
        near = own.get(page.module, {}) if page.module else facts
        job = _Job(ground, page, near, linked_data(page, publication), set_of if by.shelf else markdown_of)
        kept = by.shelf.get(job.key) if by.shelf else None
        if kept is None:
            todo.append(job)
        else:
            _write(site, page, kept)

    def make(jobs: Sequence[_Job], run_in: Path, waiting: Waiting | None = None) -> None:
        staged = stage(((job.page.address, job.text()) for job in jobs), config, by.project / "theme", run_in)
        if waiting:
            waiting.run()
        else:
            run(by.engine, staged, publication.released)
        for job in jobs:
            html = finished(publication, job.page, run_in / "site", wrapped=by.shelf is not None).encode()
            _write(site, job.page, html)
            if by.shelf:
                by.shelf.put(job.key, html)
        if not waiting:
            shutil.rmtree(run_in)  # here, where all processors are at it

    if todo and by.waiting:
        make(todo, by.waiting.into, by.waiting)
    elif todo:
        least = _WORTH_A_RUN if by.shelf else len(todo)
        share_out(lambda jobs: make(jobs, folder / f"run-{jobs[0].key[:8]}"), todo, least)
    return len(todo)


_Written = Callable[[Page, Mapping[str, FileFacts], str], str]
"""Writes the file that an engine gets of a page."""


class _Job:
    """A page to be made, with the facts of the files that it can hand out. Its text is written only if an engine needs it."""

    def __init__(self, ground: str, page: Page, files: Mapping[str, FileFacts], linked: str, written: _Written) -> None:
        self.page = page
        self.text = partial(written, page, files, linked)
        said = repr(page)
        sizes = [(path, *one.told) for path, one in _handed_out(page, said, files).items()]
        self.key = key_of(ground, said, repr(sizes), linked)


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


def _write(site: Folder, page: Page, html: bytes) -> None:
    site.put("404.html" if page.address == "404.html" else built_file(page.address), html)
