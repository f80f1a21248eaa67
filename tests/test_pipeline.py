"""A build knows what it was built of: it does nothing where nothing changed, and misses nothing that was saved meanwhile."""

import os
import shutil
from pathlib import Path

import pytest

from builder.memory import place
from builder.memory.sealed import sealed
from builder.pipeline import Built, Project, build
from builder.taking import bundle
from tests.conftest import TODAY


def built(project: Project, saved: Path | None = None) -> Built:
    """One build; `saved` is a file that gets one more line while the site is being written."""

    def told(stage: str) -> None:
        if saved and stage.startswith("Building"):
            saved.write_text(saved.read_text("utf-8") + "\nA line that came late.\n", "utf-8")

    return build(project, project.root / "site", "mkdocs", TODAY, told)


def test_what_was_saved_during_a_build_is_in_the_next_one(project: Project) -> None:
    page = project.root / "site" / "cup-of-tea" / "index.html"
    learn, template = project.content / "modules" / "cup-of-tea" / "learn.md", project.theme / "404.html"
    assert not built(project, saved=learn).unchanged
    assert b"A line that came late." not in page.read_bytes()
    assert not built(project, saved=template).unchanged
    assert b"A line that came late." in page.read_bytes()
    assert not built(project).unchanged, "the site may be of the old template"
    assert built(project).unchanged


def test_a_site_that_went_into_a_zip_is_not_the_last_one_that_was_built(project: Project) -> None:
    first = built(project)
    assert not first.unchanged
    assert first.made == 0, "all of it is remembered, or each test here takes three times as long"
    assert bundle(project, project.root / "taken.zip", "mkdocs", TODAY, print).publication
    assert built(project).unchanged


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def clean(project: Project) -> dict[str, bytes]:
    """The files of a site for which nothing is taken from elsewhere."""
    build(project, project.root / "clean", "mkdocs", TODAY, lambda _: None, afresh=True, passing=True)
    return files(project.root / "clean")


def test_after_edits_the_site_is_a_clean_one_whatever_was_done_to_the_last(project: Project) -> None:
    site, learn = project.root / "site", project.content / "modules" / "cup-of-tea" / "learn.md"
    built(project)
    kept = {name: (site / name).stat().st_ino for name in files(site)}
    (site / "warm-socks" / "index.html").write_bytes(b"By hand")
    page = site / "about" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"a", b"e"))
    (site / "help" / "index.html").unlink()
    next(site.rglob("*.pdf")).write_bytes(b"Another")
    (site / "mine.html").write_bytes(b"Mine")
    for _ in range(3):
        learn.write_text(f"{learn.read_text('utf-8')}\nMore.\n", "utf-8")
        assert 0 < built(project).made < 10
        assert files(site) == clean(project)
        # The next site begins as the one before this one, whatever somebody does to it.
        earlier = project.memory / place.BEFORE
        assert (earlier / "about" / "index.html").is_file()
        (earlier / "mine.html").write_bytes(b"Mine")
        (earlier / "index.html").unlink()
        assert not place.damaged(project.root)
    same = [name for name, number in kept.items() if (site / name).is_file() and (site / name).stat().st_ino == number]
    assert len(same) > len(kept) / 2


@pytest.mark.parametrize("held", [b"", b"{}", b'{"files": [1]}', b"[]"])
def test_what_is_remembered_of_the_last_site_can_be_lost(project: Project, held: bytes) -> None:
    built(project)
    (project.memory / "built.json").write_bytes(sealed("built.json", held))
    assert not built(project).unchanged
    assert built(project).unchanged
    data = place.read(project.memory / "built.json")
    place.write(project.memory / "built.json", {**data, "files": {name: [1, "x"] for name in data["files"]}})
    assert not built(project).unchanged
    assert files(project.root / "site") == clean(project)


def test_a_build_does_nothing_only_where_every_file_is_as_it_was_left(project: Project) -> None:
    site = project.root / "site"
    harms = (
        lambda: (site / "help" / "index.html").unlink(),
        lambda: (site / "mine.html").touch(),
        lambda: (site / "sw.js").write_bytes((site / "sw.js").read_bytes()),
        lambda: shutil.rmtree(site),
    )
    built(project)
    for harm in harms:
        assert built(project).unchanged
        harm()
        assert not built(project).unchanged


def test_pages_that_are_taken_from_the_last_site_stay_on_the_shelf(project: Project) -> None:
    learn, shelf = project.content / "modules" / "cup-of-tea" / "learn.md", project.memory / "pages"
    built(project)
    for path in shelf.iterdir():
        os.utime(path, (0, 0))
    learn.write_text(f"{learn.read_text('utf-8')}\nMore.\n", "utf-8")
    built(project)
    shutil.rmtree(project.root / "site")
    assert built(project).made == 0
