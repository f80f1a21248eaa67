"""Files with their new bytes in, all of them in their places out: none is touched before each of them could be written."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def put_all(files: Mapping[Path, bytes], done: list[Path]) -> None:
    """Write each beside its file, then put them in their places, in the order given. `done` takes each that is there.

    Raises:
        OSError: one cannot be written. While `done` is empty nothing has changed.
    """
    beside: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with NamedTemporaryFile(dir=path.resolve().parent, prefix=".", suffix=".tmp", delete=False) as file:
                beside[path] = Path(file.name)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, beside[path])
            else:
                beside[path].chmod(0o644)
        for path, ready in beside.items():
            ready.replace(path.resolve())
            done.append(path)
    finally:
        for ready in beside.values():
            with suppress(OSError):
                ready.unlink(missing_ok=True)
