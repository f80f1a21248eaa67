"""A ledger and what happened in, the ledger that knows of it out. Every way stays one step long, and none leads round."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from builder.check.published import Published
from builder.model.ledger import Gone, Ledger, Recorded, Release, is_whole_page

T = TypeVar("T")


def released(
    ledger: Ledger,
    there: Published,
    version: str,
    on: date,
    says: tuple[str, ...],
    hashes: Mapping[str, str],
    at: str | None = None,
) -> Ledger:
    """Promise everything that is there. `hashes` are those of every published module, `at` is a real base address."""
    known = known_hashes(ledger)
    fresh = {module: hash_ for module, hash_ in sorted(hashes.items()) if known.get(module) != hash_}
    published = dict(ledger.published)
    for address, anchors in there.pages.items():
        old = published.get(address) or Recorded(since=version)
        published[address] = Recorded(since=old.since, anchors=_together(old.anchors, anchors))
    files = dict(ledger.files)
    for path in there.files:
        folder, name = path[: path.rfind("/") + 1], path[path.rfind("/") + 1 :]
        files[folder] = _together(files.get(folder, ""), {name})
    away = tuple(sorted(_away(ledger, known.keys() - hashes.keys())))
    release = Release(version=version, on=on, at=at, says=says, modules=fresh, away=away)
    return ledger.model_copy(
        update={"releases": (*ledger.releases, release), "published": _sorted(published), "files": _sorted(files)}
    )


def _away(ledger: Ledger, back: Iterable[str]) -> set[str]:
    """The pages that no earlier release had as moved or taken back. `back` are modules that were taken back."""
    told = {place for release in ledger.releases for place in release.away}
    return {*filter(is_whole_page, (*ledger.moved, *ledger.gone)), *(f"{module}/" for module in back)} - told


def known_hashes(ledger: Ledger) -> dict[str, str]:
    """The content hash of each module as it came out last."""
    return {module: hash_ for release in ledger.releases for module, hash_ in release.modules.items()}


def taken(ledger: Ledger, ways: Mapping[str, str]) -> tuple[str, ...]:
    """The new places to which old links lead that mean something else. What comes back to its own place takes none."""
    return tuple(
        dict.fromkeys(new for old, new in ways.items() if new in ledger.gone or ledger.moved.get(new, old) != old)
    )


def moved(ledger: Ledger, ways: Mapping[str, str]) -> Ledger:
    """Each place of `ways` is at another place now. What led to the old place leads to the new one."""
    promised = {place for place, _ in ledger.promised}
    there = set(ways.values())
    led = {old: ways.get(new, new) for old, new in ledger.moved.items()}
    led |= {old: new for old, new in ways.items() if old in promised}
    gone = {
        place: one.model_copy(update={"instead": ways.get(one.instead, one.instead)})
        if one.instead is not None
        else one
        for place, one in ledger.gone.items()
        if place not in ways and place not in there
    }
    kept = {old: new for old, new in led.items() if old != new and old not in there}
    return ledger.model_copy(update={"moved": _sorted(kept), "gone": _sorted(gone)})


def gone(ledger: Ledger, there: Published, place: str, why: str, instead: str | None) -> Ledger:
    """A place is nowhere any more, nor is what was on it and below it: what led there is gone for the same reason."""
    promised = {one for one, _ in ledger.promised}

    def lost(target: str) -> bool:
        below = is_whole_page(place) and target.startswith(place or "#") and there.landing(target) is None
        return target == place or below

    last = Gone(why=why, instead=instead)
    away = {old for old, new in ledger.moved.items() if lost(new)}
    away |= {one for one in promised if lost(one) and one not in ledger.moved and one not in ledger.gone}
    others = {
        old: one.model_copy(update={"instead": instead}) if one.instead is not None and lost(one.instead) else one
        for old, one in ledger.gone.items()
    }
    kept = {old: new for old, new in ledger.moved.items() if old not in away}
    return ledger.model_copy(update={"moved": _sorted(kept), "gone": _sorted({**others, **dict.fromkeys(away, last)})})


def _together(words: str, others: frozenset[str] | set[str]) -> str:
    return " ".join(sorted({*words.split(), *others}))


def _sorted(entries: Mapping[str, T]) -> dict[str, T]:
    return dict(sorted(entries.items()))
