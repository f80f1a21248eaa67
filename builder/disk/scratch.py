"""Bytes in, the same bytes out later: meanwhile they lie in a file without a name, which ends with whoever holds what is in it."""

import os
from collections.abc import Callable
from contextlib import suppress
from tempfile import TemporaryFile
from threading import Lock

_A_FILE = 32_000_000
"""So large is one file: it is given back when nothing of it is needed any more."""

_AT_ONCE = 200_000
"""So much is written at once: most of what is put away is small."""


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
    """A file that one process writes, and each that was forked off since then can read. What is not `written` yet `waits` in
    memory: whoever is forked off has a copy of it."""

    def __init__(self) -> None:
        self.file = TemporaryFile(prefix="psychoed-", buffering=0)  # noqa: SIM115
        self.owner = os.getpid()
        self.written = 0
        self.waits = bytearray()

    @property
    def end(self) -> int:
        return self.written + len(self.waits)

    def add(self, data: bytes) -> Kept:
        start = self.end
        self.waits += data
        return Kept(self, start, len(data))

    def write(self) -> bool:
        """Write what waits. Where there is no room for it, it goes on waiting."""
        with suppress(OSError):
            self.file.seek(self.written)
            if self.file.write(self.waits) == len(self.waits):
                self.written, self.waits = self.end, bytearray()
                return True
        return False

    def read(self, start: int, length: int) -> bytes:
        if start < self.written and hasattr(os, "pread"):
            return os.pread(self.file.fileno(), length, start)
        with _LOCK:
            at = start - self.written
            if at >= 0:
                return bytes(self.waits[at : at + length])
            self.file.seek(start)
            return self.file.read(length) or b""


_LOCK = Lock()
_last: _File | None = None


def put_away(data: bytes) -> Kept:
    """Put bytes away."""
    global _last
    with _LOCK, suppress(OSError):
        if _last is None or _last.owner != os.getpid():
            _last = _File()
        if len(_last.waits) <= _AT_ONCE or _last.write():  # there was no room for it, and perhaps there is now
            kept = _last.add(data)
            if len(_last.waits) > _AT_ONCE and _last.write() and _last.end > _A_FILE:
                _last = None
            return kept
    return Kept(None, 0, len(data), data)
