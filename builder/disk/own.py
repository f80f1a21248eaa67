"""What this program itself is made of, out: whatever is kept between runs is kept for exactly that."""

import sys
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path


@cache
def packages() -> tuple[str, ...]:
    """Python, and the name of each package with its version."""
    return sys.version, *sorted({path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")})


def held_in(*folders: Path, kinds: Collection[str]) -> Iterator[str | bytes]:
    """The name and the bytes of every file of these kinds in the folders, in order."""
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in kinds):
            yield from (path.name, path.read_bytes())
