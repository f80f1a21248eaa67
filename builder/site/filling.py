"""A folder that a site is written to: a file that is there already, with the same bytes, is not written."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from builder.disk.whole import write_whole
from builder.model.manifest import Manifest, Placed, digest_of, digest_of_file


class Folder(Protocol):
    """Where a site's files go. `manifest` has what was put there."""

    manifest: dict[str, Placed]

    def take(self, name: str, key: str) -> bool: ...

    def put(self, name: str, data: bytes, key: str = "") -> None: ...


class Filling:
    """The new folder, `site`, in which these files of the `old` one are already, as a build left them.

    To write files takes longer than all else that most builds have to do. What is there is never written into, only replaced.
    """

    def __init__(self, site: Path, old: Path | None = None, there: Manifest | None = None) -> None:
        self.site, self.old = site, old
        self.manifest: dict[str, Placed] = {}
        self._there = there or {}
        self._name_of = {told.digest: name for name, told in self._there.items()}
        self._folders: set[str] = set()

    def take(self, name: str, key: str) -> bool:
        """Take the page of a key as it is there. Whether it is, and nobody has touched it."""
        was = self._there.get(name)
        if was is None or was.key != key or not self._is_still(name):
            return False
        self.manifest[name] = was
        return True

    def put(self, name: str, data: bytes, key: str = "") -> None:
        """Put one file, by its path below the site, and the folders above it. `key` is that of a page on the shelf."""

        def write(path: Path) -> None:
            with path.open("xb") as file:
                file.write(data)

        self._put(name, digest_of(data), write, key)

    def put_made(self, name: str, made: Path) -> None:
        """Put a file that was made beside the site, and is there no longer after that."""
        with made.open("rb") as file:
            digest = digest_of_file(file)
        self._put(name, digest, made.rename)
        made.unlink(missing_ok=True)

    def _put(self, name: str, digest: str, write: Callable[[Path], object], key: str = "") -> None:
        was = self.manifest.get(name) or self._there.get(name)
        if was and was.digest == digest and (name in self.manifest or self._is_still(name)):
            self.manifest[name] = was if was.key == key else was._replace(key=key)
            return
        path = self.site / name
        if was:
            path.unlink(missing_ok=True)
        try:
            told = self._new(path, digest, write)
        except (FileExistsError, IsADirectoryError, NotADirectoryError):
            self._make_way(name)
            told = self._new(path, digest, write)
        self.manifest[name] = Placed(told.st_size, told.st_mtime_ns, digest, key)

    def read(self, name: str) -> bytes:
        """The bytes of a file that was put there."""
        return (self.site / name).read_bytes()

    def remove(self, name: str) -> None:
        """Take away a file, and its folder with it."""
        (self.site / name).unlink()
        (self.site / name).parent.rmdir()
        self._folders.discard(str((self.site / name).parent))
        del self.manifest[name]

    def clear(self) -> None:
        """Take away what is there of the old site, and was neither taken nor put."""
        for name in self._there.keys() - self.manifest.keys():
            self._drop(name)

    def _is_still(self, name: str) -> bool:
        with suppress(OSError):
            return self._there[name].is_still(os.lstat(f"{self.site}/{name}"))
        return False

    def _drop(self, name: str) -> None:
        """Take away a file of the old site, and the folders above it that are empty then. What is no longer as it was, is no
        longer of the old site."""
        if self._is_still(name):
            path = self.site / name
            path.unlink()
            with suppress(OSError):  # until a folder is not empty
                while (path := path.parent) != self.site:
                    path.rmdir()

    def _make_way(self, name: str) -> None:
        """Take away what the old site has in the way of a new file: a file in place of a folder, a folder in place of the file,
        or, on a disk to which that is the same, its name in other letters."""
        new = name.casefold()
        for other in self._there.keys() - self.manifest.keys():
            old = other.casefold()
            if old == new or old.startswith(f"{new}/") or new.startswith(f"{old}/"):
                self._drop(other)

    def _new(self, path: Path, digest: str, write: Callable[[Path], object]) -> os.stat_result:
        """Make a new file, and return what the disk tells of it."""
        if str(path.parent) not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(str(path.parent))
        told = self._second_name(path, digest)
        if told is None:
            write(path)
            told = path.lstat()
        return told

    def _second_name(self, path: Path, digest: str) -> os.stat_result | None:
        """Give a file of the old site, which has these bytes, a name in the new one, and return what the disk tells of it; nothing,
        where there is none that nobody touched."""
        name = self._name_of.get(digest)
        if name is not None and self.old is not None:
            with suppress(OSError):
                os.link(self.old / name, path)
                told = path.lstat()
                if self._there[name].is_still(told):
                    return told
                path.unlink()
        return None


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
