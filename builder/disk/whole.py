"""A path and bytes in, the file with exactly these out: whoever reads, at any moment, finds the old file or the new one."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

LEFT = ".psychoed-*.tmp"
"""What a file beside another is called until it is whole. One that stays there is of a run that was killed."""


def write_whole(path: Path, data: bytes, lasting: bool = True) -> None:
    """Write the file, or leave it as it was. What is `lasting` is on the disk itself before it counts.

    Raises:
        OSError: it cannot be written.
    """
    beside = written_beside(path, data, lasting)
    try:
        beside.replace(path.resolve())
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def put_whole(path: Path, *parts: bytes) -> None:
    """Write the file, these parts one after another, or leave it as it was, where no link leads to another: for many that can be made again.

    Raises:
        OSError: it cannot be written.
    """
    beside = f"{path.parent}/.psychoed-{path.name[:40]}-{os.getpid()}.tmp"
    try:
        with open(beside, "wb") as file:  # noqa: PTH123 - as a text, for half of the time
            file.writelines(parts)
        os.replace(beside, path)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def written_beside(path: Path, data: bytes, lasting: bool = True) -> Path:
    """Write the bytes into the file's own folder under another name, ready to take its place; return that path.

    Raises:
        OSError: it cannot be written. Then there is nothing beside the file.
    """
    with NamedTemporaryFile(dir=path.resolve().parent, prefix=".psychoed-", suffix=".tmp", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, file.name)
            else:
                Path(file.name).chmod(0o644)
        except BaseException:
            with suppress(OSError):
                Path(file.name).unlink()
            raise
    return Path(file.name)
