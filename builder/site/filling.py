"""A folder that a site is written to: a file that the old site holds with the same bytes is taken from there, not written."""

import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import Protocol

from builder.disk.whole import write_whole


class Folder(Protocol):
    """Where a site's files go."""

    def put(self, name: str, data: bytes) -> None: ...


class Filling:
    """The new folder, `site`, beside the old one. To write files takes longer than all else that most builds have to do.

    What both hold is one file until the old site goes: what is there is never written into, only replaced. What somebody
    writes into the old site meanwhile can be in the new one.
    """

    def __init__(self, site: Path, old: Path | None) -> None:
        self.site, self.old = site, old.resolve() if old else None
        self._folders: dict[str, tuple[Path, Path | None]] = {}
        mask = os.umask(0o022)
        os.umask(mask)
        self._mode = 0o666 & ~mask

    def put(self, name: str, data: bytes) -> None:
        """Put one file, by its path below the site, and the folders above it."""
        below, _, leaf = name.rpartition("/")
        if below not in self._folders:
            new = self.site / below
            new.mkdir(parents=True, exist_ok=True)
            self._folders[below] = new, self._old_folder(below)
        folder, old = self._folders[below]
        path = folder / leaf
        path.unlink(missing_ok=True)
        if old is None or not self._taken(old / leaf, data, path):
            path.write_bytes(data)

    def _old_folder(self, name: str) -> Path | None:
        """The same folder of the old site, if it lies there and is not a link to another."""
        if self.old is None or (self.old / name).resolve() != self.old / name:
            return None
        return self.old / name

    def _taken(self, old: Path, data: bytes, new: Path) -> bool:
        """Whether the file at `old` holds these bytes, and is at `new` now, too. A disk that cannot do that says no."""
        with suppress(OSError):
            told = old.lstat()
            ours = S_ISREG(told.st_mode) and S_IMODE(told.st_mode) == self._mode
            if ours and told.st_size == len(data) and old.read_bytes() == data:
                os.link(old, new)
                return True
        return False


class Replacing:
    """A site that is there: each file changes in one step, and whoever reads finds the old one or the new one."""

    def __init__(self, site: Path) -> None:
        self.site = site

    def put(self, name: str, data: bytes) -> None:
        """Put one file, by its path below the site, and the folders above it.

        Raises:
            OSError: it cannot be written, or there is no site.
        """
        self.site.stat()
        (self.site / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.site / name, data, lasting=False)
