"""A library in, what of its ledger does not hold out: places that are lost, and redirects that lead wrong."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from difflib import get_close_matches
from posixpath import splitext

from builder.check.once import once
from builder.check.published import Published, published_of
from builder.diagnostics.finding import Path
from builder.model.ledger import NO_LEDGER, Ledger
from builder.model.library import Library


@dataclass(frozen=True)
class Lost:
    """A place that was promised and is nowhere: where the ledger says so, and the place that most looks like it."""

    place: str
    at: Path
    since: str = ""
    near: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it is a file."""
        return bool(_ending(self.place))

    @property
    def is_address(self) -> bool:
        """Whether it is a whole page."""
        return "#" not in self.place and not self.is_file

    @property
    def mend(self) -> str:
        """The commands that mend it."""
        new, anchor = self.near or "NEW-PLACE", self.place.partition("#")[2]
        return (
            f"Was it a slip? Put {f'{{#{anchor}}}' if anchor else 'it'} back as it was. Is it somewhere else now? psychoed move {spoken(self.place)} {spoken(new)}. "
            f'Is it gone? psychoed retire {spoken(self.place)} --why "…"'
        )


@dataclass(frozen=True)
class Wrong:
    """A redirect that leads wrong, or leads away from something: where it stands, what is wrong, and what mends it."""

    at: Path
    message: str
    mend: str = ""


def spoken(place: str) -> str:
    """A place as somebody types it: without the stroke that ends an address."""
    address, mark, anchor = place.partition("#")
    return f"{address.rstrip('/')}{mark}{anchor}" or "home"


_GUESSED = 100
"""For so many lost places a place that looks like them is looked for: nobody reads of more, and looking takes long."""


@once
def _published(library: Library) -> Iterator[Published]:
    yield published_of(library)


@once
def lost_of(library: Library) -> Iterator[Lost]:
    """Every address, anchor and file that was published, and is not there, nor moved, nor gone."""
    if _is_unclear(library):
        return
    for number, lost in enumerate(lost_in(library.ledger, there := _published(library)[0])):
        yield lost if number >= _GUESSED else replace(lost, near=_alike(lost, library.ledger, there))


def _is_unclear(library: Library) -> bool:
    """A module alone has no ledger: it is worked out for the whole library once, and only where all of that could be read."""
    return library.ledger == NO_LEDGER or not library.whole.is_whole


def lost_in(ledger: Ledger, there: Published) -> Iterator[Lost]:
    """What a ledger promises, and is not there, nor moved, nor gone."""
    for address, recorded in ledger.published.items():
        if not _kept(address, ledger, there):
            yield Lost(address, ("published", address), recorded.since)
        elif address not in ledger.gone:
            for anchor in recorded.anchors.split():
                if not _kept(f"{address}#{anchor}", ledger, there):
                    yield Lost(f"{address}#{anchor}", ("published", address, "anchors"), recorded.since)
    for folder, names in ledger.files.items():
        for name in names.split():
            if not _kept(f"{folder}{name}", ledger, there):
                yield Lost(f"{folder}{name}", ("files", folder))


def _alike(lost: Lost, ledger: Ledger, there: Published) -> str:
    """The new place that most looks like a lost one."""
    address, mark, anchor = lost.place.partition("#")
    known = {place for place, _ in ledger.promised}
    if mark:
        elsewhere = (f"{page}#{anchor}" for page, anchors in there.pages.items() if anchor in anchors)
        if found := next((place for place in elsewhere if place not in known), ""):
            return found
        recorded = set(ledger.published[address].anchors.split())
        near = _near(anchor, there.pages.get(address, frozenset()) - recorded)
        return f"{address}#{near}" if near else ""
    others = there.files if _ending(lost.place) else there.pages
    return _near(lost.place, {one for one in others if one not in known and _ending(one) == _ending(lost.place)})


@once
def wrong_of(library: Library) -> Iterator[Wrong]:
    """Every fault of what moved and of what is gone."""
    return iter(()) if _is_unclear(library) else wrong_in(library.ledger, _published(library)[0])


def wrong_in(ledger: Ledger, there: Published) -> Iterator[Wrong]:
    """What of a ledger leads wrong."""
    promised = {place for place, _ in ledger.promised}
    for old, new in ledger.moved.items():
        at = ("moved", old)
        if old in ledger.gone:
            yield Wrong(at, f"{spoken(old)} has moved, and further down it is gone. It can be one of the two.")
        elif old not in promised:
            yield Wrong(at, f"{spoken(old)} was never published, so nobody can come from there.")
        elif there.has(old):
            mend = (
                f"Is it something new? Give it another name: old links to {spoken(old)} mean what is at {spoken(new)} now. "
                f"Has that come back? psychoed move {spoken(new)} {spoken(old)}."
            )
            yield Wrong(at, f"Something is at {spoken(old)}, and what was there before has moved.", mend)
        elif message := _leads_wrong(old, new, ledger, there):
            yield Wrong(at, message)
    for place, gone in ledger.gone.items():
        at = ("gone", place)
        if place not in promised:
            yield Wrong(at, f"{spoken(place)} was never published, so nobody can come from there.")
        elif there.has(place):
            mend = (
                "Is it something new? Give it another name: old links mean what was there before. "
                "Is that back, in the same sense? Take this line away."
            )
            yield Wrong(at, f"Something is at {spoken(place)}, and what was there before is gone.", mend)
        elif gone.instead is not None and not there.landing(gone.instead):
            yield Wrong(
                (*at, "instead"), f"{spoken(place)} sends readers to {spoken(gone.instead)}, and that is not there."
            )


def _leads_wrong(old: str, new: str, ledger: Ledger, there: Published) -> str:
    if old == new:
        return f"{spoken(old)} leads to itself."
    if new in ledger.moved:
        seen, at = {old}, new
        while at in ledger.moved and at not in seen:
            seen.add(at)
            at = ledger.moved[at]
        if at in seen:
            return f"{spoken(old)} leads round in a circle, by way of {spoken(new)}."
        return f"{spoken(old)} leads to {spoken(new)}, which has itself moved, to {spoken(at)}."
    if _ending(old) != _ending(new):
        return f"{spoken(old)} leads to {spoken(new)}: a file and a page, or files of two kinds, cannot stand for each other."
    if not there.landing(new):
        return f"{spoken(old)} leads to {spoken(new)}, and that is not there."
    return ""


def _kept(place: str, ledger: Ledger, there: Published) -> bool:
    return place in ledger.moved or place in ledger.gone or there.landing(place) is not None


def _ending(place: str) -> str:
    """What kind of file stands at a place; "" for a page."""
    return "" if "#" in place else splitext(place)[1]


def _near(word: str, known: Set[str]) -> str:
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return close[0] if close else ""
