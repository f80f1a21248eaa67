"""A new folder and the old one in, the new one in its place out: whoever reads at any moment finds one of them, whole."""

import ctypes
import os
import sys
from pathlib import Path

from builder.diagnostics.errors import BuilderError
from builder.disk.trouble import told

_HERE = -100
_EXCHANGE = 2


def swap(new: Path, out: Path, old: Path) -> None:
    """Put `new` in the place of `out`. What was there is at `new` or at `old` then.

    Linux changes the two in one step. Elsewhere it takes two, and what is stopped between them `alone` puts right.

    Raises:
        BuilderError: it cannot be done, and `out` is as it was.
    """
    if out.exists() and _exchanged(new, out):
        return
    try:
        if out.exists():
            out.replace(old)
        new.replace(out)
    except BaseException as error:
        put_back(old, out)
        if not isinstance(error, OSError):
            raise
        why, mend = told(error)
        raise BuilderError(
            f"The site could not be put in its place: {why}", f"Close what uses that folder. {mend}"
        ) from error


def put_back(old: Path, out: Path) -> None:
    """Put the old folder back if nothing stands in its place."""
    if old.is_dir() and not out.exists():
        old.replace(out)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders could be changed in one step. Where this system or this disk cannot, nothing has happened."""
    if sys.platform != "linux":
        return False
    system = ctypes.CDLL(None)
    names = os.fsencode(one), os.fsencode(other)
    return hasattr(system, "renameat2") and system.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0
