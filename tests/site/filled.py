"""A copy of a site to go on with, as a build has it before its last steps."""

from pathlib import Path

from builder.site.filling import Filling
from builder.site.headers import header_files


def filled(copy: Path, site: Path) -> Filling:
    """A copy of each file that is not for a host."""
    filling = Filling(copy)
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.name not in header_files("https://a.example"):
            filling.put(path.relative_to(site).as_posix(), path.read_bytes())
    return filling
