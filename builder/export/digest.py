"""What a PDF is made from in, a short key out: the same key means the same bytes."""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_WRITER = Path(__file__).parent


def ground_of(root: Path, released: str) -> str:
    """The digest of everything that all PDFs share: the templates and fonts in `root`, the tools, this room, the date."""
    files = sorted(path for folder in (root, _WRITER) for path in folder.rglob("*") if path.suffix in _COUNTED)
    told = [part for path in files for part in (path.name.encode(), path.read_bytes())]
    return digest_of(released, version("typst"), version("deflate"), *told)


def digest_of(*parts: str | bytes) -> str:
    """The digest of parts in order; where one ends counts too."""
    made = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.hexdigest()


_COUNTED = (".typ", ".ttf", ".py")
