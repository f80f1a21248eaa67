"""A publication in, the finished site in its folder out; a run that fails leaves the old site as it was."""

import tempfile
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from builder.diagnostics.errors import BuilderError
from builder.disk.crew import aside
from builder.model.manifest import Manifest, Placed
from builder.model.page import Publication
from builder.model.shelf import Shelf
from builder.site.alone import OLD, beside, not_written
from builder.site.begun import Begun, begin
from builder.site.bundle import write_bundle
from builder.site.codes import code_files
from builder.site.colours import colour_rules
from builder.site.engine import Engine, Waiting
from builder.site.filling import Filling, Replacing
from builder.site.ground import refuse_other_ground
from builder.site.headers import header_files
from builder.site.inlines import FileFacts
from builder.site.kept import keep_old_files
from builder.site.mkdocs import MKDOCS
from builder.site.offline import WORKER, write_worker
from builder.site.packets import packet_files
from builder.site.search import Search
from builder.site.stage import assets_of
from builder.site.swap import swap
from builder.site.turn import Turning, turn
from builder.site.zensical import ZENSICAL

_MANY = 8_000
"""In a library of so many pages what two processes hold at once counts more than the second that they save."""

ENGINES: dict[str, Engine] = {"mkdocs": MKDOCS, "zensical": ZENSICAL}
"""Every engine by the name that a person types; the first is the default."""


@dataclass(frozen=True)
class Site:
    """What a build left in the site's folder, and how many of its pages an engine had to make."""

    manifest: Manifest
    made: int


def build_site(
    publication: Publication,
    files: Mapping[str, bytes],
    facts: Mapping[str, FileFacts],
    *,
    project: Path,
    out: Path,
    engine: str = "mkdocs",
    shelf: Shelf | None = None,
    new: Begun | None = None,
) -> Site:
    """Build the site into `out`.

    `files` are handed out as they are, by their path below the site; `facts` say how large they are. `project` holds
    mkdocs.yml and theme/. `shelf` has the pages that were made before; without it all are made anew.
    `new` is a site that was begun beside `out`, with what the last build left there: without it, each file is written.

    Raises:
        BuilderError: the engine is not known, is not there, or fails; `out` holds anything but a site of ours; a file cannot
            be read or written.
    """
    by = Turning(engine_called(engine), project, shelf)
    own = {**packet_files(publication), **code_files(publication)}
    out = out.resolve()

    try:
        refuse_other_ground(out, project)
        with nullcontext(new) if new else begin(out) as new:
            filling = Filling(new.site, out, new.copied())
            colours = colour_rules(publication.publisher.colours) if publication.publisher else ""

            search = Search(publication.entries, publication.sayings)

            def index() -> dict[str, Placed]:
                found = search.files(publication.danger_words, shelf)
                for path, data in found.items():
                    filling.put(path, data)
                return {path: filling.manifest[path] for path in found}

            with aside(index) as found:
                for path, data in files.items():
                    filling.put(path, data)
                if len(publication.pages) > _MANY:
                    found()  # while this process looks at no page, that one needs no copy of all: some 100 MB for each of them
                made = turn(publication, facts, by, new.folder, filling)
                for path, data in chain(assets_of(project / "theme", colours), own.items()):
                    filling.put(path, data)
                filling.manifest.update(found())
            write_bundle(publication, project, filling, new.folder)
            write_worker(publication, (project / "theme" / WORKER).read_text(encoding="utf-8"), filling)
            for name, text in header_files(publication.base_address, publication.moved).items():
                filling.put(name, text.encode())
            keep_old_files(publication.moved, filling)
            filling.clear()
            swap(new.site, out, new.folder / OLD)
            new.over()
            return Site(filling.manifest, made)
    except OSError as error:
        raise not_written(out, error) from error


def show_pages(
    publication: Publication,
    facts: Mapping[str, FileFacts],
    *,
    project: Path,
    out: Path,
    waiting: Waiting,
    shelf: Shelf,
) -> None:
    """Put the pages of `publication` into the site that lies in `out`, one after another; all else there stays as it is.

    The engine that is `waiting` makes those that are not on the shelf. Raises BuilderError as `build_site` does.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=beside(out), dir=out.parent) as folder:
            turn(
                publication,
                facts,
                Turning(waiting.engine, project, shelf, waiting),
                Path(folder).resolve(),
                Replacing(out),
            )
    except OSError as error:
        raise not_written(out, error) from error


def engine_called(name: str) -> Engine:
    """The engine of a name. Raises BuilderError where there is none."""
    if name not in ENGINES:
        raise BuilderError(f"There is no engine called {name}.", f"Take one of: {', '.join(ENGINES)}.")
    return ENGINES[name]
