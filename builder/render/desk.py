"""The modules in, the table for a clinician with ninety seconds out."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from builder.model import addresses
from builder.model import document as doc
from builder.model.library import Library, Module
from builder.model.page import about_minutes
from builder.model.topic import WORDS_A_MINUTE, Measured, Topic
from builder.render.addresses import files_of_topic, link, module_address, qr_path, sheet_path, spoken, text
from builder.render.prose import sentence

_HEAD = ("Topic", "When it helps", "When not to use it", "To read", "To hand over")


class DeskRow(NamedTuple):
    """What the table tells of a module. `sheet` and `picture` are paths of files; without an address there is no picture of a code."""

    title: str
    id: str
    code: str
    sheet: str
    picture: str
    fits: str
    not_for: str
    to_read: str
    all_files: doc.To


class DeskLists:
    """Makes the list for clinicians."""

    def __init__(self, library: Library, topics: Iterable[Topic]) -> None:
        self.library = library
        self.topics = {topic.id: topic for topic in topics}
        self.makers: dict[str, Callable[[], Iterator[doc.Block]]] = {"clinicians": self.clinicians}

    def clinicians(self) -> Iterator[doc.Block]:
        """Each module in one row: when it helps, when not, how long it is and who reviewed it, what to hand over."""
        yield from self.table(map(self.row, self.library.published))

    def row(self, module: Module) -> DeskRow:
        """What the table tells of one."""
        facts, topic = module.facts, self.topics[module.id]
        to_read = " ".join((*_measured(topic.measured), topic.review.says))
        all_files = files_of_topic(module.id, self.library)
        sheet = f"{sheet_path(facts, 'handout')}.pdf"
        picture = qr_path(facts) if self.library.settings.has_real_address else ""
        return DeskRow(
            facts.title, module.id, facts.code, sheet, picture, facts.fits, facts.not_for, to_read, all_files
        )

    def table(self, rows: Iterable[DeskRow]) -> Iterator[doc.Block]:
        """The table of some of them."""
        settings = self.library.settings
        caption = (
            f"Minutes are counted at {WORDS_A_MINUTE} words a minute. Grades are school grades by Flesch–Kincaid: "
            f"a pre-check by a program. A short address starts with {spoken(settings.base_address)}"
        )
        yield doc.Table(caption, _HEAD, tuple(self._cells(row) for row in rows))
        if not settings.has_real_address:
            yield sentence("This copy has no address of its own yet, so there are no QR codes here.", "small")

    def _cells(self, row: DeskRow) -> tuple[tuple[doc.Inline, ...], ...]:
        name = (link(row.title, doc.To(module_address(row.id))),)
        return name, text(row.fits), text(row.not_for), text(row.to_read), tuple(self._hand_over(row))

    def _hand_over(self, row: DeskRow) -> Iterator[doc.Inline]:
        """The code first: it is what one says on the telephone."""
        short = addresses.short_path(row.code)
        links = [link(f"/{short.rstrip('/')}", doc.To(short))]
        if row.picture:
            links.append(doc.Link(doc.To(row.picture), text(f"QR code for {row.code}"), shown=True))
        links += [
            link("One sheet: PDF, A4", doc.To(row.sheet)),
            link("All sheets", row.all_files),
            link("What to say", doc.To(module_address(row.id, "clinicians"))),
        ]
        yield doc.Text("Code ")
        yield doc.Strong(text(row.code))
        for one in links:  # each has a line of its own
            yield doc.Text(" ")
            yield one


def _measured(measured: Measured | None) -> Iterator[str]:
    if measured:
        yield f"{about_minutes(measured.minutes)} Grade {measured.grade:.1f}."
