"""The modules in, the table for a clinician with ninety seconds out."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from builder.model import document as doc
from builder.model.library import Library, Module
from builder.model.page import about_minutes
from builder.model.topic import WORDS_A_MINUTE, Measured, Topic
from builder.render.addresses import files_of_topic, link, module_address, qr_path, sheet_path, short_path, spoken, text
from builder.render.prose import sentence

_HEAD = ("Topic", "When it helps", "When not to use it", "To read", "To hand over")


class DeskLists:
    """Makes the list for clinicians."""

    def __init__(self, library: Library, topics: Iterable[Topic]) -> None:
        self.library = library
        self.topics = {topic.id: topic for topic in topics}
        self.makers: dict[str, Callable[[], Iterator[doc.Block]]] = {"clinicians": self.clinicians}

    def clinicians(self) -> Iterator[doc.Block]:
        """Each module in one row: when it helps, when not, how long it is and who reviewed it, what to hand over."""
        yield from self.table(self.library.published)

    def table(self, modules: Sequence[Module]) -> Iterator[doc.Block]:
        """The same for some modules."""
        settings = self.library.settings
        caption = (
            f"Minutes are counted at {WORDS_A_MINUTE} words a minute. Grades are school grades by Flesch–Kincaid: "
            f"a pre-check by a program. A short address starts with {spoken(settings.base_address)}"
        )
        yield doc.Table(caption, _HEAD, tuple(self._row(module) for module in modules))
        if not settings.has_real_address:
            yield sentence("This copy has no address of its own yet, so there are no QR codes here.", "small")

    def _row(self, module: Module) -> tuple[tuple[doc.Inline, ...], ...]:
        facts, topic = module.facts, self.topics[module.id]
        to_read = " ".join((*_measured(topic.measured), topic.review.says))
        name = (link(facts.title, doc.To(module_address(module.id))),)
        return name, text(facts.fits), text(facts.not_for), text(to_read), tuple(self._hand_over(module))

    def _hand_over(self, module: Module) -> Iterator[doc.Inline]:
        """The code first: it is what one says on the telephone."""
        facts = module.facts
        links = [link(f"/{short_path(facts).rstrip('/')}", doc.To(short_path(facts)))]
        if self.library.settings.has_real_address:
            links.append(doc.Link(doc.To(qr_path(facts)), text(f"QR code for {facts.code}"), shown=True))
        links += [
            link("One sheet: PDF, A4", doc.To(f"{sheet_path(facts, 'handout')}.pdf")),
            link("All sheets", files_of_topic(module.id, self.library)),
            link("What to say", doc.To(module_address(module.id, "clinicians"))),
        ]
        yield doc.Text("Code ")
        yield doc.Strong(text(facts.code))
        for one in links:  # each has a line of its own
            yield doc.Text(" ")
            yield one


def _measured(measured: Measured | None) -> Iterator[str]:
    if measured:
        yield f"{about_minutes(measured.minutes)} Grade {measured.grade:.1f}."
