"""What lies in the folder of a site, as a build left it."""

import base64
import os
from collections.abc import Mapping
from hashlib import file_digest, sha256
from io import BufferedReader
from typing import Any, NamedTuple


class Placed(NamedTuple):
    """One file: its size, its time, the digest of its bytes, and of a page the key under which it lies on the shelf."""

    size: int
    time: int
    digest: str
    key: str = ""

    def is_still(self, told: os.stat_result) -> bool:
        """Whether a file of which the disk tells this was not touched since."""
        return (told.st_size, told.st_mtime_ns) == (self.size, self.time)


Manifest = Mapping[str, Placed]
"""Each file by its path below the site. Losing it costs time and nothing else."""


def digest_of(data: bytes) -> str:
    """In the words of Subresource Integrity, so that a browser compares it by itself."""
    return _told(sha256(data))


def digest_of_file(file: BufferedReader) -> str:
    """The same of an open file, which is not held."""
    return _told(file_digest(file, "sha256"))


def _told(digest: Any) -> str:
    return f"sha256-{base64.b64encode(digest.digest()).decode()}"
