"""A content folder in, its site out as `psychoed build` makes it, without files to carry away. One process, to be timed.

Usage: python -m bench.site CONTENT OUT. With --staged: only the pages as an engine gets them, for its peers.
"""

import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from bench.library import ROOT
from bench.standing_in import stand_ins
from builder import pipeline
from builder.model.page import Publication
from builder.share import shared_files
from builder.site.engine import run
from builder.site.finish import finish
from builder.site.headers import header_files
from builder.site.inlines import FileFacts
from builder.site.kept import keep_old_files
from builder.site.mkdocs import MKDOCS
from builder.site.packets import packet_files
from builder.site.search import search_files
from builder.site.stage import stage
from builder.site.style import STYLE

IS_IN = "check, render, QR codes, catalogue and feed, search index, staging, the engine, finishing"
IS_OUT = "PDFs, EPUBs, plain text (a few bytes stand in for each) and the zip for a stick"


def build_without_files(content: Path, out: Path) -> None:
    """The site, by the same steps as `pipeline.build` without its files."""
    publication = _publication(content)
    with tempfile.TemporaryDirectory(prefix=".psychoed-", dir=out.parent) as folder:
        into = Path(folder).resolve()
        files = _files(publication)
        config = _stage(publication, files, into)
        run(MKDOCS, config, int(datetime.fromisoformat(publication.released).replace(tzinfo=UTC).timestamp()))
        finish(publication, {*files, STYLE}, into / "theme", into / "site")
        for name, text in header_files(publication.base_address, publication.moved).items():
            (into / "site" / name).write_text(text, encoding="utf-8", newline="\n")
        keep_old_files(publication.moved, into / "site")
        if out.exists():
            out.replace(into / "old")
        (into / "site").replace(out)


def stage_only(content: Path, into: Path) -> None:
    """The Markdown of every page, in `into`/docs."""
    publication = _publication(content)
    _stage(publication, _linked(publication), into)


def _publication(content: Path) -> Publication:
    root = content.resolve().parent
    ready = pipeline.ready(pipeline.Project(root, content), date.today(), lambda _: None)
    if ready.publication is None:
        raise SystemExit(f"The library in {content} has errors: psychoed check --content {content}")
    return ready.publication


def _files(publication: Publication) -> dict[str, bytes]:
    found = search_files(publication.entries, publication.danger_words, publication.sayings)
    return {**_linked(publication), **found, **packet_files(publication)}


def _linked(publication: Publication) -> dict[str, bytes]:
    """The files to which pages lead."""
    files, _ = stand_ins(publication)
    return {**files, **shared_files(publication, files, {})}


def _stage(publication: Publication, files: dict[str, bytes], into: Path) -> Path:
    facts = {path: FileFacts(1, len(data)) for path, data in files.items()}
    return stage(publication, files, facts, ROOT, into)


if __name__ == "__main__":
    content, out = (Path(word) for word in sys.argv[1:] if word != "--staged")
    (stage_only if "--staged" in sys.argv else build_without_files)(content, out)
