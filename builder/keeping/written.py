"""A ledger in, the text of its file out: one line a place, so that it is quick to read and a change is easy to see."""

import json
from collections.abc import Iterator, Mapping

from builder.model.ledger import Ledger

_HEAD = "# Written by psychoed release, move and retire. Do not edit by hand."


def text_of(ledger: Ledger) -> str:
    """The same ledger, the same text."""
    return "\n".join((_HEAD, *_lines(ledger))) + "\n"


def _lines(ledger: Ledger) -> Iterator[str]:
    if ledger.releases:
        yield "releases:"
    for release in ledger.releases:
        says = ", ".join(map(quoted, release.says))
        modules = ", ".join(f"{module}: {quoted(hash_)}" for module, hash_ in release.modules.items())
        away = f", away: [{', '.join(map(quoted, release.away))}]" if release.away else ""
        at = f"at: {quoted(release.at)}, " if release.at else ""
        yield (
            f"  - {{version: {quoted(release.version)}, on: {release.on.isoformat()}, {at}"
            f"says: [{says}], modules: {{{modules}}}{away}}}"
        )
    published = {
        address: f"{{since: {quoted(one.since)}, anchors: {quoted(one.anchors)}}}"
        for address, one in ledger.published.items()
    }
    gone = {
        place: f"{{why: {quoted(one.why)}" + (f", instead: {quoted(one.instead)}}}" if one.instead is not None else "}")
        for place, one in ledger.gone.items()
    }
    yield from _section("published", published)
    yield from _section("files", {folder: quoted(names) for folder, names in ledger.files.items()})
    yield from _section("moved", {old: quoted(new) for old, new in ledger.moved.items()})
    yield from _section("gone", gone)


def _section(name: str, entries: Mapping[str, str]) -> Iterator[str]:
    if entries:
        yield f"{name}:"
    for place, said in entries.items():
        yield f"  {quoted(place) if not place or place.startswith('#') else place}: {said}"


def quoted(words: str) -> str:
    """Words between quotation marks: every line of JSON is a line of YAML."""
    return json.dumps(words, ensure_ascii=False)
