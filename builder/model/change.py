"""A change: what one edition brought, for readers and for programs that follow the library."""

import re
from dataclasses import dataclass
from datetime import date

from builder.model.topic import Topic


@dataclass(frozen=True)
class Change:
    """One edition: what its editor says of it, and its topics under a few words each: new, changed, taken back."""

    version: str
    on: date
    says: tuple[str, ...]
    topics: tuple[tuple[str, tuple[Topic, ...]], ...]

    @property
    def anchor(self) -> str:
        """Where it stands on the page of changes."""
        return version_anchor(self.version)


def version_anchor(version: str) -> str:
    """Where an edition stands on the page of changes."""
    return "-".join(("version", *re.findall("[a-z0-9]+", version.casefold())))


def is_whole_page(place: str) -> bool:
    """Whether a place of the ledger is a page, not a part of one and not a file."""
    return "#" not in place and (not place or place.endswith("/"))
