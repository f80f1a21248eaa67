"""The folder that a site is written to: right bytes in every file, and nothing of the old site that is not wanted."""

import os
from pathlib import Path

import pytest

from builder.model.manifest import Placed, digest_of
from builder.site.filling import Filling

PAGE = b"<p>One page</p>"
NAME, KEY = "tea/index.html", "key"
TIME = 1_700_000_000_000_000_000


@pytest.fixture
def there(tmp_path: Path) -> dict[str, Placed]:
    """What lies in the new folder of a site that was left some time ago, with the folder of that site."""
    for folder in ("old", "new"):
        (tmp_path / folder / "tea").mkdir(parents=True)
    (tmp_path / "old" / NAME).write_bytes(PAGE)
    os.utime(tmp_path / "old" / NAME, ns=(TIME, TIME))
    os.link(tmp_path / "old" / NAME, tmp_path / "new" / NAME)
    return {NAME: Placed(len(PAGE), TIME, digest_of(PAGE), KEY)}


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_a_file_that_stayed_the_same_is_not_written_again(there: dict[str, Placed], tmp_path: Path) -> None:
    filling = Filling(tmp_path / "new", tmp_path / "old", there)
    filling.put(NAME, PAGE, KEY)
    assert (tmp_path / "new" / NAME).samefile(tmp_path / "old" / NAME)
    assert filling.manifest == there


@pytest.mark.parametrize("data", [PAGE[:-1], PAGE.replace(b"One", b"Two"), b""])
def test_a_file_that_changed_is_written_beside_the_old_one(
    data: bytes, there: dict[str, Placed], tmp_path: Path
) -> None:
    filling = Filling(tmp_path / "new", tmp_path / "old", there)
    filling.put(NAME, data)
    assert filling.read(NAME) == data
    assert (tmp_path / "old" / NAME).read_bytes() == PAGE


@pytest.mark.parametrize("data", [PAGE, PAGE.replace(b"One", b"Two")])
def test_a_file_that_was_made_beside_the_site_is_put_like_any_other(
    data: bytes, there: dict[str, Placed], tmp_path: Path
) -> None:
    made = tmp_path / "made"
    made.write_bytes(data)
    filling, other = Filling(tmp_path / "new", tmp_path / "old", there), Filling(tmp_path / "other", None, {})
    filling.put_made(NAME, made)
    other.put(NAME, data)
    assert filling.read(NAME) == data
    assert (tmp_path / "new" / NAME).samefile(tmp_path / "old" / NAME) == (data == PAGE)
    assert filling.manifest[NAME].digest == other.manifest[NAME].digest
    assert not made.exists()


def test_there_need_be_nothing(tmp_path: Path) -> None:
    filling = Filling(tmp_path / "new")
    filling.put(NAME, PAGE)
    filling.put("tea/green/index.html", PAGE)
    assert names(tmp_path / "new") == {"tea", NAME, "tea/green", "tea/green/index.html"}
    assert all(told.is_still((tmp_path / "new" / name).lstat()) for name, told in filling.manifest.items())


def test_a_file_that_is_put_twice_has_the_second_bytes_and_the_old_site_its_own(
    there: dict[str, Placed], tmp_path: Path
) -> None:
    filling = Filling(tmp_path / "new", tmp_path / "old", there)
    for data in (PAGE, PAGE, b"other"):
        filling.put(NAME, data)
    assert filling.read(NAME) == b"other"
    assert (tmp_path / "old" / NAME).read_bytes() == PAGE


def test_a_page_is_taken_by_its_key(there: dict[str, Placed], tmp_path: Path) -> None:
    filling = Filling(tmp_path / "new", tmp_path / "old", there)
    assert not filling.take(NAME, "other key")
    assert not filling.take("none/index.html", KEY)
    assert filling.manifest == {}
    assert filling.take(NAME, KEY)
    assert filling.manifest == there


def test_a_page_that_was_changed_after_it_was_put_has_no_key(there: dict[str, Placed], tmp_path: Path) -> None:
    filling = Filling(tmp_path / "new", tmp_path / "old", there)
    assert filling.take(NAME, KEY)
    filling.put(NAME, b"with a number")
    told = (tmp_path / "new" / NAME).lstat()
    assert filling.manifest == {NAME: Placed(13, told.st_mtime_ns, digest_of(b"with a number"))}
    assert (tmp_path / "old" / NAME).read_bytes() == PAGE


def test_what_only_has_another_name_is_not_written_again(there: dict[str, Placed], tmp_path: Path) -> None:
    filling = Filling(tmp_path / "new", tmp_path / "old", there)
    filling.put("tea/black/index.html", PAGE)
    filling.clear()
    assert names(tmp_path / "new") == {"tea", "tea/black", "tea/black/index.html"}
    assert (tmp_path / "new" / "tea/black/index.html").samefile(tmp_path / "old" / NAME)
    assert filling.manifest == {"tea/black/index.html": there[NAME]._replace(key="")}


