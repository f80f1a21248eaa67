"""A folder that a site is written to: a file that is there already, with the same bytes, is not written."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from builder.disk.whole import write_whole
from builder.model.manifest import Manifest, Placed, digest_of


class Folder(Protocol):
    """Where a site's files go. `manifest` has what was put there."""

    manifest: dict[str, Placed]

    def take(self, name: str, key: str) -> bool: ...

    def put(self, name: str, data: bytes, key: str = "") -> None: ...


class Filling:
    """The new folder, `site`, in which these files of the old one are already, as a build left them.

    To write files takes longer than all else that most builds have to do. What is there is never written into, only replaced.
    """

    def __init__(self, site: Path, there: Manifest | None = None) -> None:
        self.site = site
        self.manifest: dict[str, Placed] = {}
        self._there = there or {}
        self._name_of = {told.digest: name for name, told in self._there.items()}
        self._folders: set[str] = set()

    def take(self, name: str, key: str) -> bool:
        """Take the page of a key as it is there. Whether it is there, and nobody has touched it."""
        was = self._there.get(name)
        if was is None or was.key != key:
            return False
        self.manifest[name] = was
        return True

    def put(self, name: str, data: bytes, key: str = "") -> None:
        """Put one file, by its path below the site, and the folders above it. `key` is that of a page on the shelf."""
        digest, path = digest_of(data), self.site / name
        was = self.manifest.get(name) or self._there.get(name)
        if was and was.digest == digest:
            self.manifest[name] = was._replace(key=key)
            return
        if was:
            path.unlink()
        else:
            self._make_room(name.rpartition("/")[0], path)
        told = self._with_two_names(digest, path) if was is None else None
        if told is None:
            with path.open("xb") as file:
                file.write(data)
            told = path.lstat()
        self.manifest[name] = Placed(told.st_size, told.st_mtime_ns, digest, key)

    def _with_two_names(self, digest: str, path: Path) -> os.stat_result | None:
        """What the disk tells of a new file that was there with the same bytes under another name; nothing where none was.

        By now somebody may have put another in its place: then the second name is that of the other.
        """
        name = self._name_of.get(digest)
        with suppress(OSError):
            if name is not None:
                os.link(self.site / name, path)
                told = path.lstat()
                if self._there[name].is_still(told):
                    return told
                path.unlink()
        return None

    def read(self, name: str) -> bytes:
        """The bytes of a file that was put there."""
        return (self.site / name).read_bytes()

    def remove(self, name: str) -> None:
        """Take away a file, and its folder with it."""
        (self.site / name).unlink()
        (self.site / name).parent.rmdir()
        self._folders.discard(name.rpartition("/")[0])
        del self.manifest[name]

    def clear(self) -> None:
        """Take away what is there of the old site, and was neither taken nor put."""
        for name in self._there.keys() - self.manifest.keys():
            path = self.site / name
            with suppress(OSError):  # until a folder is not empty
                path.unlink(missing_ok=True)
                while (path := path.parent) != self.site:
                    path.rmdir()

    def _make_room(self, folder: str, path: Path) -> None:
        """Make the folders above a new file. Where the old site has a file in place of a folder, or a folder in place of the
        file, that goes."""
        if path.is_dir():
            shutil.rmtree(path)
        if folder not in self._folders:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except (FileExistsError, NotADirectoryError):
                next(above for above in path.parents if above.is_file()).unlink()
                path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)


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
