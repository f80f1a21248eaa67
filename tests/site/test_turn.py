"""What an engine made before is not made again, and nobody could tell from the site."""

import ast
import os
import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from builder.disk.later import Later
from builder.memory.shelf import Shelf
from builder.model.document import Paragraph, Text
from builder.model.page import Publication
from builder.site import turn
from builder.site.begun import begin
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
    """A shelf that holds every page of the publication and what search counts of it, beside the site that was built with it."""
    kept = Shelf(tmp_path_factory.mktemp("shelf") / "pages")
    made = build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=kept.folder.parent / "site", shelf=kept)
    assert made.made == len(PUBLICATION.pages)
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
    chance, changed, site = Random(7), PUBLICATION, None
    for step in range(3):
        changed = said(changed, chance.randrange(len(changed.pages)), f"Step *{step}* & more.")
        if step == 1:
            changed = replace(changed, pages=changed.pages[:-1])
        with begin(tmp_path / "site", site and site.manifest) as new:
            site = build_site(changed, FILES, FACTS, project=ROOT, out=tmp_path / "site", shelf=shelf, new=new)
        assert 1 <= site.made <= 3  # the page, and those that list what there is
    build_site(changed, FILES, FACTS, project=ROOT, out=tmp_path / "afresh")
    assert files(tmp_path / "site") == files(tmp_path / "afresh")


def test_pages_that_are_made_in_several_rounds_are_the_same(
    sites: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = len(PUBLICATION.pages)
    monkeypatch.setattr(turn, "_WORTH_A_RUN", many // 4)
    monkeypatch.setattr(turn, "_AT_ONCE", many // 3)
    site = build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=tmp_path / "site", shelf=Shelf(tmp_path / "pages"))
    assert site.made == many
    assert files(tmp_path / "site") == files(sites["mkdocs"])
    assert site.manifest.keys() == files(tmp_path / "site").keys()
    assert all(one.is_still((tmp_path / "site" / name).lstat()) for name, one in site.manifest.items())


@KEPT
def test_a_damaged_page_on_the_shelf_is_made_again(shelf: Shelf, sites: dict[str, Path], tmp_path: Path) -> None:
    pages = [path for path in shelf.folder.iterdir() if b"<html" in path.read_bytes()]  # not what search counted
    for path in pages[:2]:
        path.write_bytes(path.read_bytes()[:-9])
    site = build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=tmp_path / "site", shelf=shelf)
    assert site.made == 2
    assert files(tmp_path / "site") == files(sites["mkdocs"])


@KEPT
def test_what_all_pages_show_makes_all_again(shelf: Shelf, tmp_path: Path) -> None:
    other = replace(PUBLICATION, tagline="Another line.")
    site = build_site(other, FILES, FACTS, project=ROOT, out=tmp_path / "site", shelf=shelf)
    assert site.made == len(PUBLICATION.pages)
    assert b"Another line." in (tmp_path / "site/index.html").read_bytes()


def later(publication: Publication) -> Publication:
    """With the pages of modules as a build gets them."""
    pages = (replace(page, blocks=Later.of(page.blocks)) if page.module else page for page in publication.pages)
    return replace(publication, pages=tuple(pages))


@KEPT
def test_pages_whose_blocks_are_packed_are_the_same_and_are_made_once(
    shelf: Shelf, sites: dict[str, Path], tmp_path: Path
) -> None:
    packed, facts = later(PUBLICATION), dict(FACTS)

    def made() -> int:
        return build_site(packed, FILES, facts, project=ROOT, out=tmp_path / "site", shelf=shelf).made

    assert made() == sum(bool(page.module) for page in PUBLICATION.pages)
    assert files(tmp_path / "site") == files(sites["mkdocs"])
    assert made() == 0
    named = next(path for path in FACTS if path.startswith("co-regulation/"))
    facts[named] = replace(FACTS[named], bytes=FACTS[named].bytes + 1)
    assert made() == 0  # it is told in whole kilobytes
    facts[named] = replace(FACTS[named], bytes=FACTS[named].bytes * 2)
    assert made() > 0
    build_site(packed, FILES, facts, project=ROOT, out=tmp_path / "afresh")
    assert files(tmp_path / "site") == files(tmp_path / "afresh")


def test_all_our_code_that_has_a_part_in_a_page_decides_whether_it_is_made_again() -> None:
    known, todo = set[str](), ["builder.site.turn"]
    while todo:
        name = todo.pop()
        path = ROOT / f"{name.replace('.', '/')}.py"
        if name in known or not path.is_file():
            continue
        known.add(name)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("builder."):
                todo += [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
    says_nothing = {"diagnostics", "disk"}
    told = {name for name in known if name.split(".")[1] not in says_nothing}
    assert {"builder.site.panels", "builder.model.files"} <= told
    ground = turn._own()
    assert [name for name in told if (ROOT / f"{name.replace('.', '/')}.py").read_bytes() not in ground] == []


@KEPT
def test_a_new_site_takes_nothing_from_the_old_one_while_that_is_served(shelf: Shelf, tmp_path: Path) -> None:
    out, held = tmp_path / "site", tmp_path / "held"
    site = build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=out, shelf=shelf)
    before = files(out)
    shutil.copytree(out, held, copy_function=os.link)
    other = replace(said(PUBLICATION, 0, "One more line."), moved=(("old.pdf", next(iter(FILES))),))
    with begin(out, site.manifest) as new:
        build_site(other, FILES, FACTS, project=ROOT, out=out, shelf=shelf, new=new)
    assert files(held) == before
    same = [name for name in before if (out / name).is_file() and (out / name).samefile(held / name)]
    assert len(same) > len(before) / 2
    assert not (out / "sw.js").samefile(held / "sw.js")


@KEPT
def test_a_build_that_changes_nothing_leaves_each_file_the_same(shelf: Shelf, tmp_path: Path) -> None:
    out, held = tmp_path / "site", tmp_path / "held"
    site = build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=out, shelf=shelf)
    shutil.copytree(out, held, copy_function=os.link)
    with begin(out, site.manifest) as new:
        again = build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=out, shelf=shelf, new=new)
    assert again.manifest == site.manifest
    assert [name for name in files(held) if not (out / name).samefile(held / name)] == []
