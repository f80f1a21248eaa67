"""Bytes in, the same bytes out later: meanwhile they lie in a file without a name, which ends with whoever holds what is in it."""

import os
from collections.abc import Callable
from contextlib import suppress
from tempfile import TemporaryFile
from threading import Lock

_A_FILE = 32_000_000
"""So large is one file: it is given back when nothing of it is needed any more."""


class Kept:
    """Bytes that were put away. Where there was no room on the disk they are in memory."""

    __slots__ = ("_data", "_file", "_length", "_start")

    def __init__(self, file: "_File | None", start: int, length: int, data: bytes = b"") -> None:
        self._file, self._start, self._length, self._data = file, start, length, data

    def read(self) -> bytes:
        """The bytes."""
        return self._file.read(self._start, self._length) if self._file else self._data

    def __reduce__(self) -> tuple[Callable[[bytes], "Kept"], tuple[bytes]]:
        return put_away, (self.read(),)


class _File:
    """A file that one process writes, and each that was forked off since then can read."""

    def __init__(self) -> None:
        self.file = TemporaryFile(prefix="psychoed-", buffering=0)  # noqa: SIM115
        self.owner = os.getpid()
        self.end = 0

    def write(self, data: bytes) -> Kept:
        start = self.end
        self.file.seek(start)
        if self.file.write(data) != len(data):
            raise OSError("The disk is full.")
        self.end += len(data)
        return Kept(self, start, len(data))

    def read(self, start: int, length: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self.file.fileno(), length, start)
        with _LOCK:  # no such system forks
            self.file.seek(start)
            return self.file.read(length) or b""


_LOCK = Lock()
_last: _File | None = None


def put_away(data: bytes) -> Kept:
    """Put bytes away."""
    global _last
    with _LOCK, suppress(OSError):
        if _last is None or _last.owner != os.getpid() or _last.end > _A_FILE:
            _last = _File()
        return _last.write(data)
    return Kept(None, 0, len(data), data)
