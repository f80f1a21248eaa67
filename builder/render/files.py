"""A library in, the lists of its files out: what can be printed, read elsewhere or carried on a stick."""

from collections.abc import Callable, Iterator

from builder.markup.day import in_words
from builder.model import document as doc
from builder.model.facts import ModuleFacts
from builder.model.files import STYLES, styled
from builder.model.library import Library
from builder.model.packet import Packet
from builder.render.addresses import (
    CARDS_PATH,
    book_path,
    link,
    packet_address,
    packet_path,
    page_address,
    sheet_path,
    spoken,
    text,
)

_SHEETS = {"handout": "One sheet", "module": "The whole topic", "guide": "For clinicians"}
"""What can be printed of a topic, in the order in which most people want it."""


def carried(facts: ModuleFacts, guide: bool = False) -> Iterator[doc.Block]:
    """What most people take from a page of a topic, and the way to all the rest."""
    one, whole = sheet_path(facts, "handout"), sheet_path(facts, "module")
    paths = [f"{one}.pdf", f"{whole}.pdf", f"{whole}-large.pdf", f"{whole}.epub", f"{whole}.txt"]
    files = [(path, _SHEETS["handout" if path.startswith(one) else "module"]) for path in paths]
    if guide:
        files.insert(1, (f"{sheet_path(facts, 'guide')}.pdf", _SHEETS["guide"]))
    yield doc.Paragraph(text("A PDF is for paper. An EPUB opens in reading apps, and plain text opens anywhere."))
    yield doc.Downloads(tuple(files))
    all_of_it = link("US Letter, large print and all other files", doc.To(page_address("take"), facts.id))
    yield doc.Paragraph((all_of_it,))


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
        for module in self.library.published:
            facts, whole = module.facts, sheet_path(module.facts, "module")
            yield doc.Heading(2, module.id, text(facts.title))
            yield printed({name: sheet_path(facts, kind) for kind, name in _SHEETS.items()})
            yield doc.Downloads(((f"{whole}.epub", "To read on a device"), (f"{whole}.txt", "To read anywhere")))

    def book(self) -> Iterator[doc.Block]:
        """The whole library as a book."""
        path = book_path(self.library.settings)
        yield printed({"The book": path})
        yield doc.Downloads(((f"{path}.epub", "To read on a device"), (f"{path}.txt", "To read anywhere")))

    def card(self) -> Iterator[doc.Block]:
        """The card for a clinician's desk."""
        yield printed({"Desk card": CARDS_PATH})

    def packets(self) -> Iterator[doc.Block]:
        """Each packet with its note."""
        entries = ((link(one.title, doc.To(packet_address(name))), one.note) for name, one in self._packets())
        yield doc.Topics(tuple(entries)) if any(self._packets()) else doc.Paragraph(text("There is none yet."))

    def packet_files(self) -> Iterator[doc.Block]:
        """The files of every packet."""
        paths = {one.title: packet_path(name, one) for name, one in self._packets()}
        yield printed(paths) if paths else doc.Paragraph(text("There is none yet."))

    def _packets(self) -> Iterator[tuple[str, Packet]]:
        return ((name, one) for name, one in self.library.packets.items() if one.status == "published" and one.code)

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


def printed(paths: dict[str, str]) -> doc.Table:
    """PDFs: a row for each name, a column for each paper and size of letters."""
    rows = []
    for name, path in paths.items():
        cells = ((link("PDF", doc.To(styled(path, style))),) for style in STYLES)
        rows.append((text(name), *cells))
    return doc.Table("", ("To print", *(style.says for style in STYLES)), tuple(rows))
