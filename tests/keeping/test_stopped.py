"""A change of several files that is stopped halfway is finished by whoever reads next, or was never begun."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from builder.diagnostics.errors import BuilderError
from builder.keeping.edits import Edit
from builder.keeping.plan import Bench, Plan
from tests.conftest import TODAY
from tests.keeping.project import change, errors, moves, released

A_PART = ("cup-of-tea#spilled", "warm-socks#spilled")
A_FOLDER = ("warm-socks", "dry-socks")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return released(tmp_path)


def _bytes(content: Path) -> dict[str, bytes]:
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


@contextmanager
def _full_after(puts: int, content: Path) -> Iterator[None]:
    """The disk of the content is full once so many files have been put in their places."""
    put, done = Path.replace, list[Path]()

    def full(path: Path, target: Path) -> Path:
        if content in target.parents:
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
    assert ".psychoed-change" in said.value.mend
    assert _bytes(content) == before


def test_a_file_that_changes_while_a_command_works_is_not_written_over(content: Path) -> None:
    bench = Bench(content, TODAY)
    change(content, "glossary.yml", ("- id: steep", "- id: steeped"))
    before = _bytes(content)
    with pytest.raises(BuilderError, match=r"glossary\.yml was changed while this command worked"):
        bench.carry_out(Plan({"glossary.yml": (Edit(0, 0, "# x\n"),)}), bench.ledger)
    assert _bytes(content) == before
