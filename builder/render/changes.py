"""A ledger in, what each edition brought out, and the list that tells it to readers."""

from collections.abc import Callable, Iterator, Sequence

from builder.markup.day import in_words
from builder.model import document as doc
from builder.model.change import Change
from builder.model.division import MOST
from builder.model.files import CATALOGUE_PATH, FEED_PATH, SCHEMA_PATH
from builder.model.ledger import Ledger
from builder.model.library import Library
from builder.model.topic import Topic
from builder.render.addresses import PART_LABELS, link, module_address, page_address, spoken, text
from builder.render.prose import points, sentence


def changes_of(library: Library, topics: Sequence[Topic]) -> tuple[Change, ...]:
    """Every edition, the newest first. Its topics are those that the site shows today, by title."""
    ledger, made = library.ledger, list[Change]()
    withdrawn = {module_address(one.id) for one in library.modules.values() if one.facts.withdrawn}
    seen: set[str] = set()
    for release in ledger.releases:
        modules = {_called_now(module, ledger) for module in release.modules}
        told = [topic for topic in topics if topic.id in modules]
        moved = tuple(place for place in release.away if place in ledger.moved)
        made.append(
            Change(
                version=release.version,
                on=release.on,
                says=release.says,
                new=tuple(topic for topic in told if topic.id not in seen),
                changed=tuple(topic for topic in told if topic.id in seen),
                moved=moved,
                back=tuple(place for place in release.away if place in ledger.gone or place in withdrawn),
            )
        )
        seen |= modules
    return tuple(reversed(made))


def _called_now(module: str, ledger: Ledger) -> str:
    """The id of a module today: one that was renamed is not new."""
    address = module_address(module)
    return ledger.moved.get(address, address).removesuffix("/")


class ChangeLists:
    """Makes the list of what changed."""

    def __init__(self, library: Library, changes: Sequence[Change]) -> None:
        self.library = library
        self.changes = changes
        self.makers: dict[str, Callable[[], Iterator[doc.Block]]] = {"changes": self.told, "data": self.data}

    def told(self) -> Iterator[doc.Block]:
        """What each edition brought."""
        if not self.changes:
            yield sentence(
                "Nothing was released yet. These pages are a first draft. A link or a sheet from now can stop matching, with no word of it here."
            )
        for change in self.changes:
            yield doc.Heading(2, change.anchor, text(f"Version {change.version}, {in_words(change.on)}"))
            if change.says:
                yield points(change.says)
            for words, topics in (("New", change.new), ("Changed", change.changed)):
                if topics:
                    said = _linked(topics) if len(topics) <= MOST else text(f"{len(topics)} topics")
                    yield doc.Paragraph((doc.Strong(text(f"{words}: ")), *said, doc.Text(".")))
            if elsewhere := (*map(self._moved, change.moved), *map(self._back, change.back)):
                yield doc.Listing(False, tuple((doc.Paragraph(one),) for one in elsewhere))
            if change.is_silent:
                yield sentence("No topic changed its words.")

    def data(self) -> Iterator[doc.Block]:
        """What programs can read."""
        yield doc.Downloads(
            (
                (FEED_PATH, "Feed of changes"),
                (CATALOGUE_PATH, "Catalogue of all topics"),
                (SCHEMA_PATH, "Schema of the catalogue"),
            )
        )

    def _moved(self, old: str) -> tuple[doc.Inline, ...]:
        new = self._to(self.library.ledger.moved[old])
        return (doc.Text(f"What was at {self._spoken(old)} is now on the page "), new, doc.Text("."))

    def _back(self, old: str) -> tuple[doc.Inline, ...]:
        gone = self.library.ledger.gone.get(old)
        module = self.library.modules.get(old.strip("/"))
        if module and module.facts.withdrawn:
            return (self._to(old), doc.Text(f" was taken back. {module.facts.withdrawn.reason}"))
        said = doc.Text(f"What was at {self._spoken(old)} was taken back. {gone.why if gone else ''}".rstrip())
        if gone is None or gone.instead is None:
            return (said,)
        return (said, doc.Text(" Read instead: "), self._to(gone.instead), doc.Text("."))

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
