"""A finished site and its moves in, the same site with each moved file at its old path too: no host has to know of it."""

from collections.abc import Iterable

from builder.site.filling import Filling


def keep_old_files(moved: Iterable[tuple[str, str]], site: Filling) -> None:
    """Put a copy of each file where it was before. It is not on a stick, and is not kept on a device."""
    for old, new in moved:
        if new and not new.endswith("/") and new in site.manifest:
            site.put(old, site.read(new))
