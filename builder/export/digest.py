"""What a PDF is made from in, a short key out: the same key means the same bytes."""

from importlib.metadata import version
from pathlib import Path

from builder.model.shelf import key_of

_WRITER = Path(__file__).parent


def ground_of(root: Path, released: str) -> str:
    """The digest of everything that all PDFs share: the templates and fonts in `root`, the tools, this room, the date."""
    files = sorted(path for folder in (root, _WRITER) for path in folder.rglob("*") if path.suffix in _COUNTED)
    told = [part for path in files for part in (path.name.encode(), path.read_bytes())]
    return key_of(released, version("typst"), version("deflate"), *told)


_COUNTED = (".typ", ".ttf", ".py")
