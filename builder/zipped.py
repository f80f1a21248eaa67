"""Files in, one zip of them out: the same bytes each time."""

from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_UNIX = 3
_FILE_OF_ALL = 0o100644 << 16
_STORED = ("mimetype", ".pdf", ".epub", ".zip", ".woff2")
"""What is packed already; and what an EPUB begins with, which is read as it stands."""


def zipped(files: Mapping[str, bytes], released: str) -> bytes:
    """The files in their order, each dated with the day of the edition."""
    done = BytesIO()
    zip_into(done, files.items(), released)
    return done.getvalue()


def zip_into(done: IO[bytes], files: Iterable[tuple[str, bytes]], released: str) -> None:
    """Write the same to an open file, and hold one of them at a time."""
    day = date.fromisoformat(released)
    with ZipFile(done, "w") as archive:
        for name, data in files:
            entry = ZipInfo(name, (min(max(day.year, 1980), 2107), day.month, day.day, 0, 0, 0))  # zip knows no others
            entry.create_system, entry.external_attr = _UNIX, _FILE_OF_ALL
            archive.writestr(entry, data, ZIP_STORED if name.endswith(_STORED) else ZIP_DEFLATED, 9)
