"""A ledger in, what each edition brought out, and the list that tells it to readers."""

from collections.abc import Callable, Iterator, Sequence

from builder.markup.day import in_words
from builder.model import document as doc
from builder.model.change import Change, is_whole_page
from builder.model.files import CATALOGUE_PATH, FEED_PATH, SCHEMA_PATH
from builder.model.ledger import Ledger
from builder.model.library import Library
from builder.model.topic import Topic
from builder.render.addresses import PART_LABELS, link, module_address, page_address, spoken, text
from builder.render.prose import points, sentence


def changes_of(ledger: Ledger, topics: Sequence[Topic]) -> tuple[Change, ...]:
    """Every edition, the newest first. Its topics are those that the site shows today, by title."""
    made: list[Change] = []
    seen: set[str] = set()
    for number, release in enumerate(ledger.releases):
        later = {id for after in ledger.releases[number + 1 :] for id in after.modules}
        told = [topic for topic in topics if topic.id in release.modules]
        back = [topic for topic in told if topic.status == "withdrawn" and topic.id not in later]
        new = [topic for topic in told if topic.id not in seen and topic not in back]
        changed = [topic for topic in told if topic not in new and topic not in back]
        groups = (("New", new), ("Changed", changed), ("Taken back", back))
        named = tuple((words, tuple(group)) for words, group in groups if group)
        made.append(Change(release.version, release.on, release.says, named))
        seen.update(release.modules)
    return tuple(reversed(made))


class ChangeLists:
    """Makes the list of what changed."""

    def __init__(self, library: Library, changes: Sequence[Change]) -> None:
        self.library = library
        self.changes = changes
        self.makers: dict[str, Callable[[], Iterator[doc.Block]]] = {"changes": self.told, "data": self.data}

    def told(self) -> Iterator[doc.Block]:
        """Each edition, then which addresses are elsewhere now, or nowhere."""
        if not self.changes:
            yield sentence("Nothing was released yet. These pages are a first draft, and anything in them can change.")
        for change in self.changes:
            yield doc.Heading(2, change.anchor, text(f"Version {change.version}, {in_words(change.on)}"))
            if change.says:
                yield points(change.says)
            for words, topics in change.topics:
                yield doc.Paragraph((doc.Strong(text(f"{words}: ")), *_linked(topics), doc.Text(".")))
            if not change.says and not change.topics:
                yield sentence("No topic changed its words.")
        elsewhere = (*self._moved(), *self._gone())
        if elsewhere:
            yield doc.Heading(2, "moved", text("Pages that moved or were taken back"))
            yield sentence("Links that people kept still lead somewhere: to the new place, or to a page that says why.")
            yield doc.Listing(False, tuple((doc.Paragraph(one),) for one in elsewhere))

    def data(self) -> Iterator[doc.Block]:
        """What programs can read."""
        yield doc.Downloads(
            (
                (FEED_PATH, "Feed of changes"),
                (CATALOGUE_PATH, "Catalogue of all topics"),
                (SCHEMA_PATH, "Schema of the catalogue"),
            )
        )

    def _moved(self) -> Iterator[tuple[doc.Inline, ...]]:
        for old, new in self.library.ledger.moved.items():
            if is_whole_page(old):
                yield (doc.Text(f"What was at {self._spoken(old)} is now on the page "), self._to(new), doc.Text("."))

    def _gone(self) -> Iterator[tuple[doc.Inline, ...]]:
        for old, gone in self.library.ledger.gone.items():
            if is_whole_page(old):
                said = doc.Text(f"What was at {self._spoken(old)} was taken back. {gone.why}")
                more = (doc.Text(" Read instead: "), self._to(gone.instead), doc.Text(".")) if gone.instead else ()
                yield (said, *more)

    def _spoken(self, address: str) -> str:
        return f"/{address.rstrip('/')}" if address else spoken(self.library.settings.base_address)

    def _to(self, place: str) -> doc.Link:
        """A link to a place, with the name of the page on which it is."""
        address, _, anchor = place.partition("#")
        return link(self._name(address), doc.To(address, anchor))

    def _name(self, address: str) -> str:
        for module in self.library.modules.values():
            for part, label in PART_LABELS.items():
                if address == module_address(module.id, part):
                    return module.facts.title if part == "learn" else f"{module.facts.title}: {label.lower()}"
        own = (page.facts.title for page in self.library.pages.values() if page_address(page.id) == address)
        return next(own, self._spoken(address))


def _linked(topics: Sequence[Topic]) -> Iterator[doc.Inline]:
    for number, topic in enumerate(topics):
        yield doc.Text(", " if number else "")
        yield link(topic.title, doc.To(module_address(topic.id)))
