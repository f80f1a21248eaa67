"""A path in, a lock that one process at a time holds out. A process that ends, however it ends, lets go of it."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_CANNOT_LOCK = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # what it leads to would be emptied


@contextmanager
def locked(path: Path, wait: bool = False) -> Iterator[None]:
    """Hold the lock. Its file is made for it, says which process holds it, and goes with it.

    On a disk that knows no locks everybody gets it.

    Raises:
        BlockingIOError: another process holds it. With `wait` it is waited for.
        OSError: its file cannot be made, or is a link.
    """
    held = _taken(path, wait)
    try:
        with suppress(OSError):
            os.truncate(held, 0)
            os.write(held, str(os.getpid()).encode())
        yield
    finally:
        with suppress(OSError):
            path.unlink()  # while it is held: nobody can take a lock whose file is gone
        os.close(held)


def holder(path: Path) -> str:
    """The number of the process that holds a lock, or nothing."""
    try:
        return path.read_text("ascii", "replace")
    except OSError:
        return ""


def _taken(path: Path, wait: bool) -> int:
    while True:
        opened = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o644)
        try:
            _take(opened, path, wait)
            if _is_still(opened, path):
                return opened
        except BaseException:
            os.close(opened)
            raise
        os.close(opened)


def _is_still(opened: int, path: Path) -> bool:
    """Whether the file is the one that others find: whoever held it before took it away at the end."""
    try:
        return os.path.samestat(os.fstat(opened), path.lstat())
    except FileNotFoundError:
        return False


def _take(opened: int, path: Path, wait: bool) -> None:
    """Not `flock`: a process that is forked off would hold that too, and could outlive this one."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(opened, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            fcntl.lockf(opened, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _CANNOT_LOCK:
            raise BlockingIOError(errno.EAGAIN, "Another process is at work there", str(path)) from error
