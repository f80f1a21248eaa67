"""What a PDF is made from in, a short key out: the same key means the same bytes."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from builder.model.shelf import key_of


def ground_of(root: Path, released: str) -> str:
    """The digest of everything that all PDFs share: the templates and fonts in `root`, the tools, this room, the date."""
    return key_of(released, *_told(root), *_own())


@cache
def _own() -> tuple[str | bytes, ...]:
    return version("typst"), version("deflate"), *_told(Path(__file__).parent)


def _told(folder: Path) -> Iterator[str | bytes]:
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _COUNTED):
        yield from (path.name, path.read_bytes())


_COUNTED = (".typ", ".ttf", ".py")
