"""Finished files in and out, by a key that tells all that they came from. A damaged file is as good as none."""

import os
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_WEEK = 7 * 24 * 60 * 60
_SUM = sha256().digest_size


class Shelf:
    """A folder of finished files. Losing it costs time and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """The file of a key, whole, or nothing."""
        path = self.folder / key
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        kept = data[_SUM:]
        return kept if sha256(kept).digest() == data[:_SUM] else None

    def put(self, key: str, data: bytes) -> None:
        """Keep a file, whole or not at all. Where it cannot be written, it is made again next time."""
        beside = self.folder / f"{key}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(sha256(data).digest() + data)
            beside.replace(self.folder / key)
        except OSError:
            with suppress(OSError):
                beside.unlink()

    def forget_old(self) -> None:
        """Take away what nobody has asked for in a week."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                if time.time() - path.stat().st_mtime > _WEEK:
                    path.unlink()
