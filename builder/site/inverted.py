"""Counted pages in, out comes for each word where it stands, held in little memory."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.site.counted import Group, Times


@dataclass(frozen=True)
class Inverted:
    """A place is a page and how often a word stands in each of its fields: a page has a few dozen, and each holds many words."""

    lengths: Sequence[Sequence[int]]
    wanted: Sequence[float]
    pages: Sequence[int]
    """The page of each place. Places are in the order of pages."""
    times: Sequence[Times]
    places: Mapping[str, Sequence[int]]
    forms: frozenset[str]


def inverted(groups: Iterable[Group]) -> Inverted:
    """All pages, turned about."""
    lengths: list[Sequence[int]] = []
    wanted, pages = array("d"), array("I")
    times: list[Times] = []
    places: dict[str, array[int]] = defaultdict(_places)
    forms: set[str] = set()
    same: dict[Times, Times] = {}
    for group in groups:
        forms.update(group.forms)
        for page in group.pages:
            for often, terms in page.terms.items():
                place = len(pages)
                for term in terms:
                    places[term].append(place)
                pages.append(len(lengths))
                times.append(same.setdefault(often, often))
            lengths.append(page.lengths)
            wanted.append(page.wanted)
    return Inverted(lengths, wanted, pages, times, places, frozenset(forms))


def _places() -> "array[int]":
    return array("I")
