"""A change: what one edition brought, for readers and for programs that follow the library."""

import re
from dataclasses import dataclass
from datetime import date

from builder.model.topic import Topic


@dataclass(frozen=True)
class Change:
    """One edition: what its editor says of it, topics that are new in it or have other words, and addresses of pages that
    are somewhere else since then or were taken back."""

    version: str
    on: date
    says: tuple[str, ...]
    new: tuple[Topic, ...] = ()
    changed: tuple[Topic, ...] = ()
    moved: tuple[str, ...] = ()
    back: tuple[str, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to tell of it."""
        return not (self.says or self.new or self.changed or self.moved or self.back)

    @property
    def anchor(self) -> str:
        """Where it stands on the page of changes."""
        return version_anchor(self.version)


def version_anchor(version: str) -> str:
    """Where an edition stands on the page of changes."""
    return "-".join(("version", *re.findall("[a-z0-9]+", version.casefold())))
