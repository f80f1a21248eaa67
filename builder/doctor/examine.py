"""A project in, everything that is wrong with its environment out, in the order in which to mend it."""

from collections.abc import Iterator
from pathlib import Path

from builder.doctor.disk import disk
from builder.doctor.ill import Ill
from builder.doctor.python import python
from builder.doctor.theme import theme


def examine(root: Path, content: Path, out: Path) -> Iterator[Ill]:
    """Look at Python and its packages, at theme/ and mkdocs.yml of the folder `root`, and at the disk."""
    yield from python(root)
    yield from theme(root)
    yield from disk(root, content, out)
