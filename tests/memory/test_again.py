"""A check that remembers says exactly what a check that does not would say, whatever was changed in between."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder import pipeline
from builder.diagnostics.diagnostic import Report
from builder.load.files import Files, read
from builder.load.gather import LoadedModule, Readers, load_module
from builder.memory import place, two_steps
from tests.conftest import ROOT, TODAY

SAMPLE = ROOT / "tests" / "sample"
FILES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*") if path.is_file())
TEA, SOCKS = "modules/cup-of-tea", "modules/warm-socks"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(SAMPLE, tmp_path / "content")


def check(*words: Any, **named: Any) -> Report:
    return pipeline.check(*words, **named).report


def both(content: Path) -> Report:
    """Check with what is remembered and without; they have to agree."""
    files = read(content)
    remembered = check(files, TODAY, memory=content.parent / "memory")
    assert remembered == check(files, TODAY)
    return remembered


def change(content: Path, file: str, was: str, now: str) -> None:
    path = content / file
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now), "utf-8")


def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that are loaded from now on."""
    folders: list[str] = []

    def noted(folder: str, files: Files) -> LoadedModule:
        if folder not in folders:
            folders.append(folder)
        return load_module(folder, files)

    monkeypatch.setattr(pipeline, "readers_of", lambda memory: Readers(noted))
    return folders


