"""An outline: what the rest of the library may name in one module."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Outline:
    """The names in one module that others point at, and those that its lists bring to the library's own pages.

    `anchors` has the pages in reading order, each with its anchors, one a line: a large library holds many. `quotes` are
    those that a page places: their sources have anchors there.
    `claims` have their status beside them: a page that states one shows it. `cited` are the sources of its claims, with a
    space between two. `broken` are its files in which something could not be read: what they bring may be missing here.
    """

    id: str
    file: str
    code: str
    title: str
    status: Literal["draft", "published", "withdrawn"]
    claims: tuple[tuple[str, str], ...]
    practices: tuple[str, ...]
    cited: str
    anchors: tuple[tuple[str, str], ...]
    quotes: tuple[tuple[str, tuple[str, ...]], ...]
    broken: tuple[str, ...] = ()

    @property
    def has_facts(self) -> bool:
        """Whether its status, code, claims and practices are what module.yml says, and no stand-ins."""
        return self.file not in self.broken

    def has_page(self, part: str) -> bool:
        """Whether the anchors of a page are what its file says."""
        return self.has_facts and self.file.replace("module.yml", f"{part}.md") not in self.broken
