"""What was read is read once, and is the same when it comes from the shelf."""

import shutil
from pathlib import Path

import pytest

from builder import once
from builder.check.texts import module_pieces
from builder.load.files import Files, read
from builder.load.gather import PARSING, Loaded, LoadedModule, load_files, load_module, load_shared
from builder.memory.shelf import Shelf
from tests.conftest import ROOT

FILES = read(ROOT / "tests" / "sample")
ALL = ["", *FILES.modules]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "modules")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is parsed from now on: "" for what is shared, and folders."""
    folders: list[str] = []

    def noted(folder: str, files: Files) -> LoadedModule:
        folders.append(folder)
        return load_module(folder, files)

    def noted_shared(files: Files) -> Loaded:
        folders.append("")
        return load_shared(files)

    monkeypatch.setattr(once, "load_module", noted)
    monkeypatch.setattr(once, "load_shared", noted_shared)
    return folders


def test_a_module_is_parsed_once_and_comes_back_as_it_was(shelf: Shelf, parsed: list[str]) -> None:
    assert load_files(FILES, once.reading(shelf)) == load_files(FILES)
    assert load_files(FILES, once.reading(shelf)) == load_files(FILES)
    assert parsed == ALL


def test_a_changed_file_is_parsed_again(shelf: Shelf, parsed: list[str]) -> None:
    load_files(FILES, once.reading(shelf))
    changed = Files({**FILES.texts, "modules/warm-socks/learn.md": "One line."}, ())
    assert load_files(changed, once.reading(shelf)) == load_files(changed)
    assert parsed == [*ALL, "warm-socks"]


def test_what_was_read_before_is_taken_ahead_and_what_is_new_is_read_when_it_is_asked_for(
    shelf: Shelf, parsed: list[str]
) -> None:
    load_files(FILES, once.reading(shelf))
    changed = Files({**FILES.texts, "modules/warm-socks/learn.md": "One line."}, ())
    readers = once.reading(shelf, changed)
    assert parsed == ALL
    shutil.rmtree(shelf.folder)
    assert load_files(changed, readers) == load_files(changed)
    assert parsed == [*ALL, "", "warm-socks"]


def test_a_changed_file_of_all_is_parsed_again(shelf: Shelf, parsed: list[str]) -> None:
    load_files(FILES, once.reading(shelf))
    changed = Files({**FILES.texts, "glossary.yml": "[]"}, ())
    assert load_files(changed, once.reading(shelf)) == load_files(changed)
    assert parsed == [*ALL, ""]


def test_a_file_that_cannot_be_read_any_more_is_told(shelf: Shelf, tmp_path: Path) -> None:
    load_files(FILES, once.reading(shelf))
    content = shutil.copytree(ROOT / "tests" / "sample", tmp_path / "content")
    (content / "modules" / "warm-socks" / "odd.md").write_bytes(b"\xff\xfe")
    refused = read(content)
    assert refused.findings
    assert load_files(refused, once.reading(shelf)) == load_files(refused)


def test_what_a_signature_covers_comes_with_the_module(shelf: Shelf) -> None:
    load_files(FILES, once.reading(shelf))
    modules = load_files(FILES, once.reading(shelf)).library.modules.values()
    assert all("signed" in vars(module) for module in modules)


def test_facts_whose_claims_were_put_away_say_all_that_they_said(shelf: Shelf) -> None:
    kept, read_now = (load_files(FILES, by).library.modules for by in (once.reading(shelf), PARSING))
    for name, module in kept.items():
        assert not isinstance(module.facts.claims, tuple)
        assert module.facts.whole.model_dump(by_alias=True) == read_now[name].facts.model_dump(by_alias=True)
        assert list(module_pieces(module)) == list(module_pieces(read_now[name]))


def test_another_builder_parses_again(shelf: Shelf, parsed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    load_files(FILES, once.reading(shelf))
    monkeypatch.setattr(once.digest, "of_builder", lambda: "another")
    load_files(FILES, once.reading(shelf))
    assert parsed == ALL + ALL


@pytest.mark.parametrize("damage", [b"", b"\x80\x05broken"], ids=["cut", "foreign"])
def test_what_is_damaged_is_parsed_again(shelf: Shelf, parsed: list[str], damage: bytes) -> None:
    load_files(FILES, once.reading(shelf))
    for path in shelf.folder.iterdir():
        path.write_bytes(damage)
    assert load_files(FILES, once.reading(shelf)) == load_files(FILES)
    assert parsed == ALL + ALL


def test_what_is_whole_but_means_nothing_is_parsed_again(shelf: Shelf, parsed: list[str]) -> None:
    load_files(FILES, once.reading(shelf))
    for path in list(shelf.folder.iterdir()):
        shelf.put(path.name, b"no module")
    assert load_files(FILES, once.reading(shelf)) == load_files(FILES)
    assert parsed == ALL + ALL
