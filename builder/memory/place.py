"""Where memory lies, and how it is read and written: whole or not at all, and never a reason to fail."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from builder.memory import digest


def memory_of(project: Path) -> Path:
    """The folder of what is remembered of one project.

    It lies in the Python environment, beside the code that is trusted anyway. In the project itself it could come
    with somebody else's changes, and a memory that says "nothing is wrong" is believed.
    """
    return Path(sys.prefix) / "psychoed-memory" / digest.of_words((str(project.resolve()),))


def read(path: Path) -> Any:
    """The data of a file; nothing where there is none that can be read."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}


def write(path: Path, data: Any) -> None:
    """Write data, whole or not at all. Where it cannot be written, the next check takes longer."""
    text = json.dumps(data, separators=(",", ":"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="ascii") as file:
            file.write(text)
        Path(file.name).replace(path)
    except OSError:
        return
