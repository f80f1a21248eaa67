"""A library in, what is judged one after another out: the shared files, then each module alone."""

from collections.abc import Iterator
from dataclasses import replace

from builder.model.library import Library


def parts_of(library: Library) -> Iterator[Library]:
    """The parts."""
    yield replace(library, modules={}, everything=library)
    yield from map(library.part, library.modules.values())
