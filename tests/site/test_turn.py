"""What an engine made before is not made again, and nobody could tell from the site."""

import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from builder.memory.shelf import Shelf
from builder.model.document import Paragraph, Text
from builder.model.page import Publication
from builder.site.build import build_site
from tests.conftest import ROOT
from tests.site.kinds import FACTS, FILES, PUBLICATION

KEPT = pytest.mark.xdist_group("turned")  # each begins where the site was built once


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def said(publication: Publication, number: int, words: str) -> Publication:
    """With one more paragraph on one page."""
    pages = list(publication.pages)
    page = pages[number]
    pages[number] = replace(page, blocks=(*page.blocks, Paragraph((Text(words),))))
    return replace(publication, pages=tuple(pages))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """A shelf that holds every page of the publication and nothing else, beside the site that was built with it."""
    kept = Shelf(tmp_path_factory.mktemp("shelf") / "pages")
    made = build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=kept.folder.parent / "site", shelf=kept)
    assert made == len(PUBLICATION.pages)
    return kept


@pytest.fixture
def shelf(full: Shelf, tmp_path: Path) -> Shelf:
    """A shelf of its own for each test, as full."""
    return Shelf(shutil.copytree(full.folder, tmp_path / "pages"))


@KEPT
def test_after_any_row_of_changes_it_is_what_one_run_on_all_pages_makes(
    full: Shelf, shelf: Shelf, sites: dict[str, Path], tmp_path: Path
) -> None:
    assert files(full.folder.parent / "site") == files(sites["mkdocs"])
    chance, changed = Random(7), PUBLICATION
    for step in range(3):
        changed = said(changed, chance.randrange(len(changed.pages)), f"Step *{step}* & more.")
        if step == 1:
            changed = replace(changed, pages=changed.pages[:-1])
        made = build_site(changed, FILES, FACTS, project=ROOT, out=tmp_path / "site", shelf=shelf)
        assert 1 <= made <= 3  # the page, and those that list what there is
    build_site(changed, FILES, FACTS, project=ROOT, out=tmp_path / "afresh")
    assert files(tmp_path / "site") == files(tmp_path / "afresh")


@KEPT
def test_a_damaged_page_on_the_shelf_is_made_again(shelf: Shelf, sites: dict[str, Path], tmp_path: Path) -> None:
    for path in list(shelf.folder.iterdir())[:2]:
        path.write_bytes(path.read_bytes()[:-9])
    made = build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=tmp_path / "site", shelf=shelf)
    assert made == 2
    assert files(tmp_path / "site") == files(sites["mkdocs"])


@KEPT
def test_what_all_pages_show_makes_all_again(shelf: Shelf, tmp_path: Path) -> None:
    other = replace(PUBLICATION, tagline="Another line.")
    made = build_site(other, FILES, FACTS, project=ROOT, out=tmp_path / "site", shelf=shelf)
    assert made == len(PUBLICATION.pages)
    assert b"Another line." in (tmp_path / "site/index.html").read_bytes()