def test_only_what_changed_is_judged_again(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = content.parent / "memory"
    check(read(content), TODAY, memory=memory)
    folders = judged(monkeypatch)
    change(content, f"{SOCKS}/learn.md", "The line is drawn by hand.", "The line was drawn by hand.")
    report = check(read(content), TODAY, memory=memory)
    assert folders == ["warm-socks"]
    assert "REV003" in {one.code.id for one in report.diagnostics}


def test_a_new_heading_is_judged_where_it_stands_and_where_links_lead_there(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both(content)
    change(content, f"{TEA}/learn.md", "{#last-word}", "{#the-end}")
    folders = judged(monkeypatch)
    check(read(content), TODAY, memory=content.parent / "memory")
    assert folders == ["cup-of-tea", "warm-socks"]


def test_nothing_is_judged_again_when_nothing_changed(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = content.parent / "memory"
    first = check(read(content), TODAY, memory=memory)
    folders = judged(monkeypatch)
    assert check(read(content), TODAY, memory=memory) == first
    assert folders == []


@pytest.mark.parametrize(
    ("file", "was", "now", "code", "said_in"),
    [
        (f"{SOCKS}/learn.md", "{#wool}", "{#woollen}", "REF009", f"{TEA}/learn.md"),
        (f"{SOCKS}/module.yml", "status: published", "status: draft", "REF012", f"{TEA}/module.yml"),
        ("references.yml", "- id: spoon2010", "- id: spoon2011", "REF001", f"{TEA}/module.yml"),
        ("glossary.yml", "- id: steep", "- id: steeped", "REF004", f"{TEA}/learn.md"),
        ("quotes.yml", "- id: spoon-slow", "- id: spoon-fast", "REF003", f"{TEA}/clinicians.md"),
        ("people.yml", "- id: sample-reviewer", "- id: other-reviewer", "REV004", f"{SOCKS}/module.yml"),
    ],
)
def test_a_change_elsewhere_is_seen_where_it_matters(
    content: Path, file: str, was: str, now: str, code: str, said_in: str
) -> None:
    both(content)
    change(content, file, was, now)
    assert (code, said_in) in {(one.code.id, one.place.file) for one in both(content).diagnostics}
    change(content, file, now, was)
    assert code not in {one.code.id for one in both(content).diagnostics}


def test_a_changed_colour_is_judged_again_and_no_module_is(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = content / "publisher.yml"
    both(content)
    folders = judged(monkeypatch)
    for colour, codes in (("#4a7a9c", {"ACC005"}), ("#1d4e6e", set())):
        own.write_text(f'name: Tea Clinic\ncolours: {{light: {{link: "{colour}"}}}}\n', "utf-8")
        report = check(read(content), TODAY, memory=content.parent / "memory")
        assert {one.code.id for one in report.diagnostics if one.place.file == "publisher.yml"} == codes
    assert folders == []


@pytest.mark.parametrize(
    ("link", "file", "was", "now"),
    [
        ("page:help#in-sock-land", "helplines.yml", "id: sock-land", "id: sock-island"),
        ("page:take#warm-evening", "packets/warm-evening.yml", "status: published", "status: draft"),
    ],
)
def test_what_a_list_no_longer_holds_is_missed_where_a_module_leads_to_it(
    content: Path, link: str, file: str, was: str, now: str
) -> None:
    change(content, f"{SOCKS}/learn.md", "The line is drawn", f"See [more]({link}). The line is drawn")
    assert "REF009" not in {one.code.id for one in both(content).diagnostics}
    change(content, file, was, now)
    assert "REF009" in {one.code.id for one in both(content).diagnostics}


def test_a_page_that_was_broken_and_reads_the_same_when_mended_is_looked_at_again(content: Path) -> None:
    change(content, f"{SOCKS}/learn.md", "The line is drawn", "See [more](page:help#nowhere). The line is drawn")
    change(content, "pages/help.md", "---\ntitle:", "---\nfoo: 1\ntitle:")
    assert "REF009" not in {one.code.id for one in both(content).diagnostics}
    change(content, "pages/help.md", "foo: 1", "# foo")
    assert "REF009" in {one.code.id for one in both(content).diagnostics}


def test_another_trouble_with_the_same_file_is_told(content: Path) -> None:
    path = content / TEA / "clinicians.md"
    path.write_bytes(b"\xff")
    assert "FIL001" in {one.code.id for one in both(content).diagnostics}
    path.unlink()
    assert "FIL004" in {one.code.id for one in both(content).diagnostics}
    path.symlink_to(content.parent / "secret.md")
    assert "FIL003" in {one.code.id for one in both(content).diagnostics}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_any_row_of_changes_gives_what_a_fresh_check_gives(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    content = tmp_path / str(seed) / "content"
    shutil.copytree(SAMPLE, content, dirs_exist_ok=True)
    changes: list[Callable[[Path], object]] = [
        lambda path: path.unlink(missing_ok=True),
        lambda path: path.write_text((SAMPLE / path.relative_to(content)).read_text("utf-8"), "utf-8"),
        lambda path: path.exists() and path.write_text(path.read_text("utf-8").replace("e", "ee", 3), "utf-8"),
        lambda path: path.exists() and path.write_text("\n".join(path.read_text("utf-8").split("\n")[1:]), "utf-8"),
        lambda path: path.write_text("- {id: [", "utf-8"),
    ]
    for _ in range(4):
        dice.choice(changes)(content / dice.choice(FILES))
        both(content)


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"null", b'{"basis": 1}', b"\xff\xfe", b"[" * 100_000],
    ids=["empty", "cut", "list", "null", "foreign", "bytes", "deep"],
)
def test_a_damaged_memory_is_as_good_as_none(content: Path, damage: bytes) -> None:
    both(content)
    (content.parent / "memory" / "check.json").write_bytes(damage)
    both(content)


def test_a_record_with_a_hole_in_it_is_as_good_as_none(content: Path) -> None:
    both(content)
    path = content.parent / "memory" / "check.json"
    data = place.read(path)
    del data["modules"]["cup-of-tea"]["outline"]["claims"]
    place.write(path, data)
    both(content)


def test_many_modules_in_many_processes_give_what_one_gives(content: Path) -> None:
    for number in range(40):
        shutil.copytree(content / TEA, content / "modules" / f"cup-{number}")
    report = both(content)
    assert report == check(read(content), TODAY, memory=content.parent / "memory")
    assert sum(one.code.id == "STR001" for one in report.diagnostics) == 40


def test_a_memory_that_cannot_be_written_is_no_trouble(content: Path) -> None:
    (content.parent / "memory").write_text("a file where a folder would be")
    both(content)


def test_drafts_can_be_judged_as_if_they_were_published(content: Path) -> None:
    files = read(content)
    plain = {one.place.file.split("/")[1] for one in check(files, TODAY).diagnostics if "modules" in one.place.file}
    drafts = check(files, TODAY, drafts=True)
    assert "window-seat" not in plain
    assert "STR008" in {one.code.id for one in drafts.diagnostics if "window-seat" in one.place.file}


def test_a_process_that_the_machine_stops_is_told_of_and_no_fault_of_ours(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        shutil.copytree(content / TEA, content / "modules" / f"cup-{number}")
    monkeypatch.setattr(two_steps, "record_data", lambda _: os._exit(9))
    with pytest.raises(MemoryError, match="stopped by this machine"):
        check(read(content), TODAY)
