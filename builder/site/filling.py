"""A folder that a site is written to: a file that the old site holds with the same bytes is taken from there, not written."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG
from typing import Protocol

from builder.disk.whole import write_whole
from builder.model.manifest import Manifest, Placed, digest_of


class Folder(Protocol):
    """Where a site's files go. `manifest` has what was put there."""

    manifest: dict[str, Placed]

    def take(self, name: str, key: str) -> bool: ...

    def put(self, name: str, data: bytes, key: str = "") -> None: ...


class Filling:
    """The new folder, `site`, beside the old one. To write files takes longer than all else that most builds have to do.

    `before` says how a build left the old one: what has its size and its time still was not touched, and is not read. What
    both hold is one file until the old site goes: what is there is never written into, only replaced. What somebody writes
    into the old site meanwhile can be in the new one.
    """

    def __init__(self, site: Path, old: Path | None, before: Manifest | None = None) -> None:
        self.site, self.old = site, old.resolve() if old else None
        self.manifest: dict[str, Placed] = {}
        self._before = before or {}
        self._both: dict[str, bool] = {}
        mask = os.umask(0o022)
        os.umask(mask)
        self._mode = 0o666 & ~mask

    def take(self, name: str, key: str) -> bool:
        """Take the page of a key from the old site. Whether it is there, and nobody has touched it."""
        was = self._before.get(name)
        if was is None or was.key != key or not self._linked(name, was.is_still):
            return False
        self.manifest[name] = was
        return True

    def put(self, name: str, data: bytes, key: str = "") -> None:
        """Put one file, by its path below the site, and the folders above it. `key` is that of a page on the shelf."""
        digest, was = digest_of(data), self._before.get(name)

        def is_same(told: os.stat_result) -> bool:
            if was and was.is_still(told):
                return was.digest == digest
            return told.st_size == len(data) and Path(f"{self.old}/{name}").read_bytes() == data

        path = self.site / name
        if name in self.manifest:
            path.unlink()
        told = self._linked(name, is_same)
        if told is None:
            with path.open("xb") as file:
                file.write(data)
            told = path.lstat()
        self.manifest[name] = Placed(told.st_size, told.st_mtime_ns, digest, key)

    def read(self, name: str) -> bytes:
        """The bytes of a file that was put there."""
        return (self.site / name).read_bytes()

    def remove(self, name: str) -> None:
        """Take away a file, and its folder with it."""
        (self.site / name).unlink()
        (self.site / name).parent.rmdir()
        del self.manifest[name]

    def _linked(self, name: str, is_same: Callable[[os.stat_result], bool]) -> os.stat_result | None:
        """What the disk tells of a file of the old site that is in the new one now, too; nothing, where it is not the same.

        A disk that cannot do that says no.
        """
        if self._is_in_both(name.rpartition("/")[0]):
            with suppress(OSError):
                told = os.lstat(f"{self.old}/{name}")
                if S_ISREG(told.st_mode) and S_IMODE(told.st_mode) == self._mode and is_same(told):
                    os.link(f"{self.old}/{name}", f"{self.site}/{name}")
                    return told
        return None

    def _is_in_both(self, folder: str) -> bool:
        """Make a folder of the new site. Whether it lies in the old one, too, and is not a link to another."""
        if folder not in self._both:
            above = self._is_in_both(folder.rpartition("/")[0]) if folder else self.old is not None
            (self.site / folder).mkdir(parents=True, exist_ok=True)
            self._both[folder] = above and _is_folder(f"{self.old}/{folder}")
        return self._both[folder]


def _is_folder(path: str) -> bool:
    try:
        return S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


class Replacing:
    """A site that is there: each file changes in one step, and whoever reads finds the old one or the new one."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.manifest: dict[str, Placed] = {}

    def take(self, _: str, __: str) -> bool:
        """Nothing is taken from elsewhere."""
        return False

    def put(self, name: str, data: bytes, key: str = "") -> None:
        """Put one file, by its path below the site, and the folders above it.

        Raises:
            OSError: it cannot be written, or there is no site.
        """
        self.site.stat()
        path = self.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data, lasting=False)
        told = path.lstat()
        self.manifest[name] = Placed(told.st_size, told.st_mtime_ns, digest_of(data), key)
