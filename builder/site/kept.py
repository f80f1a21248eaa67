"""A finished site and its moves in, the same site with each moved file at its old path too: no host has to know of it."""

import shutil
from collections.abc import Iterable
from pathlib import Path


def keep_old_files(moved: Iterable[tuple[str, str]], site: Path) -> None:
    """Put a copy of each file where it was before. It is not on a stick, and is not kept on a device."""
    for old, new in moved:
        if new and not new.endswith("/") and (site / new).is_file():
            (site / old).parent.mkdir(parents=True, exist_ok=True)
            (site / old).unlink(missing_ok=True)
            shutil.copyfile(site / new, site / old)
