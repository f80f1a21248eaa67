"""Projects to be ill-treated: a small disk, a disk that can only be read, a site that is already there."""

import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from builder.memory.place import memory_of
from tests.conftest import ROOT, TODAY

T = TypeVar("T")

DAY = ("--today", TODAY.isoformat())
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def copy_of(handed_out: Path, project: Path) -> Path:
    """A project with a site that was built from it, and with what is remembered of it."""
    shutil.copytree(handed_out.parent, project, symlinks=True, dirs_exist_ok=True)
    shutil.copytree(memory_of(handed_out.parent), memory_of(project), dirs_exist_ok=True)
    return project


def old_site(folder: Path) -> dict[str, bytes]:
    """A site of ours, from long ago."""
    folder.mkdir(parents=True)
    (folder / "index.html").write_text('<html lang="en" data-theme="psychoed"><h1>Old</h1>', "utf-8")
    return files(folder)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "builder.cli", *words]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def in_another_account(deed: Callable[[], T]) -> T:
    """What comes of it for somebody with no rights of their own. Only root can become another."""

    def do() -> None:
        os.setuid(65534)
        there.send(deed())

    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=do)
    process.start()
    there.close()
    got: T = here.recv()
    process.join()
    return got


def can_mount() -> bool:
    done = subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False) if IS_ROOT else None
    return bool(done and done.returncode == 0)


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    """A disk of its own at `folder`, with so much room."""
    folder.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill_up(folder: Path, leave: int) -> None:
    """Take all the room of a disk but so many bytes."""
    with (folder / "filler").open("wb") as file:
        file.write(b"\0" * (shutil.disk_usage(folder).free - leave))


def run_read_only(folders: list[Path], words: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command to which these folders can only be read: as root on disks of that kind, else without the right to write."""
    if can_mount():
        binds = "".join(f"mount --bind '{one}' '{one}' && mount -o remount,ro,bind '{one}' && " for one in folders)
        called = ["unshare", "-m", "sh", "-c", f'{binds}cd "$0" && exec "$@"', str(cwd), *words]
        return subprocess.run(called, env=environment(), capture_output=True, text=True, check=False)
    inside = [path for one in folders for path in (one, *one.rglob("*")) if not path.is_symlink()]
    modes = {path: path.stat().st_mode for path in inside}
    for path in reversed(inside):
        path.chmod(modes[path] & ~0o222)
    try:
        return subprocess.run(words, cwd=cwd, env=environment(), capture_output=True, text=True, check=False)
    finally:
        for path in inside:
            path.chmod(modes[path])
