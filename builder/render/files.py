"""A library in, the lists of its files out: what can be printed, read elsewhere or carried on a stick."""

from collections.abc import Callable, Iterable, Iterator

from builder.markup.day import in_words
from builder.model import document as doc
from builder.model.facts import ModuleFacts
from builder.model.files import STYLES, styled
from builder.model.library import Library, Module
from builder.model.packet import Packet
from builder.render.addresses import (
    CARDS_PATH,
    book_path,
    link,
    packet_address,
    packet_path,
    sheet_path,
    spoken,
    text,
)
from builder.render.volumes import volumes_of

_SHEETS = {"handout": "One sheet", "module": "The whole topic", "guide": "For clinicians"}
"""What can be printed of a topic, in the order in which most people want it."""


def carried(facts: ModuleFacts, all_files: doc.To, guide: bool = False) -> Iterator[doc.Block]:
    """What most people take from a page of a topic, and the way to all the rest, which stands at `all_files`."""
    one, whole = sheet_path(facts, "handout"), sheet_path(facts, "module")
    paths = [f"{one}.pdf", f"{whole}.pdf", f"{whole}-large.pdf", f"{whole}.epub", f"{whole}.txt"]
    files = [(path, _SHEETS["handout" if path.startswith(one) else "module"]) for path in paths]
    if guide:
        files.insert(1, (f"{sheet_path(facts, 'guide')}.pdf", _SHEETS["guide"]))
    yield doc.Paragraph(text("A PDF is for paper. An EPUB opens in reading apps, and plain text opens anywhere."))
    yield doc.Downloads(tuple(files))
    yield doc.Paragraph((link("US Letter, large print and all other files", all_files),))


class FileLists:
    """Makes the lists of the page that has every file, and of the first page on a stick."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.makers: dict[str, Callable[[], Iterator[doc.Block]]] = {
            "files": self.files,
            "book": self.book,
            "card": self.card,
            "stick": self.stick,
            "edition": self.edition,
            "packets": self.packets,
            "packet-files": self.packet_files,
        }

    def files(self) -> Iterator[doc.Block]:
        """Every file of every topic."""
        yield from files_of(map(file_row, self.library.published))

    def book(self) -> Iterator[doc.Block]:
        """The whole library as a book."""
        (path, _), *more = volumes = volumes_of(self.library)
        if not more:
            yield doc.Downloads((*printed(path, "The book"), *_read(path)))
            return
        yield doc.Downloads(tuple(_read(path)))
        for number, (path, topics) in enumerate(volumes, start=1):
            says = f"Book {number} of {len(volumes)}"
            first, last = (f"“{topics[at].facts.title}”" for at in (0, -1))
            yield doc.Paragraph(text(f"{says}, for paper: from {first} to {last}."))
            yield doc.Downloads(tuple(printed(path, says)))

    def card(self) -> Iterator[doc.Block]:
        """The card for a clinician's desk."""
        yield doc.Downloads(tuple(printed(CARDS_PATH, "Desk card")))

    def packets(self) -> Iterator[doc.Block]:
        """Each packet with its note."""
        entries = ((link(one.title, doc.To(packet_address(name))), one.note) for name, one in self._packets())
        yield doc.Topics(tuple(entries)) if any(self._packets()) else doc.Paragraph(text("There is none yet."))

    def packet_files(self) -> Iterator[doc.Block]:
        """The files of every packet."""
        for name, one in self._packets():
            yield doc.Downloads(tuple(printed(packet_path(name, one), "The packet")), one.title, name)
        if not any(self._packets()):
            yield doc.Paragraph(text("There is none yet."))

    def _packets(self) -> Iterator[tuple[str, Packet]]:
        return ((name, one) for name, one in self.library.published_packets.items() if one.code)

    def stick(self) -> Iterator[doc.Block]:
        """The whole site as one file."""
        yield doc.Downloads(((f"{book_path(self.library.settings)}.zip", "All pages and files"),))

    def edition(self) -> Iterator[doc.Block]:
        """Which version this is, and where the living one is."""
        settings = self.library.settings
        said = f"This is a copy of version {settings.version}, from {in_words(settings.released)}."
        if not settings.has_real_address:
            yield doc.Paragraph(text(f"{said} It names no place on the web where a newer one could be."))
            return
        living = doc.Link(doc.Web(settings.base_address), text(spoken(settings.base_address)))
        yield doc.Paragraph((doc.Text(f"{said} A newer one can be at "), living, doc.Text(".")))


FileRow = tuple[str, str, tuple[tuple[str, str], ...]]
"""The title and the id of a topic, and the path of each of its files with what that is."""


def file_row(module: Module) -> FileRow:
    """What the list of files tells of a module."""
    facts = module.facts
    sheets = (printed(sheet_path(facts, kind), says) for kind, says in _SHEETS.items())
    files = (*(one for some in sheets for one in some), *_read(sheet_path(facts, "module")))
    return facts.title, module.id, files


def files_of(rows: Iterable[FileRow]) -> Iterator[doc.Block]:
    """Every file of some topics."""
    for title, id, files in rows:
        yield doc.Downloads(files, title, id)


def printed(path: str, says: str) -> Iterator[tuple[str, str]]:
    """PDFs for each paper and size of letters."""
    return ((styled(path, style), says) for style in STYLES)


def _read(path: str) -> Iterator[tuple[str, str]]:
    return iter(((f"{path}.epub", "To read on a device"), (f"{path}.txt", "To read anywhere")))
