"""A made-up library is one that the check accepts, and a larger one goes on where a smaller one ends."""

from pathlib import Path

import pytest

from bench.library import write_library
from tests.run import psychoed


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_check_finds_no_error_in_a_made_up_library(language: str, tmp_path: Path) -> None:
    write_library(tmp_path, 6, language)
    code, findings = psychoed.findings(tmp_path)
    assert len(list((tmp_path / "content" / "modules").iterdir())) == 6
    assert [one for one in findings if one["severity"] == "error"] == []
    assert code == 0


def test_a_larger_library_has_all_modules_of_a_smaller_one_word_for_word(tmp_path: Path) -> None:
    small, large, other = (tmp_path / name / "content" for name in ("small", "large", "other"))
    for content, modules, seed in ((small, 6, 1), (large, 9, 1), (other, 6, 2)):
        content.parent.mkdir()
        write_library(content.parent, modules, seed=seed)
    files = [file.relative_to(small) for file in (small / "modules").rglob("*") if file.is_file()]
    assert all((small / file).read_text("utf-8") == (large / file).read_text("utf-8") for file in files)
    assert any((small / file).read_text("utf-8") != (other / file).read_text("utf-8") for file in files)
    for shared in ("references.yml", "glossary.yml"):
        assert (large / shared).read_text("utf-8").startswith((small / shared).read_text("utf-8"))
