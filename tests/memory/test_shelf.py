"""Finished files come back as they were, or not at all; what nobody asks for is forgotten."""

import os
import resource
import signal
import time
from pathlib import Path

from builder.memory.shelf import Shelf


def test_what_was_put_there_comes_back(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "new")
    assert shelf.get("key") is None
    shelf.put("key", b"data")
    assert Shelf(tmp_path / "new").get("key") == b"data"


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("key", b"a long file")
    whole = (tmp_path / "key").read_bytes()
    shelf.put("other", b"the file of another key")
    others = (tmp_path / "other").read_bytes()
    for damaged in (b"", whole[:-1], whole[:20], whole[:-1] + b"!", others):
        (tmp_path / "key").write_bytes(damaged)
        assert shelf.get("key") is None


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    shelf = Shelf(tmp_path / "file")
    shelf.put("key", b"data")
    assert shelf.get("key") is None
    shelf.forget_old()


def test_what_nobody_asked_for_in_a_week_goes(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for key in ("asked", "old", "new"):
        shelf.put(key, b"data")
    for key in ("asked", "old"):
        os.utime(tmp_path / key, (time.time() - 8 * 24 * 60 * 60,) * 2)
    shelf.get("asked")
    shelf.forget_old()
    assert (shelf.get("asked"), shelf.get("old"), shelf.get("new")) == (b"data", None, b"data")


def test_that_a_file_was_asked_for_is_noted_once_a_day(tmp_path: Path) -> None:
    shelf, now = Shelf(tmp_path), time.time()
    shelf.put("key", b"data")
    for hours, is_noted in ((23, False), (25, True)):
        os.utime(tmp_path / "key", (now - hours * 60 * 60,) * 2)
        before = (tmp_path / "key").stat().st_mtime
        shelf.get("key")
        assert ((tmp_path / "key").stat().st_mtime > before) == is_noted


def test_what_is_old_is_looked_for_once_a_day(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("key", b"data")
    shelf.forget_old()
    long_ago = time.time() - 8 * 24 * 60 * 60
    os.utime(tmp_path / "key", (long_ago,) * 2)
    shelf.forget_old()
    assert (tmp_path / "key").exists()
    for path in tmp_path.iterdir():
        os.utime(path, (long_ago,) * 2)
    shelf.forget_old()
    assert not (tmp_path / "key").exists()


def test_what_cannot_be_put_there_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("key", b"data")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limit[1]))
    try:
        shelf.put("key", b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, before)
    assert shelf.get("key") == b"data"
    assert [path.name for path in tmp_path.iterdir()] == ["key"]
