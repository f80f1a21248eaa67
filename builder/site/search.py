"""Search entries in, script files out: a map, and an index in parts, of which a search needs a few.

Scripts, not JSON, because a page opened from a folder can load no other data.
"""

import hashlib
import json
import pickle
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from builder.disk.own import held_in
from builder.model.page import Entry
from builder.model.shelf import Shelf, key_of
from builder.site.impact import Saying, impacts, phrases_of
from builder.site.index import Index, index_of
from builder.site.shards import cut, front_coded, in_order, number, postings
from builder.site.weighed import Group, Together, kept, together
from builder.site.words import SKIP, STEMS, telling

MAP = "assets/search/map.js"
"""What the client reads first. All other files lie in a folder named after what they hold."""

SMALL = 60_000
"""An index below this size is one part, so that what is fetched says nothing of what was typed."""

PART = 3_500
"""About so large is a part of a larger index; zipped it is half of that."""

CARDS = 4
"""So many pages of a larger index share one file of titles and summaries."""


_FEW = 16  # groups that changed; where there are more, all from the start is as quick


@dataclass
class _Codes:
    """For each word its pages as they are written, in an index of these groups."""

    groups: Sequence[tuple[str, int]] = ()
    of: dict[str, str] = field(default_factory=dict)


class Search:
    """All that search tells of entries. What needs nothing but the entries is made at once: a process that is forked off to make
    the `files` would get a copy of all that lies round them, only because it looks at them."""

    def __init__(self, entries: Sequence[Entry], sayings: Sequence[Saying] = ()) -> None:
        self._sayings = sayings
        self._cards = [_json((one.address, one.title, one.summary)) for one in entries]
        self._groups = list(together(entries, phrases_of(sayings)))

    def files(self, danger_words: Iterable[str], shelf: Shelf | None = None) -> dict[str, bytes]:
        """Each script by its path below the site. `shelf` has the last index, and the entries that were weighed before."""
        found, spelt = _written(self._groups, self._sayings, shelf)
        terms, forms = in_order(found), in_order(_forms(spelt, self._sayings))
        words = [f"{piece} {found[term]}" for piece, term in zip(front_coded(terms), terms, strict=True)]
        spell = list(front_coded(forms))
        small = sum(len(term) + len(code) for term, code in found.items()) < SMALL
        block = max(len(self._cards), 1) if small else CARDS
        parts: dict[str, str] = {}
        starts: dict[str, list[str]] = {}
        for kind, each, pieces in (("w", terms, words), ("s", forms, spell)):
            sizes = [len(piece.encode()) for piece in pieces]
            spans = cut(sizes, sum(sizes) if small else PART)
            parts |= {f"{kind}{at}": _json(_part(each, pieces, span)) for at, span in enumerate(spans)}
            starts[kind] = _starts(each, spans)
        for start in range(0, len(self._cards), block):
            parts[f"c{start // block}"] = f"[{','.join(self._cards[start : start + block])}]"
        scripts = {name: f'librarySearch["{name}"]={part};\n'.encode() for name, part in parts.items()}
        digest = hashlib.sha256()
        for script in scripts.values():
            digest.update(script)
        version = digest.hexdigest()[:8]
        known = {
            "at": version,
            "index": starts["w"],
            "spell": starts["s"],
            "block": block,
            "skip": " ".join(sorted(SKIP)),
            "stems": STEMS,
            "danger": list(danger_words),
        }
        files = {f"assets/search/{version}/{name}.js": script for name, script in scripts.items()}
        return {MAP: f"globalThis.librarySearch={_json(known)};\n".encode(), **files}


def _written(
    groups: Sequence[Together], sayings: Sequence[Saying], shelf: Shelf | None, anew: bool = False
) -> tuple[Mapping[str, str], Collection[str]]:
    """The words with their pages as they are written, and every word as it is spelt. Index and last codes are not held together."""
    keys = [key_of(_ground(), repr(sayings), part) for part in ("index", "codes")]
    index = kept(Index, shelf.get(keys[0])) if shelf and not anew else None
    before = tuple(index.groups) if index else ()
    changed = _changed(index, groups, shelf) if index and shelf else None
    if index is None or changed is None:
        index = None  # and room for another
        index = index_of((one.key, one.weighed(shelf)) for one in groups)
    found: dict[str, str] = {}
    for alike, pages in impacts(index.words, index.pages, sayings, changed):
        found |= dict.fromkeys(alike, postings(pages))
    forms, now = index.forms, tuple(index.groups)
    if shelf and changed != set():
        shelf.put(keys[0], pickle.dumps(index, pickle.HIGHEST_PROTOCOL))
    index = None
    codes = kept(_Codes, shelf.get(keys[1])) if shelf and changed is not None else _Codes(before)
    if codes is None or codes.groups != before:
        return _written(groups, sayings, shelf, anew=True)
    all_ = {word: code for word, code in {**codes.of, **found}.items() if code}
    if shelf and changed != set():
        shelf.put(keys[1], pickle.dumps(_Codes(now, all_), pickle.HIGHEST_PROTOCOL))
    return all_, forms


def _changed(index: Index, groups: Sequence[Together], shelf: Shelf) -> set[str] | None:
    """Bring an index up to these groups. The words that stand elsewhere since; nothing, where more has to be done."""
    changed: set[str] = set()
    several = 0
    if len(groups) != len(index.groups):
        return None
    for at, one in enumerate(groups):
        key, _ = index.groups[at]
        if one.key == key:
            shelf.keep(key)
        else:
            several += 1
            was, group = kept(Group, shelf.get(key)), one.weighed(shelf)
            if was is None or was.many != group.many or several > _FEW:
                return None
            changed |= index.put_in(at, one.key, was, group)
    return changed


@cache
def _ground() -> str:
    """All that decides what an index comes to, but the entries and what people say."""
    return key_of(sys.version, *held_in(Path(__file__).parent, kinds=(".py", ".yml")))


def _forms(forms: Iterable[str], sayings: Iterable[Saying]) -> set[str]:
    """Every word as it is spelt: what a slip of the finger is compared with."""
    return {*forms, *(word for people, _ in sayings for text in people for word in telling(text))}


def _part(terms: Sequence[str], pieces: Sequence[str], span: range) -> str:
    """Some of the pieces, of which the first is whole, so that it can be read without those before it."""
    first, piece = terms[span.start], pieces[span.start]
    whole = number(0) + first[: ord(piece[0]) - ord(number(0))] + piece[1:]
    return " ".join((whole, *pieces[span.start + 1 : span.stop]))


def _starts(terms: Sequence[str], spans: Sequence[range]) -> list[str]:
    """The first word of each part, cut to what tells it from the last word of the part before."""
    lasts = ["", *(terms[span.stop - 1] for span in spans)]
    firsts = [terms[span.start] for span in spans]
    return [
        next(first[:length] for length in range(1, len(first) + 1) if first[:length] > before)
        for before, first in zip(lasts, firsts, strict=False)
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
