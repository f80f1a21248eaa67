"""A preview shows its pages before their files are made."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.pipeline import Project
from builder.previewing import Previews
from tests.conftest import ROOT, TODAY

LEARN = "modules/cup-of-tea/learn.md"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(ROOT / "tests" / "sample", tmp_path / "content")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return Project(tmp_path, tmp_path / "content")


@pytest.fixture
def previews(project: Project) -> Iterator[Previews]:
    yield Previews(project, "mkdocs", lambda _: None)
    shutil.rmtree(project.memory, ignore_errors=True)


def change(project: Project, was: str, now: str) -> None:
    file = project.content / LEARN
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, now), "utf-8")


def told(out: Path) -> tuple[str, str]:
    """The page, and the same words to take along."""
    text = next(out.glob("cup-of-tea/*.txt")).read_text("utf-8")
    return (out / "cup-of-tea" / "index.html").read_text("utf-8"), text


def test_a_change_is_on_the_page_first_and_in_the_files_after_that(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    assert [one.built for one in previews.round(out, TODAY)] == [True]
    change(project, "A cloth is enough", "A towel is enough")
    rounds = previews.round(out, TODAY)
    assert next(rounds).built
    page, text = told(out)
    assert "A towel is enough" in page
    assert "A cloth is enough" in text
    assert [one.built for one in rounds] == [True, True]
    page, text = told(out)
    assert "A towel is enough" in page
    assert "A towel is enough" in text


def test_what_nobody_waited_for_is_made_in_the_next_round(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    list(previews.round(out, TODAY))
    change(project, "A cloth is enough", "A towel is enough")
    next(previews.round(out, TODAY))
    change(project, "A towel is enough", "A scarf is enough")
    list(previews.round(out, TODAY))
    assert all("A scarf is enough" in words for words in told(out))


def test_a_new_module_waits_for_its_files(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    list(previews.round(out, TODAY))
    folder = shutil.copytree(project.content / "modules" / "cup-of-tea", project.content / "modules" / "cup-two")
    facts = folder / "module.yml"
    words = facts.read_text("utf-8")
    for was, now in (("id: cup-of-tea", "id: cup-two"), ("code: tea", "code: teatwo")):
        assert was in words
        words = words.replace(was, now, 1)
    facts.write_text(words, "utf-8")
    assert [one.built for one in previews.round(out, TODAY)] == [True]
    assert list(out.glob("cup-two/*.txt"))


def test_a_mistake_leaves_the_site_as_it_was(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    list(previews.round(out, TODAY))
    before = told(out)
    change(project, "A cloth is enough", "A rag <b>is</b> enough")
    assert [one.built for one in previews.round(out, TODAY)] == [False]
    assert told(out) == before
