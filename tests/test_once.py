"""What was read is read once, and is the same when it comes from the shelf."""

from pathlib import Path

import pytest

from builder import once
from builder.load.files import Files, read
from builder.load.gather import LoadedModule, load_files, load_module
from builder.memory.shelf import Shelf
from tests.conftest import ROOT

FILES = read(ROOT / "tests" / "sample")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "modules")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that are parsed from now on."""
    folders: list[str] = []

    def noted(folder: str, files: Files) -> LoadedModule:
        folders.append(folder)
        return load_module(folder, files)

    monkeypatch.setattr(once, "load_module", noted)
    return folders


def test_a_module_is_parsed_once_and_comes_back_as_it_was(shelf: Shelf, parsed: list[str]) -> None:
    assert load_files(FILES, once.reading(shelf)) == load_files(FILES)
    assert load_files(FILES, once.reading(shelf)) == load_files(FILES)
    assert parsed == list(FILES.modules)


def test_a_changed_file_is_parsed_again(shelf: Shelf, parsed: list[str]) -> None:
    load_files(FILES, once.reading(shelf))
    changed = Files({**FILES.texts, "modules/warm-socks/learn.md": "One line."}, ())
    assert load_files(changed, once.reading(shelf)) == load_files(changed)
    assert parsed == [*FILES.modules, "warm-socks"]


def test_another_builder_parses_again(shelf: Shelf, parsed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    load_files(FILES, once.reading(shelf))
    monkeypatch.setattr(once.digest, "of_builder", lambda: "another")
    load_files(FILES, once.reading(shelf))
    assert parsed == [*FILES.modules, *FILES.modules]


@pytest.mark.parametrize("damage", [b"", b"\x80\x05broken"], ids=["cut", "foreign"])
def test_what_is_damaged_is_parsed_again(shelf: Shelf, parsed: list[str], damage: bytes) -> None:
    load_files(FILES, once.reading(shelf))
    for path in shelf.folder.iterdir():
        path.write_bytes(damage)
    assert load_files(FILES, once.reading(shelf)) == load_files(FILES)
    assert parsed == [*FILES.modules, *FILES.modules]


def test_what_is_whole_but_means_nothing_is_parsed_again(shelf: Shelf, parsed: list[str]) -> None:
    load_files(FILES, once.reading(shelf))
    for path in list(shelf.folder.iterdir()):
        shelf.put(path.name, b"no module")
    assert load_files(FILES, once.reading(shelf)) == load_files(FILES)
    assert parsed == [*FILES.modules, *FILES.modules]
