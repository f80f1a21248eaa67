"""What was set of a module is set again when it has to be, and comes back as it was."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builder import set_once
from builder.check.measures import measured
from builder.load.files import Files, read
from builder.load.gather import load_files
from builder.memory.shelf import Shelf
from builder.model.page import Publication
from builder.pipeline import Project, build
from builder.render import ModulePages, SetModule, publication_of
from builder.set_once import SetOnce
from tests.conftest import ROOT, TODAY

FILES = read(ROOT / "tests" / "sample")
ALL = ["cup-of-tea", "warm-socks"]
"""What readers see of the sample. Each names the other."""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "modules")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The modules that are set from now on."""
    folders: list[str] = []
    usual = set_once.set_module

    def noted(one: ModulePages) -> SetModule:
        folders.append(one.module.id)
        return usual(one)

    monkeypatch.setattr(set_once, "set_module", noted)
    return folders


def published(shelf: Shelf, files: Files = FILES, today: date = TODAY) -> Publication:
    """The publication with what is on the shelf, which has to say what one says that knows of no shelf."""
    library = load_files(files).library
    once = SetOnce(files, library, shelf)
    found = publication_of(library, today, measured=once.measures(), setting=once.all_of)
    afresh = publication_of(library, today, measured={one.id: measured(one) for one in library.published})
    assert read_out(found) == read_out(afresh)
    return found


def read_out(one: Publication) -> Publication:
    """The same with every block there."""
    assert one.book is not None
    return replace(
        one,
        pages=tuple(replace(page, blocks=tuple(page.blocks)) for page in one.pages),
        sheets=tuple(replace(sheet, blocks=tuple(sheet.blocks)) for sheet in one.sheets),
        book=replace(one.book, chapters=tuple(replace(part, blocks=tuple(part.blocks)) for part in one.book.chapters)),
    )


def changed(file: str, was: str, now: str, texts: Mapping[str, str] = FILES.texts) -> Files:
    assert was in texts[file]
    return Files({**texts, file: texts[file].replace(was, now)}, ())


def test_a_module_is_set_once_and_comes_back_as_it_was(shelf: Shelf, made: list[str]) -> None:
    published(shelf)
    published(shelf)
    assert made == ALL


@pytest.mark.parametrize(
    ("file", "was", "now", "again"),
    [
        ("modules/cup-of-tea/learn.md", "Tea is made from", "A tea is made from", ["cup-of-tea"]),
        ("modules/cup-of-tea/module.yml", "title: ", "title: A ", ALL),
        ("modules/window-seat/learn.md", "This is a draft.", "This is still a draft.", []),
        ("glossary.yml", "To leave tea leaves", "To keep tea leaves", ["cup-of-tea"]),
        ("glossary.yml", "To mend a hole in a sock", "To close a hole in a sock", ["warm-socks"]),
        ("quotes.yml", "A warm cup in two hands", "A warm mug in two hands", ["cup-of-tea"]),
        ("people.yml", "name: Sample Reviewer", "name: Another Reviewer", ["warm-socks"]),
        ("people.yml", "credential: Licensed for", "credential: Trained for", ["warm-socks"]),
        ("references.yml", "title: ", "title: About ", ALL),
        ("library.yml", "tagline: ", "tagline: Here, ", ALL),
        ("pages/about.md", "\n\n", "\n\nOne more line.\n\n", []),
    ],
)
def test_what_it_rests_on_decides_whether_it_is_set_again(
    file: str, was: str, now: str, again: list[str], shelf: Shelf, made: list[str]
) -> None:
    published(shelf)
    published(shelf, changed(file, was, now))
    assert made == [*ALL, *again]


def test_the_hash_of_a_module_that_was_taken_back_still_changes_with_a_word_that_it_explains(shelf: Shelf) -> None:
    """Its page shows nothing of that word."""
    back = "status: withdrawn\nwithdrawn: {reason: The tea was cold.}"
    gone = changed("modules/cup-of-tea/module.yml", "status: published", back)
    other = changed("glossary.yml", "To leave tea leaves", "To keep tea leaves", gone.texts)
    assert published(shelf, gone).topic["cup-of-tea"].hash != published(shelf, other).topic["cup-of-tea"].hash


def test_a_review_that_is_overdue_is_told_on_the_day(shelf: Shelf, made: list[str]) -> None:
    published(shelf)
    late = published(shelf, today=date(2040, 1, 1))
    assert any("Review overdue" in str(tuple(page.blocks)) for page in late.pages if page.module)


@pytest.mark.parametrize("damage", [lambda _: b"", lambda _: b"no pickle", lambda data: data[:-9]])
def test_what_cannot_be_read_is_set_again(damage: Callable[[bytes], bytes], shelf: Shelf, made: list[str]) -> None:
    published(shelf)
    for path in shelf.folder.iterdir():
        kept = shelf.get(path.name)
        assert kept is not None
        shelf.put(path.name, damage(kept))
    published(shelf)
    assert made == [*ALL, *ALL]


def test_a_draft_that_is_shown_is_set_as_readers_would_see_it(shelf: Shelf, made: list[str]) -> None:
    library = load_files(FILES).library
    publication_of(library, TODAY, setting=SetOnce(FILES, library, shelf).all_of)
    shown = library.with_drafts()
    found = publication_of(shown, TODAY, setting=SetOnce(FILES, shown, shelf).all_of)
    assert read_out(found) == read_out(publication_of(shown, TODAY))
    assert made == [*ALL, "tidy-drawer", "window-seat"]


def test_a_module_may_be_set_by_nothing_that_nobody_notes(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(set_once, "set_module", lambda made: made.library.ledger.releases)
    with pytest.raises(AssertionError, match="releases"):
        published(shelf)


def test_a_site_that_was_edited_again_and_again_is_one_that_was_made_at_once(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "sample", tmp_path / "content")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    project = Project(tmp_path, tmp_path / "content")
    shutil.rmtree(project.memory, ignore_errors=True)
    for file, was, now in (
        ("library.yml", "tagline: ", "tagline: Here, "),
        ("modules/cup-of-tea/module.yml", "title: ", "title: A "),
        ("glossary.yml", "To mend a hole in a sock", "To close a hole in a sock"),
    ):
        assert build(project, tmp_path / "site", "mkdocs", TODAY, lambda _: None).made
        path = project.content / file
        text = path.read_text("utf-8")
        assert was in text
        path.write_text(text.replace(was, now, 1), "utf-8")
    assert 0 < build(project, tmp_path / "site", "mkdocs", TODAY, lambda _: None).made < 40
    shutil.rmtree(project.memory)
    build(project, tmp_path / "afresh", "mkdocs", TODAY, lambda _: None, afresh=True)
    shutil.rmtree(project.memory)
    one, other = (
        {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        for out in (tmp_path / "site", tmp_path / "afresh")
    )
    assert one == other
