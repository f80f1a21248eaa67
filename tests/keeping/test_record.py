"""Whatever happens after a release, nothing is lost, each way is one step long, and none leads round."""

from dataclasses import dataclass, field

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from builder.check.promises import lost_in, wrong_in
from builder.check.published import Published
from builder.keeping import record
from builder.keeping.written import text_of
from builder.load.files import Files
from builder.load.gather import load_shared
from builder.model.ledger import NO_LEDGER, Ledger
from tests.conftest import TODAY

ADDRESSES, PARTS, DEEDS = 200, 3, 50


def places_of(there: Published) -> list[str]:
    anchors = (f"{page}#{one}" for page, held in there.pages.items() for one in sorted(held))
    return [*there.pages, *anchors, *sorted(there.files)]


@dataclass
class World:
    """A library that changes: its pages with their anchors, what its ledger knows, and which words are at each place."""

    pages: dict[str, set[str]]
    ledger: Ledger = NO_LEDGER
    names: int = 0
    words: dict[str, int] = field(default_factory=dict)
    meant: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place in places_of(self.there):
            self.words[place] = len(self.words)

    @property
    def there(self) -> Published:
        files = {f"{address}sheet.pdf" for address in self.pages}
        return Published(
            {one: frozenset(anchors) for one, anchors in self.pages.items()}, frozenset(files), frozenset()
        )

    def new(self) -> str:
        self.names += 1
        return f"new-{self.names}"

    def page(self, number: int) -> str:
        return sorted(self.pages)[number % len(self.pages)]

    def rename(self, old: str, new: str) -> None:
        ways = {old: new, f"{old}sheet.pdf": f"{new}sheet.pdf"}
        ways |= {f"{old}#{anchor}": f"{new}#{anchor}" for anchor in self.pages[old]}
        if self.carry(ways):
            self.pages[new] = self.pages.pop(old)

    def move(self, old: str, anchor: str, new: str, called: str) -> None:
        if self.carry({f"{old}#{anchor}": f"{new}#{called}"}):
            self.pages[old].remove(anchor)
            self.pages[new].add(called)

    def carry(self, ways: dict[str, str]) -> bool:
        """Move words, unless a link that is out there would mean others."""
        if record.taken(self.ledger, ways):
            return False
        self.ledger = record.moved(self.ledger, ways)
        self.words |= {new: self.words.pop(old) for old, new in ways.items()}
        return True

    def release(self, version: str, hashes: dict[str, str]) -> None:
        self.ledger = record.released(self.ledger, self.there, version, TODAY, (), hashes)
        for place in places_of(self.there):
            self.meant.setdefault(place, self.words[place])

    def split(self, old: str) -> None:
        new = f"{self.new()}/"
        self.pages[new] = set()
        self.words |= {new: -self.names, f"{new}sheet.pdf": -self.names}
        for anchor in sorted(self.pages[old])[::2]:
            self.move(old, anchor, new, anchor)

    def retire(self, old: str, instead: str) -> None:
        del self.pages[old]
        self.ledger = record.gone(self.ledger, self.there, old, "It is old.", instead)


def _deed(world: World, kind: str, number: int, other: int, back: bool) -> None:
    page, target = world.page(number), world.page(other)
    anchors = sorted(world.pages[page])
    known = [one for one in world.ledger.published if one not in world.pages]
    match kind:
        case "rename":
            own = [one for one in known if world.ledger.moved.get(one) == page]
            old = own if number % 2 else known
            world.rename(page, old[other % len(old)] if back and old else f"{world.new()}/")
        case "move" if anchors:
            anchor = anchors[other % len(anchors)]
            free = anchor not in world.pages[target] and back
            world.move(page, anchor, target, anchor if free else world.new())
        case "split":
            world.split(page)
        case "retire" if page != target:
            world.retire(page, target)
        case "release":
            world.release(f"0.{world.new()}", {})


DEED = st.tuples(
    st.sampled_from(["rename", "move", "move", "split", "retire", "release"]),
    st.integers(0, 1000),
    st.integers(0, 1000),
    st.booleans(),
)


@given(st.lists(DEED, min_size=DEEDS, max_size=DEEDS))
@settings(max_examples=25, phases=(Phase.explicit, Phase.generate))  # to shrink fifty deeds takes minutes
def test_fifty_changes_to_two_hundred_addresses_lose_nothing(deeds: list[tuple[str, int, int, bool]]) -> None:
    world = World({f"page-{number}/": {f"part-{part}" for part in range(PARTS)} for number in range(ADDRESSES)})
    world.release("0.1", {})
    promised = {place for place, _ in world.ledger.promised}
    for deed in deeds:
        _deed(world, *deed)
    assert not list(lost_in(world.ledger, world.there))
    assert not list(wrong_in(world.ledger, world.there))
    assert not set(world.ledger.moved) & set(world.ledger.moved.values()), "a way of two steps"
    assert promised <= {place for place, _ in world.ledger.promised}
    for place, words in world.meant.items():
        if place not in world.ledger.gone:
            assert world.words[world.ledger.moved.get(place, place)] == words, f"{place} means something else now"
    assert _read(text_of(world.ledger)) == world.ledger


def _read(text: str) -> Ledger:
    loaded = load_shared(Files({"ledger.yml": text}, ()))
    assert not [finding for _, finding in loaded.findings if finding.file == "ledger.yml"]
    return loaded.library.ledger


def test_a_release_tells_once_which_pages_are_elsewhere() -> None:
    world = World({"a/": set(), "b/": {"x"}, "c/": set()})
    hashes = {"a": "1" * 64, "c": "2" * 64}
    world.release("1", hashes)
    world.rename("a/", "d/")
    world.retire("b/", "d/")
    for version in ("2", "3"):
        world.release(version, {})
    assert [one.away for one in world.ledger.releases] == [(), ("a/", "b/", "c/"), ()]
    assert _read(text_of(world.ledger)) == world.ledger
