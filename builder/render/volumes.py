"""A library in, the volumes of its book out: which topics stand in which."""

import math
from collections.abc import Sequence

from builder.model.addresses import bound_paths
from builder.model.library import Library, Module


def volumes_of(library: Library) -> list[tuple[str, Sequence[Module]]]:
    """The path of each volume's PDFs, without an ending, and its topics, by title. They are about equally thick."""
    topics = library.published
    paths = bound_paths(library.settings.name, len(topics))
    many = math.ceil(len(topics) / len(paths))
    return [(path, topics[at * many : (at + 1) * many]) for at, path in enumerate(paths)]
