"""Links inside a PDF: as our templates let Typst write them in, each leading to its place out.

A link to a label asks while pages are set where that is, so that every line round it is set twice. The templates write an
address of our own, and tell at the end where each label is (`inside` and `whereabouts` in theme/print/look.typ).
"""

import re
from collections.abc import Iterator, Sequence

from builder.export.pdf_file import Part, Parts

_TOLD = re.compile(rb"/EmbeddedFiles<</Names\[\(places\)(\d+) 0 R\]>>")
_LINK = re.compile(rb"/A<</Type/Action/S/URI/URI\(place:([^()]+)\)>>(.*)/Contents\(place:\1\)")
_TALL = re.compile(rb"/MediaBox\[0 0 [\d.]+ ([\d.]+)\]")
_ABOVE = 10
"""So many points above a place a reader is led, as Typst does it."""


def led(parts: Parts, root: int, pages: Sequence[int]) -> Parts:
    """The links with their places, and the catalogue without the list of these.

    Raises:
        KeyError: a link leads to a place that is not told.
    """
    told = _TOLD.search(parts[root].says)
    if not told:
        return {}
    listed = parts[parts[int(told[1])].ref("F")].stream or b""
    places = {name: (number, to) for name, number, to in _places(listed, parts, pages)}

    def lead(link: re.Match[bytes]) -> bytes:
        number, to = places[link[1]]
        return b"/Dest%b%b/Contents(page %d)" % (to, link[2], number)

    links = {number: Part(_LINK.sub(lead, part.says)) for number, part in parts.items() if b"/URI(place:" in part.says}
    return links | {root: Part(parts[root].says.replace(told[0], b""))}


def _places(listed: bytes, parts: Parts, pages: Sequence[int]) -> Iterator[tuple[bytes, int, bytes]]:
    """Each label with the number of its page, and the place as a PDF tells it: from the foot of the page, in points."""
    for line in listed.splitlines():
        number, across, down, name = line.split(b" ", 3)
        page = pages[int(number) - 1]
        tall = _TALL.search(parts[page].says)
        assert tall
        up = float(tall[1]) - max(0, float(down) - _ABOVE)
        yield name, int(number), b"[%d 0 R/XYZ %d %d 0]" % (page, round(float(across)), round(up))
