"""A site is begun with all that nobody touched in the old one, which stays as it is; nothing of it is left when it is over."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.diagnostics.errors import BuilderError
from builder.model.manifest import Placed
from builder.site.begun import begin
from tests.site.conftest import NAME, OTHER, PAGE, TIME


@pytest.fixture(params=[1, 2], ids=["one processor", "two"], autouse=True)
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.disk.crew.processors", lambda: request.param)


def test_what_nobody_touched_is_there(old: Path, before: dict[str, Placed]) -> None:
    with begin(old, before) as new:
        assert new.copied() == before
        assert all((new.site / name).samefile(old / name) for name in before)
        assert new.site.parent.parent == old.parent
    assert list(old.parent.iterdir()) == [old]
    assert (old / NAME).read_bytes() == PAGE


def by_hand(path: Path) -> None:
    path.write_bytes(PAGE.replace(b"One", b"Two"))


def elsewhere(path: Path) -> None:
    path.symlink_to(path.replace(path.parents[3] / "elsewhere"))


def folder_elsewhere(path: Path) -> None:
    path.parent.symlink_to(path.parent.replace(path.parents[3] / "elsewhere"))


def folder_above_elsewhere(path: Path) -> None:
    path.parents[1].symlink_to(path.parents[1].replace(path.parents[3] / "elsewhere"))


def for_nobody(path: Path) -> None:
    path.chmod(0o600)


@pytest.mark.parametrize(
    "harm", [by_hand, elsewhere, folder_elsewhere, folder_above_elsewhere, for_nobody, Path.unlink]
)
def test_what_somebody_touched_is_not_there(
    harm: Callable[[Path], object], old: Path, before: dict[str, Placed]
) -> None:
    harm(old / NAME)
    with begin(old, before) as new:
        assert new.copied() == {OTHER: before[OTHER]}
        assert not (new.site / NAME).exists()


def test_what_is_known_of_a_file_need_not_be_read(old: Path, before: dict[str, Placed]) -> None:
    """Nobody does this by accident: what has its size and its time is believed."""
    by_hand(old / NAME)
    os.utime(old / NAME, ns=(TIME, TIME))
    with begin(old, before) as new:
        assert new.copied() == before


def test_on_a_disk_on_which_no_file_has_two_names_nothing_is_there(
    old: Path, before: dict[str, Placed], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    with begin(old, before) as new:
        assert new.copied() == new.copied() == {}
        assert not new.site.exists()


def test_a_build_can_do_without_what_this_machine_has_no_memory_for(
    old: Path, before: dict[str, Placed], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: object, __: str, new: str) -> None:
        (Path(new) / "some").mkdir(parents=True)
        raise MemoryError

    monkeypatch.setattr("builder.site.begun.not_copied", stopped)
    with begin(old, before) as new:
        assert new.copied() == {}
        assert not new.site.exists()


@pytest.mark.parametrize("is_over", [False, True])
def test_a_folder_to_which_somebody_links_in_place_of_the_site_is_left_alone(
    is_over: bool, old: Path, before: dict[str, Placed], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "folder").mkdir(parents=True)
    (elsewhere / "folder" / "file").write_bytes(PAGE)
    with begin(old, before) as new:
        new.copied()
        (new.folder / "old").symlink_to(elsewhere)
        if is_over:
            new.over()
    assert (elsewhere / "folder" / "file").read_bytes() == PAGE
    assert not new.folder.exists()


def test_when_it_is_over_the_old_site_is_as_it_was_and_nothing_is_beside_it(
    old: Path, before: dict[str, Placed]
) -> None:
    with begin(old, before) as new:
        assert new.copied() == before
        new.over()
        assert (old / NAME).read_bytes() == PAGE
    assert list(old.parent.iterdir()) == [old]


def test_there_need_be_no_old_site(old: Path) -> None:
    with begin(old, {NAME: Placed(1, TIME, "digest")}) as new:
        assert new.copied() == {}
    with begin(old / "deeper" / "site") as new:
        assert new.copied() == {}
        (new.site / "one").mkdir(parents=True)
    assert list((old / "deeper").iterdir()) == []


def test_a_run_that_is_stopped_leaves_nothing(old: Path, before: dict[str, Placed]) -> None:
    with pytest.raises(KeyboardInterrupt), begin(old, before):
        raise KeyboardInterrupt
    assert list(old.parent.iterdir()) == [old]


def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BuilderError, match="could not be written"), begin(tmp_path / "file" / "site"):
        raise AssertionError
