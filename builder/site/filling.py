"""A folder that a site is written to: a file that the old site holds with the same bytes is taken from there, not written."""

import os
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG


class Filling:
    """The new folder, `site`, beside the old one. To write files takes longer than all else that most builds have to do.

    What both hold is one file until the old site goes: what is there is never written into, only replaced.
    """

    def __init__(self, site: Path, old: Path) -> None:
        self.site, self.old = site, old
        self._folders = set[Path]()

    def put(self, name: str, data: bytes) -> None:
        """Put one file, by its path below the site, and the folders above it."""
        path = self.site / name
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        if not _taken(self.old / name, data, path):
            path.write_bytes(data)


def _taken(old: Path, data: bytes, new: Path) -> bool:
    """Whether the file at `old` holds these bytes, and is at `new` now, too. A disk that cannot do that says no."""
    with suppress(OSError):
        told = old.lstat()
        if S_ISREG(told.st_mode) and told.st_size == len(data) and old.read_bytes() == data:
            os.link(old, new)
            return True
    return False
