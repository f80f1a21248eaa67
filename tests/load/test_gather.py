"""Whatever lies in the content folder, loading it gives findings and never an exception."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.check.rules import FAMILIES
from builder.check.run import findings_of
from builder.diagnostics.resolve import diagnostics_of
from builder.load.gather import load
from tests.conftest import ROOT, TODAY
from tests.parts import parts_of

SAMPLE = ROOT / "tests" / "sample"
RULES = tuple(rule for family in FAMILIES for rule in family.rules)
NAMES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*") if path.is_file())


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(SAMPLE, tmp_path / "content")


def said(content: Path) -> set[tuple[str, str, int, int]]:
    """Load and check it all; every place lies inside its file."""
    loaded = load(content)
    findings = [
        *loaded.findings,
        *(one for part in parts_of(loaded.library) for one in findings_of(part, TODAY, RULES)),
    ]
    found = set()
    for one in diagnostics_of(findings, loaded.sources):
        lines = loaded.sources[one.place.file].text.split("\n") if one.place.file in loaded.sources else [""]
        assert 1 <= one.place.line <= len(lines), one
        assert 1 <= one.place.column <= len(lines[one.place.line - 1]) + 1, one
        found.add((one.code.id, one.place.file, one.place.line, one.place.column))
    return found


def codes(content: Path) -> set[tuple[str, str]]:
    return {(code, file) for code, file, _, _ in said(content)}


def test_a_link_out_of_the_folder_is_refused(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    (content / "modules" / "cup-of-tea" / "learn.md").unlink()
    (content / "modules" / "cup-of-tea" / "learn.md").symlink_to(tmp_path / "secret.md")
    (content / "pages" / "more").symlink_to(tmp_path)
    assert {("FIL003", "modules/cup-of-tea/learn.md"), ("FIL003", "pages/more")} <= codes(content)


def test_bytes_that_are_no_text_are_refused(content: Path) -> None:
    (content / "quotes.yml").write_bytes(b"\xff\xfe\x00")
    (content / "glossary.yml").write_bytes(b"- id: a\x00b")
    assert {("FIL001", "quotes.yml"), ("FIL001", "glossary.yml")} <= codes(content)


def test_a_huge_file_is_refused(content: Path) -> None:
    (content / "people.yml").write_bytes(b"# " + b"x" * 1_000_001)
    assert ("FIL002", "people.yml") in codes(content)


def test_a_missing_file_and_an_unknown_one_are_named(content: Path) -> None:
    (content / "modules" / "cup-of-tea" / "practice.md").rename(content / "modules" / "cup-of-tea" / "practise.md")
    found = codes(content)
    assert ("FIL004", "modules/cup-of-tea/practice.md") in found
    assert ("FIL005", "modules/cup-of-tea/practise.md") in found


def test_two_folders_with_one_id_are_named(content: Path) -> None:
    shutil.copytree(content / "modules" / "cup-of-tea", content / "modules" / "tea-again")
    assert {("STR001", "modules/tea-again/module.yml"), ("STR002", "modules/tea-again/module.yml")} <= codes(content)


def test_an_empty_folder_gives_only_missing_files(tmp_path: Path) -> None:
    assert {code for code, _, _, _ in said(tmp_path)} == {"FIL004"}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "waivers.yml"])  # it need not say anything
@pytest.mark.parametrize(
    "text", ["", "\n", "- \n", "{}", "a: [", "---\n---\n", "<svg/>", "null", "[]", "- id: x\n", "/// list | x"]
)
def test_any_file_may_hold_something_else(content: Path, name: str, text: str) -> None:
    (content / name).write_text(text)
    found = {file for code, file, _, _ in said(content) if not code.startswith("REV")}
    an_empty_list = name in ("quotes.yml", "glossary.yml", "people.yml", "references.yml") and text == "[]"
    only_words = (
        name.startswith("modules/") and name.endswith(".md") and text not in ("", "\n", "<svg/>", "/// list | x")
    )
    assert name in found or an_empty_list or only_words


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(NAMES), cut=st.floats(0, 1), junk=st.text(max_size=40))
def test_a_file_with_a_cut_and_junk_in_it_never_raises(content: Path, name: str, cut: float, junk: str) -> None:
    path = content / name
    whole = (SAMPLE / name).read_text("utf-8")
    at = int(len(whole) * cut)
    path.write_text(whole[:at] + junk + whole[at + len(junk) :], "utf-8", errors="replace")
    try:
        said(content)
    finally:
        path.write_text(whole, "utf-8")
