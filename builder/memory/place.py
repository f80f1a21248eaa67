"""Where memory lies, and how it is read and written: whole or not at all, and never a reason to fail."""

import json
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from typing import Any

from builder.disk.whole import LEFT, write_whole
from builder.memory import digest
from builder.memory.sealed import opened, sealed


def memory_of(project: Path) -> Path:
    """The folder of what is remembered of one project.

    It lies in the Python environment, beside the code that is trusted anyway. In the project itself it could come
    with somebody else's changes, and a memory that says "nothing is wrong" is believed.
    """
    return Path(sys.prefix) / _FOLDER / digest.of_words((str(project.resolve()),))


def read(path: Path) -> Any:
    """The data of a file; nothing where there is none that is whole."""
    try:
        return json.loads(opened(path.name, path.read_bytes()) or b"{}")
    except (OSError, ValueError, RecursionError):
        return {}


def write(path: Path, data: Any) -> None:
    """Write data, whole or not at all. Where it cannot be written, the next check takes longer."""
    text = json.dumps(data, separators=(",", ":"))
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, sealed(path.name, text.encode()), lasting=False)
        for left in path.parent.glob(LEFT):
            if time.time() - left.stat().st_mtime > _DAY:
                left.unlink()
        if path.parent.parent.name == _FOLDER:
            _forget_old(path.parent.parent)


def forget(project: Path) -> int:
    """Take away all that is remembered of one project; return how many bytes that was.

    Raises:
        OSError: it cannot be taken away.
    """
    folder = memory_of(project)
    found = (path.lstat() for path in folder.rglob("*"))
    size = sum(told.st_size for told in found if S_ISREG(told.st_mode) and told.st_nlink == 1)
    if folder.exists():
        shutil.rmtree(folder)
    return size


def damaged(project: Path) -> tuple[Path, ...]:
    """The files of a project's memory that are not what was written there."""
    folder = memory_of(project)
    found = (path for path in folder.rglob("*") if path.is_file() and not path.match(LEFT))
    files = sorted(path for path in found if not path.is_relative_to(folder / BEFORE))
    return tuple(path for path in files if opened(path.name, path.read_bytes()) is None)


def _forget_old(folder: Path) -> None:
    """Take away what is remembered of projects that nobody has checked for a season."""
    for project in folder.iterdir():
        if time.time() - project.stat().st_mtime > _SEASON:
            shutil.rmtree(project, ignore_errors=True)


BEFORE = "before"
"""In a project's memory, the site before the one that was built last: whoever builds looks at all that is in it."""

_FOLDER = "psychoed-memory"
_DAY = 24 * 60 * 60
_SEASON = 90 * _DAY
