"""Search entries in, script files out: a map, and an index in parts, of which a search needs a few.

Scripts, not JSON, because a page opened from a folder can load no other data.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.model.page import Entry
from builder.model.shelf import Shelf
from builder.site.counted import counted
from builder.site.impact import Saying, impacts, phrases_of
from builder.site.inverted import inverted
from builder.site.shards import cut, front_coded, in_order, postings
from builder.site.words import SKIP, STEMS, telling

MAP = "assets/search/map.js"
"""What the client reads first. All other files lie in a folder named after what they hold."""

SMALL = 60_000
"""An index below this size is one part, so that what is fetched says nothing of what was typed."""

PART = 3_500
"""About so large is a part of a larger index; zipped it is half of that."""

CARDS = 4
"""So many pages of a larger index share one file of titles and summaries."""


def search_files(
    entries: Iterable[Entry], danger_words: Iterable[str], sayings: Sequence[Saying] = (), shelf: Shelf | None = None
) -> dict[str, bytes]:
    """Each script by its path below the site. `shelf` has the words of the entries that were counted before."""
    cards: list[tuple[str, str, str]] = []

    def shown() -> Iterator[Entry]:
        for one in entries:
            cards.append((one.address, one.title, one.summary))
            yield one

    index = inverted(counted(shown(), phrases_of(sayings), shelf))
    found: dict[str, str] = {}
    for alike, pages in impacts(index, sayings):
        found |= dict.fromkeys(alike, postings(pages))
    terms, forms = in_order(found), in_order(_forms(index.forms, sayings))
    small = sum(len(term) + len(code) for term, code in found.items()) < SMALL
    most = SMALL if small else PART
    words = _spans(terms, [len(term) + len(found[term].encode()) for term in terms], most)
    spell = _spans(forms, [len(piece) for piece in front_coded(forms)], most)
    block = len(cards) if small else CARDS
    parts: dict[str, object] = {f"w{number}": _part(span, found) for number, span in enumerate(words)}
    parts |= {f"s{number}": " ".join(front_coded(span)) for number, span in enumerate(spell)}
    parts |= {f"c{start // block}": cards[start : start + block] for start in range(0, len(cards), block)}
    scripts = {name: f'librarySearch["{name}"]={_json(part)};\n'.encode() for name, part in parts.items()}
    version = hashlib.sha256(b"".join(scripts.values())).hexdigest()[:8]
    known = {
        "at": version,
        "index": _starts(words),
        "spell": _starts(spell),
        "block": block,
        "skip": " ".join(sorted(SKIP)),
        "stems": STEMS,
        "danger": list(danger_words),
    }
    files = {f"assets/search/{version}/{name}.js": script for name, script in scripts.items()}
    return {MAP: f"globalThis.librarySearch={_json(known)};\n".encode(), **files}


def _forms(forms: Iterable[str], sayings: Iterable[Saying]) -> set[str]:
    """Every word as it is spelt: what a slip of the finger is compared with."""
    return {*forms, *(word for people, _ in sayings for text in people for word in telling(text))}


def _spans(terms: Sequence[str], sizes: Sequence[int], most: int) -> list[Sequence[str]]:
    return [terms[span.start : span.stop] for span in cut(sizes, most)]


def _part(terms: Sequence[str], found: Mapping[str, str]) -> str:
    return " ".join(f"{term} {found[key]}" for term, key in zip(front_coded(terms), terms, strict=True))


def _starts(spans: Sequence[Sequence[str]]) -> list[str]:
    """The first word of each part, cut to what tells it from the last word of the part before."""
    lasts = ["", *(span[-1] for span in spans)]
    return [
        next(first[:length] for length in range(1, len(first) + 1) if first[:length] > before)
        for before, (first, *_) in zip(lasts, spans, strict=False)
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
