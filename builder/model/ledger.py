"""The ledger: every address, anchor and file that was ever published, where each is now, and what each release held.

A place is written as its address below the site with its anchor: "co-regulation/", "co-regulation/#babies",
"co-regulation/coreg.pdf". Home is "". Files stand by the folder that holds them.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from builder.model.noun import Id, Noun, Web, Words

FILE = "ledger.yml"
"""Its file in the content folder. Only the tool writes it."""

Address = Annotated[str, StringConstraints(max_length=200, pattern=r"^([a-z0-9][a-z0-9-]*/)*$")]
"""A page's address below the site."""

Place = Annotated[
    str,
    StringConstraints(
        max_length=300, pattern=r"^([a-z0-9][a-z0-9-]*/)*(#[a-z0-9][a-z0-9-]*|[a-z0-9][a-z0-9-]*(\.[a-z0-9]+)+)?$"
    ),
]
"""A page, a place on a page, or a file."""

Anchors = Annotated[str, StringConstraints(pattern=r"^([a-z0-9][a-z0-9-]*( [a-z0-9][a-z0-9-]*)*)?$")]
"""The anchors of a page, each once, in order, with a space between two."""

Names = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*( [a-z0-9][a-z0-9.-]*)*$")]
"""The names of files, each once, in order, with a space between two."""

Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A module's content hash."""


class Release(Noun):
    """One edition that went out."""

    version: Words
    """Its version."""
    on: date
    """Its day."""
    at: Web | None = None
    """The base address at which it is out, where that was a real one."""
    says: tuple[Words, ...] = ()
    """What is new, in sentences for readers."""
    modules: dict[Id, Hash] = Field(default_factory=dict)
    """The content hash of each module whose words are new, or others than in the release before."""
    away: tuple[Place, ...] = ()
    """The pages that are somewhere else since then, or were taken back."""


class Recorded(Noun):
    """One address that was published."""

    since: Words
    """The version that had it first."""
    anchors: Anchors = ""
    """Every anchor that it ever had."""


class Gone(Noun):
    """Why something is not there any more."""

    why: Words
    """One sentence for whoever comes here."""
    instead: Place | None = None
    """Where to read on."""


class Ledger(Noun):
    """Everything that was promised. An address, an anchor or a file that is in it never leads nowhere."""

    releases: tuple[Release, ...] = ()
    """Every edition, the oldest first."""
    published: dict[Address, Recorded] = Field(default_factory=dict)
    """Every address that was ever published, with its anchors."""
    files: dict[Address, Names] = Field(default_factory=dict)
    """Every file that was ever published, by its folder."""
    moved: dict[Place, Place] = Field(default_factory=dict)
    """Where what is at another place now is found. No target is moved itself."""
    gone: dict[Place, Gone] = Field(default_factory=dict)
    """What is at no place any more."""

    @property
    def promised(self) -> "Iterator[tuple[str, str]]":
        """Every place, files included, with the key in `published` or `files` under which it stands."""
        for address, recorded in self.published.items():
            yield address, address
            for anchor in recorded.anchors.split():
                yield f"{address}#{anchor}", address
        for folder, names in self.files.items():
            for name in names.split():
                yield f"{folder}{name}", folder


def is_whole_page(place: str) -> bool:
    """Whether a place is a page, not a part of one and not a file."""
    return "#" not in place and (not place or place.endswith("/"))


NO_LEDGER = Ledger()
"""Nothing was released yet, so nothing is promised."""
