"""Where memory lies, and how it is read and written: whole or not at all, and never a reason to fail."""

import json
import os
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from builder.memory import digest


def memory_of(project: Path) -> Path:
    """The folder of what is remembered of one project.

    It lies in the Python environment, beside the code that is trusted anyway. In the project itself it could come
    with somebody else's changes, and a memory that says "nothing is wrong" is believed.
    """
    return Path(sys.prefix) / _FOLDER / digest.of_words((str(project.resolve()),))


def read(path: Path) -> Any:
    """The data of a file; nothing where there is none that can be read."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}


def write(path: Path, data: Any) -> None:
    """Write data, whole or not at all. Where it cannot be written, the next check takes longer."""
    text = json.dumps(data, separators=(",", ":"))
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, "ascii")
        beside.replace(path)
        if path.parent.parent.name == _FOLDER:
            _forget_old(path.parent.parent)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _forget_old(folder: Path) -> None:
    """Take away what is remembered of projects that nobody has checked for a season."""
    for project in folder.iterdir():
        if time.time() - project.stat().st_mtime > _SEASON:
            shutil.rmtree(project, ignore_errors=True)


_FOLDER = "psychoed-memory"
_SEASON = 90 * 24 * 60 * 60
