"""Files in, one EPUB out: the same bytes each time."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_KIND = b"application/epub+zip"
_FILE_OF_ALL = 0o644 << 16
_UNIX = 3


def packed(files: Mapping[str, bytes], day: date) -> bytes:
    """The files in order, each dated `day`, behind the one that says what this is."""
    done = BytesIO()
    with ZipFile(done, "w") as archive:
        archive.writestr(_entry("mimetype", day), _KIND, ZIP_STORED)
        for name, data in files.items():
            archive.writestr(_entry(name, day), data, ZIP_DEFLATED, 9)
    return done.getvalue()


def _entry(name: str, day: date) -> ZipInfo:
    entry = ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))  # zip knows no earlier year
    entry.create_system = _UNIX
    entry.external_attr = _FILE_OF_ALL
    return entry
