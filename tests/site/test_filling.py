"""The folder that a site is written to: right bytes in every file, and the old site is as it was."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.model.manifest import Placed, digest_of
from builder.site.filling import Filling

PAGE = b"<p>One page</p>"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    (tmp_path / "old" / "tea").mkdir(parents=True)
    (tmp_path / "old" / "tea" / "index.html").write_bytes(PAGE)
    return tmp_path / "old"


def put(old: Path, data: bytes) -> Path:
    Filling(old.parent / "new", old).put("tea/index.html", data)
    new = old.parent / "new" / "tea" / "index.html"
    assert new.read_bytes() == data
    return new


def test_a_file_that_stayed_the_same_is_not_written_again(old: Path) -> None:
    assert put(old, PAGE).samefile(old / "tea" / "index.html")


@pytest.mark.parametrize("data", [PAGE[:-1], PAGE.replace(b"One", b"Two"), b""])
def test_a_file_that_changed_is_written_beside_the_old_one(data: bytes, old: Path) -> None:
    assert not put(old, data).samefile(old / "tea" / "index.html")
    assert (old / "tea" / "index.html").read_bytes() == PAGE


def test_what_a_link_in_the_old_site_leads_to_is_not_taken(old: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.html"
    (old / "tea" / "index.html").rename(elsewhere)
    (old / "tea" / "index.html").symlink_to(elsewhere)
    new = put(old, PAGE)
    assert not new.is_symlink()
    assert not new.samefile(elsewhere)


def test_a_disk_on_which_no_file_has_two_names_gets_it_written(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    assert not put(old, PAGE).samefile(old / "tea" / "index.html")


def test_there_need_be_no_old_site(tmp_path: Path) -> None:
    put(tmp_path / "none", PAGE)


def test_a_file_that_is_put_twice_has_the_second_bytes_and_the_old_site_its_own(old: Path) -> None:
    filling = Filling(old.parent / "new", old)
    for data in (PAGE, PAGE, b"other"):
        filling.put("tea/index.html", data)
    assert (old.parent / "new" / "tea" / "index.html").read_bytes() == b"other"
    assert (old / "tea" / "index.html").read_bytes() == PAGE


def test_a_file_that_a_host_may_not_read_is_made_anew(old: Path) -> None:
    (old / "tea" / "index.html").chmod(0o600)
    assert not put(old, PAGE).samefile(old / "tea" / "index.html")


def test_a_folder_that_is_a_link_to_elsewhere_is_no_part_of_the_old_site(old: Path, tmp_path: Path) -> None:
    (old / "tea").rename(tmp_path / "elsewhere")
    (old / "tea").symlink_to(tmp_path / "elsewhere")
    assert not put(old, PAGE).samefile(tmp_path / "elsewhere" / "index.html")


NAME, KEY = "tea/index.html", "key"
TIME = 1_700_000_000_000_000_000


@pytest.fixture
def before(old: Path) -> dict[str, Placed]:
    """How a build left the old site, some time ago."""
    os.utime(old / NAME, ns=(TIME, TIME))
    return {NAME: Placed(len(PAGE), TIME, digest_of(PAGE), KEY)}


def test_a_page_that_nobody_touched_is_taken_by_its_key(old: Path, before: dict[str, Placed]) -> None:
    filling = Filling(old.parent / "new", old, before)
    assert not filling.take(NAME, "other key")
    assert not filling.take("none/index.html", KEY)
    assert filling.take(NAME, KEY)
    assert (old.parent / "new" / NAME).samefile(old / NAME)
    assert filling.manifest == before


def by_hand(path: Path) -> None:
    path.write_bytes(PAGE.replace(b"One", b"Two"))


def elsewhere(path: Path) -> None:
    path.symlink_to(path.replace(path.parent.parent.with_name("elsewhere.html")))


def folder_elsewhere(path: Path) -> None:
    path.parent.symlink_to(path.parent.replace(path.parent.parent.with_name("elsewhere")))


def for_nobody(path: Path) -> None:
    path.chmod(0o600)


@pytest.mark.parametrize("harm", [by_hand, elsewhere, folder_elsewhere, for_nobody, Path.unlink])
def test_a_page_that_somebody_touched_is_not_taken(
    harm: Callable[[Path], object], old: Path, before: dict[str, Placed]
) -> None:
    harm(old / NAME)
    filling = Filling(old.parent / "new", old, before)
    assert not filling.take(NAME, KEY)
    filling.put(NAME, PAGE, KEY)
    assert filling.read(NAME) == PAGE
    assert not (old / NAME).exists() or not (old.parent / "new" / NAME).samefile(old / NAME)
    assert filling.manifest[NAME].is_still((old.parent / "new" / NAME).lstat())


def test_what_a_build_knows_of_a_file_it_need_not_read(old: Path, before: dict[str, Placed]) -> None:
    (old / NAME).write_bytes(PAGE.replace(b"One", b"Two"))
    os.utime(old / NAME, ns=(TIME, TIME))  # nobody does this by accident: what has its size and its time is believed
    filling = Filling(old.parent / "new", old, before)
    filling.put(NAME, PAGE)
    assert (old.parent / "new" / NAME).samefile(old / NAME)


def test_a_page_that_was_changed_after_it_was_put_has_no_key(old: Path, before: dict[str, Placed]) -> None:
    filling = Filling(old.parent / "new", old, before)
    assert filling.take(NAME, KEY)
    filling.put(NAME, b"with a number")
    told = (old.parent / "new" / NAME).lstat()
    assert filling.manifest == {NAME: Placed(13, told.st_mtime_ns, digest_of(b"with a number"))}
    assert (old / NAME).read_bytes() == PAGE
