"""What a PDF is made from in, a short key out: the same key means the same bytes."""

from functools import cache
from importlib.metadata import version
from pathlib import Path

from builder.disk.own import held_in
from builder.model.shelf import key_of


def ground_of(root: Path, released: str) -> str:
    """The digest of all that PDFs share: the templates and fonts in `root`, the tools, this room and `pdf`, the date."""
    return key_of(released, *held_in(root, kinds=_COUNTED), *_own())


@cache
def _own() -> tuple[str | bytes, ...]:
    here = Path(__file__).parent
    return version("typst"), version("deflate"), *held_in(here, here.parent / "pdf", kinds=_COUNTED)


_COUNTED = (".typ", ".ttf", ".py")
