"""Finished files in and out, by a key that tells all that they came from. A damaged file is as good as none."""

import os
import time
from contextlib import suppress
from pathlib import Path

from builder.disk.whole import put_whole
from builder.memory.sealed import opened, seal

_DAY = 24 * 60 * 60
_WEEK = 7 * _DAY
_LOOKED = "looked"


class Shelf:
    """A folder of finished files. Losing it costs time and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """The file of a key, whole, or nothing."""
        try:
            with open(f"{self.folder}/{key}", "rb") as file:  # noqa: PTH123 - a Path takes longer to make than the file to read
                data = file.read()
        except OSError:
            return None
        self.keep(key)  # where nothing can be written, it can still be read
        return opened(key, data)

    def put(self, key: str, data: bytes) -> None:
        """Keep a file, whole or not at all. Where it cannot be written, it is made again next time."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            put_whole(self.folder / key, seal(key, data), data)

    def keep(self, key: str) -> None:
        """Count a file as asked for, if it is there. To the day is enough: a build asks for thousands, and to note it is a write."""
        with suppress(OSError):
            path = f"{self.folder}/{key}"
            if os.stat(path).st_mtime < time.time() - _DAY:  # noqa: PTH116 - as above
                os.utime(path)

    def forget_old(self) -> None:
        """Take away what nobody has asked for in a week, or in a day less. That is looked for once a day."""
        now = time.time()
        with suppress(OSError):
            if (self.folder / _LOOKED).stat().st_mtime // _DAY == now // _DAY:
                return
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):  # another run may have taken it
                    if entry.stat().st_mtime < now - _WEEK:
                        Path(entry).unlink()
            self.put(_LOOKED, b"")
