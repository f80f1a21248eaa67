"""What catalogue.json holds. The types below are its format; the schema beside it on the site comes from them."""

from datetime import date
from typing import Literal

from builder.model.noun import Noun
from builder.model.topic import State


class FileData(Noun):
    """One file to take."""

    path: str
    """Its address below the site."""
    kind: str
    """What it holds: handout, module, guide, cards, book, packet, or code for a QR code."""
    says: str
    """What pages say of it, such as PDF, A4."""
    media_type: str
    """Its media type."""
    bytes: int
    """Its size."""
    sha256: str
    """The SHA-256 of its bytes, in hexadecimal digits."""
    pages: int | None
    """How many pages it has, where it has pages."""


class PartData(Noun):
    """One page of a module."""

    part: str
    """learn, practice, clinicians or handout; withdrawn where the module was taken back."""
    address: str
    """Its address below the site."""
    title: str
    """Its title."""


class ReviewData(Noun):
    """How the review of a module stands on the day of the build."""

    state: State
    """Only with reviewed does somebody's signature stand for these words today."""
    says: str
    """What pages say of it."""
    by: str | None
    """Who signed, where somebody did."""
    role: str | None
    """As what they reviewed it."""
    on: date | None
    """The day of the signature."""
    next: date | None
    """The day by which it is to be reviewed again."""


class ReadingData(Noun):
    """How much there is to read on the page learn, and how hard it is."""

    words: int
    """Its words."""
    minutes: int
    """Minutes to read them at 200 words a minute."""
    grade: float
    """A US school grade, counted by a program."""
    measure: Literal["Flesch–Kincaid grade level"]
    """The formula."""
    says: Literal["A pre-check. No reader was asked."]
    """What these numbers are not."""


class ModuleData(Noun):
    """One module."""

    id: str
    """Permanent."""
    code: str
    """Permanent short code."""
    status: Literal["published", "withdrawn"]
    """withdrawn: its page says why, and what to read instead."""
    title: str
    """The topic's name."""
    discreet_title: str | None
    """What to show in its place where somebody else could see it."""
    summary: str
    """One sentence. Where there is a discreet title, do not show it beside that one: it tells the topic."""
    language: str
    """Its language, as a tag (BCP 47)."""
    address: str
    """The address of its first page below the site."""
    short_address: str
    """The address for paper and for the telephone, below the site. It takes an anchor of the first page too."""
    parts: tuple[PartData, ...]
    """Its pages, in order."""
    version: str
    """The version of the library in which its words last changed."""
    hash: str
    """The SHA-256 of its words, as reviewers sign them. The same hash is the same content."""
    review: ReviewData
    """How its review stands."""
    reading: ReadingData | None
    """How much there is to read. A module that was taken back has nothing."""
    audience: tuple[str, ...]
    """Whom it is written for."""
    topics: tuple[str, ...]
    """What it is about."""
    related: tuple[str, ...]
    """Ids of other modules."""
    licence: str
    """The licence of its words."""
    files: tuple[FileData, ...]
    """Everything to take: its own files by path, then the QR code of its short address."""


class PacketData(Noun):
    """Some pages to hand over together."""

    id: str
    """Permanent."""
    code: str
    """Permanent short code. No module has it too."""
    title: str
    """What it is for."""
    discreet_title: str | None
    """What to show in its place where somebody else could see it."""
    note: str
    """What stands at its top."""
    language: str
    """Its language, as a tag (BCP 47)."""
    address: str
    """The address of its page below the site."""
    short_address: str
    """The address for paper and for the telephone, below the site."""
    pages: tuple[str, ...]
    """The addresses of the pages in it, in order."""
    review: str
    """How far these are reviewed, as its file says."""
    files: tuple[FileData, ...]
    """Everything to take: its own files by path, then the QR code of its short address."""


class LibraryData(Noun):
    """The library itself."""

    name: str
    """Its name."""
    tagline: str
    """One line under the name."""
    language: str
    """Its language, as a tag (BCP 47)."""
    version: str
    """The edition."""
    released: date
    """The day of this edition."""
    base_address: str | None
    """Where the site lives: every address and path here stands below it. Nothing while nobody has said."""
    licence: str
    """The licence of the words."""
    publisher: str | None
    """Who offers this copy, where somebody does."""
    files: tuple[FileData, ...]
    """What holds all modules, by path. The zip of the whole site is not among them: it holds this file."""


class Catalogue(Noun):
    """catalogue.json: everything that the site offers, for programs."""

    format: Literal[1]
    """The version of this format. It changes when a field changes its meaning or goes away."""
    library: LibraryData
    """The library itself."""
    modules: tuple[ModuleData, ...]
    """Every module, by title."""
    packets: tuple[PacketData, ...]
    """Every packet that comes with the library."""
