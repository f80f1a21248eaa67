"""A content folder in, its site out as `psychoed build` makes it, without files to carry away. One process, to be timed.

Usage: python -m bench.site CONTENT OUT. With --staged: only the pages as an engine gets them, for its peers.
"""

import gc
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench.standing_in import STAND_IN, stage_all, stand_ins
from builder import pipeline
from builder.cli.main import leave
from builder.disk.later import FilesLater, all_put_away
from builder.disk.scratch import put_away
from builder.load.files import Files, read
from builder.memory.built import last_build, note
from builder.memory.place import BEFORE
from builder.memory.shelf import Shelf
from builder.model.page import Publication
from builder.share import shared_files
from builder.site.begun import begin
from builder.site.build import build_site
from builder.site.inlines import FileFacts

IS_IN = (
    "check, render, catalogue and feed, search index, staging, the engine, finishing, and what is kept for the next run"
)
IS_OUT = "PDFs, EPUBs, plain text (a few bytes stand in for each, whatever is edited) and the zip for a stick"


def build_without_files(content: Path, out: Path) -> None:
    """The site, by the same steps as `pipeline.build` without its files."""
    project, today = _project(content), date.today()
    content_files = read(content)
    basis = pipeline.basis_for(project, content_files, "mkdocs", today)
    last = last_build(project.memory, out)
    if last.would_be(basis):
        return
    with begin(out, last.manifest, project.memory / BEFORE) as new:
        publication = _publication(project, content_files, today)
        files, facts = _linked(publication)
        shelf = Shelf(project.memory / "pages")
        without_zip = replace(publication, book=None)
        site = build_site(without_zip, files, facts, project=project.root, out=out, shelf=shelf, new=new)
        shelf.forget_old()
        note(project.memory, out, basis, site.manifest)


def stage_only(content: Path, into: Path) -> None:
    """The Markdown of every page in `into`/docs, and the files to which pages lead."""
    publication = _publication(_project(content), read(content), date.today())
    stage_all(publication, into)
    for path, data in _linked(publication)[0].items():
        (into / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (into / "docs" / path).write_bytes(data)


def _project(content: Path) -> pipeline.Project:
    return pipeline.Project(content.resolve().parent, content)


def _publication(project: pipeline.Project, files: Files, today: date) -> Publication:
    ready = pipeline.ready(project, files, today, lambda _: None)
    if ready.publication is None:
        raise SystemExit(f"The library has errors: psychoed check --content {project.content}")
    return ready.publication


def _linked(publication: Publication) -> tuple[Mapping[str, bytes], dict[str, FileFacts]]:
    """The files to which pages lead, and what is said of them. What is no stand-in is put away, as in a build."""
    files, facts = stand_ins(publication)
    shared = shared_files(publication, files, {})
    facts |= {path: FileFacts(0, len(data)) for path, data in shared.items()}
    return FilesLater(dict.fromkeys(files, put_away(STAND_IN)) | all_put_away(shared)), facts


if __name__ == "__main__":
    gc.disable()  # as the command does
    content, out = (Path(word) for word in sys.argv[1:] if word != "--staged")
    (stage_only if "--staged" in sys.argv else build_without_files)(content, out)
    leave(0)
