"""A page: one address, its names, and its document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from builder.model.change import Change
from builder.model.claim import Status
from builder.model.document import Block, Link
from builder.model.precheck import NOT_RUN, Precheck
from builder.model.publisher import Publisher
from builder.model.topic import Topic

SURE: dict[Status, str] = {
    "strong": "Strong evidence",
    "moderate": "Good evidence, with limits",
    "limited": "Little evidence so far",
    "contested": "Experts disagree",
    "theory": "An idea, not tested",
}
"""How each status reads, everywhere."""


def about_minutes(number: int) -> str:
    """How long something takes, in one short sentence."""
    return f"About {number} minute{'s' if number != 1 else ''}."


NEEDED_ANCHORS = {"about": "review", "help": "leaving"}
"""Headings of the library's own pages to which every page leads, or led once: links that people kept still do."""


PAGE_IDS = (
    "about", "accessibility", "authors", "changes", "checks", "clinicians", "glossary", "help", "home", "leaving", "not-found",
    "offline", "packet", "privacy", "quotations", "research", "rules", "search", "stick", "take", "topics", "try",
)  # fmt: skip
"""The pages that every library has."""

STICK = "stick"
"""The page that is on the stick alone: its first one. No page leads to it."""

RESERVED_IDS = frozenset({*PAGE_IDS, "m", "assets", "index", "packets", "sources"})
"""Addresses that no module may take. In a book, all sources stand at "sources"."""


@dataclass(frozen=True)
class Elsewhere:
    """A part that an address had once, by its anchor: what is to be said of it, and where it is or what to read instead.

    `leads_on` says that whoever comes for it is led there.
    """

    anchor: str
    says: str
    to: Link | None
    leads_on: bool


@dataclass(frozen=True)
class Page:
    """What any output needs to know of one page.

    `address` is "" for home, "co-regulation/practice/" and so on, or "404.html". `kind` chooses the template.
    `tab` is the title in the browser's tab. `description` is what a message that holds the address shows of the page.
    `parts` are the sister pages of a module, in order. `elsewhere` are parts that stood here once; `called` are anchors
    with those that the same places had before. `sent` is the address under which people send the page, its short one
    where it has one; None where nobody would send it. `works` are the addresses of the sources of a page of a module.
    """

    address: str
    kind: str
    title: str
    tab: str
    summary: str
    blocks: Sequence[Block]
    module: str = ""
    parts: tuple[Link, ...] = ()
    description: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()
    called: tuple[tuple[str, str], ...] = ()
    sent: str | None = None
    works: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """What search knows of one page: where it is, what it shows, and its further words.

    `told` has what people call it (`names`), its `headings`, all other `words`, and the questions that are `asked`. `wanted`
    says how far it is what most people look for.
    """

    address: str
    title: str
    summary: str
    told: Mapping[str, str]
    wanted: float = 1.0


@dataclass(frozen=True)
class Publication:
    """Everything that render gives: pages, search entries, the sheets to print, the book."""

    name: str
    language: str
    released: str
    version: str
    base_address: str
    exit_target: str
    tagline: str
    licence: str
    danger_words: tuple[str, ...]
    pages: tuple[Page, ...]
    entries: tuple[Entry, ...]
    sheets: "tuple[Sheet, ...]"
    book: "Book | None" = None
    help: "Chapter | None" = None
    """Where to get help now: it travels with every file of a topic."""
    has_real_address: bool = False
    precheck: Precheck = NOT_RUN
    publisher: Publisher | None = None
    sayings: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Words that people say, and ours for them."""
    topics: tuple[Topic, ...] = ()
    """Every module that the site shows, by title."""
    changes: tuple[Change, ...] = ()
    """What each release brought, the newest first."""
    moved: tuple[tuple[str, str], ...] = ()
    """Old addresses and files with the new ones, where the part behind "#" is the same at both."""
    gone_files: tuple[tuple[str, str, Link | None], ...] = ()
    """Files that are at no place any more: why, and what to read instead."""

    @cached_property
    def topic(self) -> Mapping[str, Topic]:
        """Each of them by the module's id."""
        return {topic.id: topic for topic in self.topics}

    @property
    def bundle(self) -> str:
        """Path of the whole site as one file, or "" where there is none."""
        return f"{self.book.path}.zip" if self.book else ""


@dataclass(frozen=True)
class Added:
    """What somebody puts on top of a packet: their own name, telephone number and note, said to be theirs."""

    name: str = ""
    telephone: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """All of it."""
        return f"{self.name}{self.telephone}{self.note}"


@dataclass(frozen=True)
class Sheet:
    """Something to print: `kind` is "module", "handout", "guide", "cards" or "packet"; `review` is its state in one sentence.

    `path` is that of its files, without an ending: "co-regulation/coreg". `address` is that of the page it says the same
    as, and `addresses` are those of all pages whose places are in it: a page with no anchor is found at a heading of its
    name, "help" for "help/". `tab` is the title in a window and `description` describes it there: both stand in the file, not on the paper.
    `chapters` are the parts of a packet, each from a new page.
    """

    path: str
    kind: str
    title: str
    tab: str
    description: str
    short_address: str
    review: str
    blocks: Sequence[Block]
    address: str = ""
    addresses: tuple[str, ...] = ()
    chapters: "tuple[Chapter, ...]" = ()
    added: Added | None = None


@dataclass(frozen=True)
class Chapter:
    """A part of the book. Its anchors are those of the pages at `addresses`; the first is the one it says the same as.

    `review` is its state in one sentence, where it is a part of a topic.
    """

    title: str
    addresses: tuple[str, ...]
    blocks: Sequence[Block]
    review: str = ""


@dataclass(frozen=True)
class Book:
    """The whole library to carry away: what stands on its cover, and its chapters in reading order."""

    path: str
    title: str
    description: str
    review: str
    chapters: Sequence[Chapter]
    volumes: "tuple[Book, ...]" = ()
    """The same in parts, for paper, where one would be too thick."""

    @property
    def bound(self) -> "tuple[Book, ...]":
        """What its PDFs are: all of it, or each of its volumes."""
        return self.volumes or (self,)
