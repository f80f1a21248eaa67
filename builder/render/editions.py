"""A module in, the release out in which its words came out as they are."""

from builder.model.content_hash import content_hash
from builder.model.ledger import Release
from builder.model.library import Library, Module


def edition_of(module: Module, library: Library) -> Release | None:
    """The release; nothing where the words are not released yet."""
    last = next((one for one in reversed(library.ledger.releases) if module.id in one.modules), None)
    return last if last and last.modules[module.id] == content_hash(module, library) else None
