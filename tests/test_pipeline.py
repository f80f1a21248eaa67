"""A build knows what it was built of: it does nothing where nothing changed, and misses nothing that was saved meanwhile."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.pipeline import Built, Project, build
from builder.taking import bundle
from tests.conftest import ROOT, TODAY


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    shutil.copytree(ROOT / "tests" / "sample", tmp_path / "content")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    project = Project(tmp_path, tmp_path / "content")
    yield project
    shutil.rmtree(project.memory)


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
    assert not built(project).unchanged
    assert bundle(project, project.root / "taken.zip", "mkdocs", TODAY, print).publication
    assert built(project).unchanged
