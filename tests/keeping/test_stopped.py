"""A change of several files that is stopped halfway is finished by whoever reads next, or was never begun."""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from builder.diagnostics.errors import BuilderError
from builder.disk.change import planned
from builder.doctor.disk import disk
from builder.keeping.edits import Edit
from builder.keeping.plan import Bench, Plan
from tests.conftest import TODAY
from tests.keeping.project import change, errors, moves, released

A_PART = ("cup-of-tea#spilled", "warm-socks#spilled")
A_FOLDER = ("warm-socks", "dry-socks")


@pytest.fixture
def content(tmp_path: Path) -> Iterator[Path]:
    content = released(tmp_path)
    yield content
    shutil.rmtree(planned(content).parent, ignore_errors=True)


@pytest.fixture
def a_plan(content: Path) -> Path:
    planned(content).parent.mkdir(parents=True, exist_ok=True)
    return planned(content)


def _bytes(content: Path) -> dict[str, bytes]:
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


@contextmanager
def _full_after(puts: int, content: Path) -> Iterator[None]:
    """Every disk is full once so many files have been put in their places, the one that says what is to be first."""
    put, done = Path.replace, list[Path]()

    def full(path: Path, target: Path) -> Path:
        if content in target.parents or target == planned(content).resolve():
            done.append(target)
            if len(done) > puts:
                raise OSError(28, "No space left on device", str(target))
        return put(path, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", full)
        yield


@pytest.mark.parametrize(("way", "stops"), [(A_PART, (0, 1, 2, 3)), (A_FOLDER, (0, 1, 4))], ids=["a part", "a folder"])
def test_it_is_finished_or_was_never_begun(
    content: Path, tmp_path: Path, way: tuple[str, str], stops: tuple[int, ...]
) -> None:
    before = _bytes(content)
    copies = {stop: Path(shutil.copytree(content, tmp_path / str(stop) / "content")) for stop in stops}
    moves(content, way)
    after = _bytes(content)
    for stop, here in copies.items():
        with _full_after(stop, here), pytest.raises(BuilderError, match="the disk is full") as said:
            moves(here, way)
        assert ("Nothing was changed" in str(said.value)) == (stop == 0)
        assert ("finished first" in said.value.mend) == (stop > 0)
        assert not errors(here)
        begun = stop > (1 if way == A_PART else 0)
        assert _bytes(here) == (after if begun else before), stop


def test_a_file_that_somebody_has_changed_since_is_not_written_over(content: Path) -> None:
    with _full_after(2, content), pytest.raises(BuilderError, match="is not finished"):
        moves(content, A_PART)
    change(content, "modules/cup-of-tea/learn.md", ("A cloth is enough.", "A dry cloth is enough."))
    before = _bytes(content)
    with pytest.raises(BuilderError, match=r"somebody has changed: modules/cup-of-tea/learn\.md") as said:
        errors(content)
    assert str(planned(content)) in said.value.mend
    assert _bytes(content) == before


def test_what_was_begun_in_another_environment_is_told_and_waits(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _full_after(2, content), pytest.raises(BuilderError, match="is not finished"):
        moves(content, A_PART)
    before, here = _bytes(content), sys.prefix
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "another"))
    with pytest.raises(BuilderError, match="in another Python environment"):
        errors(content)
    assert _bytes(content) == before
    monkeypatch.setattr(sys, "prefix", here)
    assert not errors(content)
    assert _bytes(content) != before
    assert not list(content.rglob(".psychoed-*"))


def test_the_content_never_says_what_is_written(content: Path, tmp_path: Path) -> None:
    """Content that came from somebody else with a change of theirs in it, as it was once written down there."""
    hostile = {"renamed": ["", ""], "files": {"../letter.txt": ["", "Bought."], "glossary.yml": ["", "Bought."]}}
    (content / ".psychoed-change").write_text(json.dumps(hostile), "utf-8")
    before = _bytes(content)
    assert not errors(content)
    assert _bytes(content) == before
    assert not (tmp_path / "letter.txt").exists()


def test_a_link_in_the_place_of_a_lock_empties_nothing(content: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    (content / ".psychoed-lock").symlink_to(tmp_path / "letter.txt")
    with pytest.raises(BuilderError, match=r"it is a link that leads elsewhere \(.*\.psychoed-lock\)"):
        moves(content, A_PART)
    assert (tmp_path / "letter.txt").read_text("utf-8") == "dear"


@pytest.mark.parametrize("held", ["", "{}", "[]", "{", '{"renamed": 1, "files": {}}', "[" * 100_000, "\udcff"])
def test_a_plan_that_is_damaged_is_told_and_nothing_is_done(content: Path, a_plan: Path, held: str) -> None:
    a_plan.write_bytes(held.encode(errors="surrogateescape"))
    before = _bytes(content)
    with pytest.raises(BuilderError, match="is damaged") as said:
        errors(content)
    assert str(a_plan) in said.value.mend
    assert _bytes(content) == before


@pytest.mark.parametrize("name", ["../letter.txt", "{}/letter.txt", "link/letter.txt"])
def test_a_plan_writes_nothing_outside_of_the_content(content: Path, a_plan: Path, tmp_path: Path, name: str) -> None:
    (content / "link").symlink_to(tmp_path)
    name = name.format(tmp_path)
    done = sha256((content / "glossary.yml").read_bytes()).hexdigest()
    glossary = (content / "glossary.yml").read_text("utf-8")
    plan = {"renamed": ["", ""], "files": {"glossary.yml": [done, glossary], name: ["", "Bought."]}}
    a_plan.write_text(json.dumps(plan), "utf-8")
    with pytest.raises(BuilderError, match=r"somebody has changed: .*letter\.txt"):
        errors(content)
    a_plan.write_text(json.dumps({"renamed": ["modules", str(tmp_path / "new")], "files": {}}), "utf-8")
    with pytest.raises(BuilderError, match="somebody has changed: modules"):
        errors(content)
    assert not (tmp_path / "letter.txt").exists()


def test_the_doctor_names_a_change_that_is_not_finished(content: Path, a_plan: Path) -> None:
    a_plan.write_text("{}", "utf-8")
    assert str(a_plan) in " ".join(ill.is_ for ill in disk(content.parent, content, content.parent / "site"))


def test_a_file_that_changes_while_a_command_works_is_not_written_over(content: Path) -> None:
    bench = Bench(content, TODAY)
    change(content, "glossary.yml", ("- id: steep", "- id: steeped"))
    before = _bytes(content)
    with pytest.raises(BuilderError, match=r"glossary\.yml was changed while this command worked"):
        bench.carry_out(Plan({"glossary.yml": (Edit(0, 0, "# x\n"),)}), bench.ledger)
    assert _bytes(content) == before
