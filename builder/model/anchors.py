"""A page in, the anchors out that it has from us: what an author's heading may not take, and what a link may name."""

from collections.abc import Callable, Iterable, Iterator

from builder.model.change import version_anchor
from builder.model.division import MOST
from builder.model.library import Library, Module
from builder.model.outline import Outline

FRAME = frozenset({"main", "menu", "help-band", "reading"})
"""Anchors of the frame round every page."""

FORMS = {
    "home": frozenset({"code", "code-note"}),
    "not-found": frozenset({"code", "code-note"}),
    "offline": frozenset({"keep"}),
    "packet": frozenset({"own", "own-note"}),
}
"""Anchors of the forms that some pages have."""

PACKET_ANCHORS = frozenset({"minute", "pages", "take"})
"""Anchors of the page of a packet."""

IN_ONE_FILE = frozenset({"before-you-read-on", "claims", "key-points", "know", "minute", "practice", "review"})
"""What a file of a whole topic has from us besides the anchors of its pages: the page to practise is a part of it."""

OWN_LINES = "own-lines"
"""Where the publisher's own lines stand on the help page."""


def claim_anchor(claim_id: str) -> str:
    """Where a claim stands on its module's learn page."""
    return f"claim-{claim_id}"


def source_anchor(key: str) -> str:
    """Where a source stands in a page's bibliography."""
    return f"source-{key.lower()}"


def country_anchor(country_id: str) -> str:
    """Where the numbers of a country stand on the help page."""
    return f"in-{country_id}"


def module_anchors(module: Module, part: str, cited: Iterable[str] = ()) -> frozenset[str]:
    """Anchors of one page of a module besides its headings and placed practices. `cited` are the keys its prose cites."""
    facts = module.facts
    found = {*FRAME, "minute", "review", "take"}
    match part:
        case "learn":
            keys = {*cited, *(key for claim in facts.claims for key in (*claim.sources, *claim.against))}
            found |= {"key-points", "know", "claims", "sources", *map(source_anchor, keys)}
            found |= {claim_anchor(claim.id) for claim in facts.claims}
            found |= {"related"} if facts.related else set()
            found |= {"before-you-read-on"} if facts.content_note else set()
        case "handout":
            found.add(facts.handout.practice)
        case _:
            found |= {"send", "print", "say"} if part == "clinicians" else set()
            found |= _sources(cited)
    return frozenset(found)


def taken_anchors(module: Module, part: str) -> frozenset[str]:
    """Anchors that a heading of this page may not take, those included that the page may get later."""
    return module_anchors(module, part) | {"sources"} | (IN_ONE_FILE | {"related"} if part == "learn" else set())


def part_anchors(outline: Outline, part: str, library: Library) -> frozenset[str] | None:
    """Every anchor of one page of a module; None where it has no such page."""
    anchors = dict(outline.anchors).get(part)
    if anchors is None:
        return None
    placed = (library.quotes.get(id) for id in dict(outline.quotes).get(part, ()))
    return frozenset(anchors.splitlines()) | _sources(quote.source for quote in placed if quote and quote.source)


def list_anchors(names: Iterable[str], library: Library) -> frozenset[str]:
    """Anchors that the generated lists of these names bring to the page that places them. One that is divided brings none."""
    return frozenset(anchor for name in names for anchor in _listed(name, library))


def undivided_anchors(names: Iterable[str], library: Library) -> frozenset[str]:
    """Those that they bring while a page can hold each list."""
    shown = _shown(library)
    return frozenset(anchor for name in names if name in _BY_TOPIC for anchor in _BY_TOPIC[name](shown))


def _shown(library: Library) -> list[Outline]:
    return [outline for outline in library.outlines.values() if outline.status == "published"]


def _topics(shown: list[Outline]) -> Iterator[str]:
    return (one.id for one in shown)


def _claims(shown: list[Outline]) -> Iterator[str]:
    yield "sources"
    for one in shown:
        yield from (one.id, *(f"{one.id}-{claim}" for claim, _ in one.claims), *map(source_anchor, one.cited.split()))


_BY_TOPIC: dict[str, Callable[[list[Outline]], Iterator[str]]] = {
    "called": lambda shown: (f"under-{sign}" for sign in (*"abcdefghijklmnopqrstuvwxyz", "others")),
    "claims": _claims,
    "files": _topics,
    "open": lambda shown: (f"open-{one.id}" for one in shown),
    "practices": _topics,
}
"""Lists that are divided where there are many topics."""


def _listed(name: str, library: Library) -> frozenset[str]:
    if name in _BY_TOPIC:
        shown = _shown(library)
        by_topic = frozenset(_BY_TOPIC[name](shown)) if len(shown) <= MOST else frozenset[str]()
        return by_topic | {"open-shared"} if name == "open" else by_topic
    match name:
        case "packet-files":
            return frozenset(library.published_packets)
        case "glossary":
            return frozenset(library.terms)
        case "quotations":
            printed = [quote for quote in library.quotes.values() if quote.status != "unverified"]
            return frozenset(library.quotes) | _sources(quote.source for quote in printed if quote.source)
        case "helplines":
            own = {OWN_LINES} if library.publisher and library.publisher.helplines else set()
            return frozenset({*own, *(country_anchor(one.id) for one in library.helplines.countries if one.lines)})
        case "search":
            return frozenset({"q", "q-note"})
        case "changes":
            return frozenset(version_anchor(one.version) for one in library.ledger.releases)
    return frozenset()


def _sources(keys: Iterable[str]) -> frozenset[str]:
    """A list of sources has its heading and its entries; without entries there is none."""
    found = frozenset(map(source_anchor, keys))
    return found | {"sources"} if found else found