@pytest.mark.parametrize("meanwhile", [b"other", None])
def test_another_name_of_what_somebody_touched_meanwhile_is_written(
    meanwhile: bytes | None, there: dict[str, Placed], tmp_path: Path
) -> None:
    (tmp_path / "old" / NAME).unlink()
    if meanwhile is not None:
        (tmp_path / "old" / NAME).write_bytes(meanwhile)
    filling = Filling(tmp_path / "new", tmp_path / "old", there)
    filling.put("tea/black/index.html", PAGE)
    assert filling.read("tea/black/index.html") == PAGE
    told = (tmp_path / "new" / "tea/black/index.html").lstat()
    assert filling.manifest["tea/black/index.html"].is_still(told)


@pytest.mark.parametrize("key", [KEY, "other key"])
def test_what_somebody_writes_into_the_old_site_meanwhile_gets_no_further(
    key: str, there: dict[str, Placed], tmp_path: Path
) -> None:
    """It is the same file in both."""
    (tmp_path / "old" / NAME).write_bytes(b"by hand")
    filling = Filling(tmp_path / "new", tmp_path / "old", there)
    assert not filling.take(NAME, KEY)
    filling.put(NAME, PAGE, key)
    assert filling.read(NAME) == PAGE
    assert (tmp_path / "old" / NAME).read_bytes() == b"by hand"
    assert filling.manifest[NAME].is_still((tmp_path / "new" / NAME).lstat())


def test_what_is_put_raw_and_then_as_it_was_is_the_file_that_it_was(there: dict[str, Placed], tmp_path: Path) -> None:
    filling = Filling(tmp_path / "new", tmp_path / "old", there)
    for data in (b"raw", PAGE):
        filling.put(NAME, data)
    assert (tmp_path / "new" / NAME).samefile(tmp_path / "old" / NAME)


def test_what_nobody_wants_any_more_goes_with_its_folders(there: dict[str, Placed], tmp_path: Path) -> None:
    for name in ("tea/green/sencha/index.html", "tea/black.txt", "one.txt"):
        (tmp_path / "new" / name).parent.mkdir(parents=True, exist_ok=True)
        os.link(tmp_path / "old" / NAME, tmp_path / "new" / name)
        there[name] = there[NAME]
    filling = Filling(tmp_path / "new", tmp_path / "old", there)
    assert filling.take(NAME, KEY)
    filling.put("tea/black.txt", b"other")
    filling.clear()
    assert names(tmp_path / "new") == {"tea", NAME, "tea/black.txt"}
    assert filling.manifest.keys() == {NAME, "tea/black.txt"}


def test_a_file_in_place_of_a_folder_and_a_folder_in_place_of_a_file(there: dict[str, Placed], tmp_path: Path) -> None:
    os.link(tmp_path / "old" / NAME, tmp_path / "new" / "cup")
    filling = Filling(tmp_path / "new", tmp_path / "old", there | {"cup": there[NAME]})
    filling.put("tea", b"no folder")
    filling.put("cup/of/index.html", b"no file")
    filling.clear()
    assert names(tmp_path / "new") == {"tea", "cup", "cup/of", "cup/of/index.html"}
    assert (filling.read("tea"), filling.read("cup/of/index.html")) == (b"no folder", b"no file")


@pytest.mark.parametrize("second", ["tea", "tea/index.html/more"])
def test_what_this_run_has_put_is_never_in_the_way(second: str, tmp_path: Path) -> None:
    filling = Filling(tmp_path / "new")
    filling.put(NAME, PAGE)
    with pytest.raises(OSError, match=r"xists|Not a directory"):
        filling.put(second, b"other")
    assert filling.read(NAME) == PAGE


def test_where_letters_large_and_small_are_the_same_a_file_may_change_them(
    there: dict[str, Placed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On such a disk, the new file is found under the old name."""
    (tmp_path / "new" / NAME).rename(tmp_path / "new/tea/INDEX.html")
    there = {"tea/INDEX.html": there[NAME]}
    real, first = Filling._new, True

    def exists_in_other_letters(self: Filling, path: Path, digest: str, data: bytes) -> os.stat_result:
        nonlocal first
        if first:
            first = False
            raise FileExistsError
        return real(self, path, digest, data)

    monkeypatch.setattr(Filling, "_new", exists_in_other_letters)
    filling = Filling(tmp_path / "new", tmp_path / "old", there)
    filling.put(NAME, b"other")
    assert names(tmp_path / "new") == {"tea", NAME}


def test_a_folder_that_was_taken_away_can_come_back(tmp_path: Path) -> None:
    filling = Filling(tmp_path / "new")
    for _ in range(2):
        filling.put(NAME, PAGE)
        filling.remove(NAME)
    assert names(tmp_path / "new") == set()
    assert filling.manifest == {}
