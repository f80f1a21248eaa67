"""A change of the content in, what it means for links and for the ledger out; what would not hold is refused, all at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.check.promises import spoken
from builder.check.published import Published, published_of
from builder.diagnostics.errors import BuilderError
from builder.keeping import record
from builder.keeping.edits import Edit, edited
from builder.keeping.links import Carried, relinked
from builder.keeping.plan import Bench, Plan
from builder.keeping.section import Section
from builder.keeping.ways import Way
from builder.load.gather import Loaded
from builder.model.ledger import Ledger

Edits = Iterable[tuple[str, Edit]]


@dataclass(frozen=True)
class Goes:
    """A part of a page whose text goes to the end of another file, that of the page at `address`."""

    file: str
    part: Section
    to: str
    address: str


@dataclass(frozen=True)
class Change:
    """What is asked for: `ways` for certain, `alike` for whatever else would be lost, `own` edits, a folder's new name."""

    ways: Mapping[str, str]
    alike: Way
    own: tuple[tuple[str, Edit], ...] = ()
    renamed: tuple[str, str] = ("", "")
    goes: Goes | None = None


@dataclass(frozen=True)
class Settled:
    """What is to be written, and what is to be said of it."""

    plan: Plan
    ledger: Ledger
    says: tuple[str, ...]


def settle(bench: Bench, loaded: Loaded, change: Change) -> Settled:
    """Follow a change through the content and the ledger.

    Raises:
        BuilderError: an old place is still there, or a new one is not.
    """
    there = published_of(bench.after(_plan(loaded, change, ())).library)
    ways = _ways(bench.ledger, there, change)

    def way(place: str) -> str | None:
        now = ways.get(place) or change.alike(place)
        is_own = bool(change.renamed[1]) and (now or "").startswith(f"{change.renamed[1]}/")
        return now if now and (is_own or now in ways.values() or there.has(now)) else None

    carried = Carried(change.goes.file, change.goes.part.lines, change.goes.address) if change.goes else None
    plan = _plan(loaded, change, relinked(loaded.library, loaded.sources, way, carried))
    promised = {place for place, _ in bench.ledger.promised}
    told = [f"{spoken(old)} leads to {spoken(new)}." for old, new in ways.items() if old in promised]
    ledger = record.moved(bench.ledger, ways)
    told += [
        f"{spoken(new)} is back." for old, new in ways.items() if old not in promised and new in bench.ledger.moved
    ]
    if ledger == bench.ledger and not plan.edits and not plan.renamed[0]:
        raise BuilderError("Nothing was published there, and nothing in the content names it.", "Look at it again.")
    return Settled(plan, ledger, (*_said(change, plan), *told))


def _ways(ledger: Ledger, there: Published, change: Change) -> dict[str, str]:
    """Where everything that the change takes away is now."""
    faults = [f"{spoken(old)} is still there. Take it away first." for old in change.ways if there.has(old)]
    faults += [f"{spoken(new)} is not there. Write it first." for new in change.ways.values() if not there.has(new)]
    if faults:
        raise BuilderError("\n".join(dict.fromkeys(faults)), "Nothing was changed.")
    led = [*ledger.moved.values(), *(gone.instead for gone in ledger.gone.values() if gone.instead is not None)]
    away = [one for one in (*(place for place, _ in ledger.promised), *led) if not there.has(one)]
    kept = {*ledger.moved, *ledger.gone}
    alike = {one: now for one in away if one not in kept and (now := change.alike(one)) and there.has(now)}
    ways = {**alike, **change.ways}
    taken = record.taken(ledger, ways)
    faults = [
        f"{spoken(one)} meant something else once, and links to it are out there. Choose another name."
        for one in taken
        if not any(other and one != other and one.startswith(other) for other in taken)
    ]
    if faults:
        raise BuilderError("\n".join(faults), "Nothing was changed.")
    return ways


def _plan(loaded: Loaded, change: Change, links: Edits) -> Plan:
    edits = {*change.own, *links}
    if goes := change.goes:
        source, part = loaded.sources[goes.file], goes.part
        inside = [(file, one) for file, one in edits if file == goes.file and part.start <= one.start < part.end]
        shifted = (Edit(one.start - part.start, one.end - part.start, one.new) for _, one in inside)
        text = edited(source.text[part.start : part.end], shifted).strip()
        target = loaded.sources[goes.to].text
        edits = {edit for edit in edits if edit not in inside}
        edits |= {(goes.file, Edit(part.start, part.end, ""))}
        edits |= {(goes.to, Edit(len(target.rstrip()), len(target), f"\n\n{text}\n"))}
    files = sorted({file for file, _ in edits})
    return Plan({file: tuple(sorted(one for name, one in edits if name == file)) for file in files}, change.renamed)


def _said(change: Change, plan: Plan) -> tuple[str, ...]:
    said = [f"The folder modules/{change.renamed[0]} is called {change.renamed[1]}."] if change.renamed[0] else []
    if goes := change.goes:
        said.append(f"The words under #{goes.part.anchors[0]} go from {goes.file} to the end of {goes.to}.")
    said += [f"{file} changes in {len(edits)} place{'s' * (len(edits) != 1)}." for file, edits in plan.edits.items()]
    return tuple(said)
