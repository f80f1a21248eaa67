"""A site begins as the one before it, made right whatever is in that; what a run that failed had begun is not kept."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.model.manifest import Placed
from builder.site.begun import begin
from tests.faults.ground import IS_ROOT
from tests.site.conftest import NAME, OTHER, PAGE, TIME


def put(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PAGE)


def other_file(site: Path) -> None:
    (site / OTHER).unlink()
    put(site / OTHER)
    os.utime(site / OTHER, ns=(TIME, TIME))


def file_for_folder(site: Path) -> None:
    shutil.rmtree(site / "tea")
    put(site / "tea")


def folder_for_file(site: Path) -> None:
    (site / OTHER).unlink()
    put(site / OTHER / "deeper.html")


def link_for_file(site: Path) -> None:
    (site / OTHER).unlink()
    (site / OTHER).symlink_to(site.parent)


def link_for_folder(site: Path) -> None:
    """It leads to where the same names are."""
    shutil.copytree(site / "tea", site.parent / "same")
    shutil.rmtree(site / "tea")
    (site / "tea").symlink_to(site.parent / "same")


def link_for_folder_with_others(site: Path) -> None:
    shutil.rmtree(site / "tea")
    (site.parent / "others").mkdir()
    (site / "tea").symlink_to(site.parent / "others")


@pytest.mark.parametrize(
    "harm",
    [
        lambda _: None,
        shutil.rmtree,
        other_file,
        lambda site: put(site / "cup" / "of" / "more.html"),
        lambda site: (site / "cup" / "empty").mkdir(),
        lambda site: (site / "cup" / "gone").symlink_to(site.parent / "nowhere"),
        lambda site: (site / OTHER).unlink(),
        lambda site: (site / "cup").chmod(0o700),
        file_for_folder,
        folder_for_file,
        link_for_file,
        link_for_folder,
        link_for_folder_with_others,
    ],
)
def test_a_site_begun_with_an_earlier_one_is_as_the_old_one(
    harm: Callable[[Path], object], old: Path, before: dict[str, Placed], tmp_path: Path
) -> None:
    spare = tmp_path / "memory" / "before"
    spare.parent.mkdir()
    with begin(old, before) as new:
        new.copied()
        new.site.rename(spare)
    harm(spare)
    elsewhere = seen(spare.parent, but=spare)
    with begin(old, before, spare) as new:
        copied = new.copied()
        assert seen(spare.parent, but=spare) == elsewhere, "it went through a link"
        for name in before.keys() - copied.keys():  # what is in its way is gone
            put(new.site / name)
        assert seen(new.site) == seen(old)
        assert all((new.site / name).samefile(old / name) for name in copied)
        assert len(copied) > 0
        new.over()
    assert (old / NAME).read_bytes() == PAGE


def seen(site: Path, but: Path | None = None) -> dict[str, tuple[int, bytes | None]]:
    """Each path in a site with its mode, and the bytes of a file; but not what is in one of the folders."""
    return {
        str(path.relative_to(site)): (path.lstat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in site.rglob("*")
        if but is None or (path != but and but not in path.parents)
    }


def test_the_site_that_was_is_kept_for_the_next_run_but_not_its_folder(
    old: Path, before: dict[str, Placed], tmp_path: Path
) -> None:
    """A server that holds that folder shows an old site no longer, nor one that is being made."""
    spare = tmp_path / "before"
    with begin(old, before, spare) as new:
        new.copied()
        new.site.rename(new.folder / "made")
        held = os.open(old, os.O_RDONLY)
        old.rename(new.folder / "old")
        (new.folder / "made").rename(old)
        new.over()
    assert not os.listdir(held)  # noqa: PTH208 - by its number, not by its name
    os.close(held)
    assert list(old.parent.glob(".psychoed-*")) == []
    assert all((spare / name).samefile(old / name) for name in before)


def test_what_is_in_its_place_already_is_given_no_other_name(
    old: Path, before: dict[str, Placed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with begin(old, before, tmp_path / "before") as new:
        new.copied()
    monkeypatch.setattr(os, "link", None)
    with begin(old, before, tmp_path / "before") as new:
        assert new.copied() == before


@pytest.mark.parametrize("left", [True, False])
def test_what_a_run_that_failed_had_begun_takes_no_room(
    left: bool, old: Path, before: dict[str, Placed], tmp_path: Path
) -> None:
    put(tmp_path / "before" / "index.html")
    with pytest.raises(KeyboardInterrupt), begin(old, before if left else {}, tmp_path / "before") as new:
        new.copied()
        assert not (tmp_path / "before").exists()
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == [old]


def test_an_earlier_site_on_another_disk_is_taken_away(
    old: Path, before: dict[str, Placed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "before" / "index.html")

    def refused(*_: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(Path, "rename", refused)
    with begin(old, before, tmp_path / "before") as new:
        assert new.copied() == before
        new.over()
    assert list(tmp_path.iterdir()) == [old]


@pytest.mark.skipif(not IS_ROOT, reason="only root can give a folder away")
def test_an_earlier_site_with_a_folder_of_another_group_is_not_begun_with(
    old: Path, before: dict[str, Placed], tmp_path: Path
) -> None:
    put(tmp_path / "before" / OTHER)
    os.chown((tmp_path / "before" / OTHER).parent, -1, 12345)
    with begin(old, before, tmp_path / "before") as new:
        assert new.copied() == {}
        assert not new.site.exists()


def test_a_link_in_the_place_of_the_earlier_site_is_left_alone(
    old: Path, before: dict[str, Placed], tmp_path: Path
) -> None:
    put(tmp_path / "mine" / "index.html")
    (tmp_path / "before").symlink_to(tmp_path / "mine")
    with begin(old, before, tmp_path / "before") as new:
        assert new.copied() == before
        new.over()
    assert list((tmp_path / "mine").iterdir()) == [tmp_path / "mine" / "index.html"]


def test_where_an_earlier_site_cannot_be_made_right_a_build_does_without(
    old: Path, before: dict[str, Placed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "before" / "foreign")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "unlink", refused)
    with begin(old, before, tmp_path / "before") as new:
        assert new.copied() == {}
        assert not new.site.exists()
