"""A publication in, one folder for each search to be compared out: ours, Material's and Pagefind's, of the same pages."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from bench.standing_in import stage_all, stand_ins
from builder.model.page import Publication
from builder.share import shared_files
from builder.site.build import build_site
from builder.site.inlines import FileFacts
from builder.site.places import built_file, staged_file

ROOT = Path(__file__).parents[1]


def our_site(publication: Publication, into: Path) -> Path:
    """The site as readers get it."""
    files, facts = stand_ins(publication)
    shared = shared_files(publication, files, {})
    facts |= {path: FileFacts(0, len(data)) for path, data in shared.items()}
    build_site(publication, {**files, **shared}, facts, project=ROOT, out=into)
    return into


def material_site(publication: Publication, folder: Path) -> Path:
    """Plain MkDocs with Material and its search as they come, of the Markdown of the same pages."""
    stage_all(publication, folder / "staged")
    docs = folder / "docs"
    for entry in publication.entries:
        name = staged_file(entry.address)
        text = (folder / "staged" / "docs" / name).read_text("utf-8").split("\n---\n", 1)[1]
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, "utf-8")
    config = folder / "plain.yml"
    config.write_text(
        "site_name: Plain\ntheme: {name: material, font: false}\nplugins: [search]\n"
        "markdown_extensions: [attr_list, pymdownx.blocks.html]\n",
        "utf-8",
    )
    _run("mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(folder / "site"))
    return folder / "site"


def pagefind_site(publication: Publication, site: Path, folder: Path) -> Path:
    """The same pages of our site, indexed by Pagefind as it comes: all words of the main part."""
    for entry in publication.entries:
        html = (site / built_file(entry.address)).read_text("utf-8")
        target = folder / built_file(entry.address)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html.replace("<main", "<main data-pagefind-body", 1), "utf-8")
    shutil.copy(site / "assets" / "mark.svg", folder)
    _run("pagefind", "--site", str(folder), "--quiet")
    return folder


def _run(module: str, *words: str) -> None:
    done = subprocess.run([sys.executable, "-m", module, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr))
