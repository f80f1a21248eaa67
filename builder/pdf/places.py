"""Links inside a PDF: as our templates let Typst write them in, each leading to its place out.

A link to a label asks while pages are set where that is, so that every line round it is set twice. The templates write an
address of our own, and tell at the end where each label is (`inside` and `whereabouts` in theme/print/look.typ).
"""

import re
from collections.abc import Iterator, Sequence

from builder.pdf.file import Part, Parts

_TOLD = re.compile(rb"/EmbeddedFiles<</Names\[\(places\)(\d+) 0 R\]>>")
_LINK = re.compile(rb"/A<</Type/Action/S/URI/URI\(place:([^()]+)\)>>(.*)/Contents\(place:\1\)")
_OURS = b"/URI(place:"
_TALL = re.compile(rb"/MediaBox\[0 0 [\d.]+ ([\d.]+)\]")
_ABOVE = 10
"""So many points above a place a reader is led, as Typst does it."""


class Nowhere(Exception):
    """A link leads nowhere: in words, why."""


def led(parts: Parts, root: int, pages: Sequence[int]) -> Parts:
    """The links with their places, and the catalogue without the list of these.

    Raises:
        Nowhere: a link leads to no place, since the templates do not tell of it.
    """
    told = _TOLD.search(parts[root].says)
    listed = parts[parts[int(told[1])].ref("F")].stream if told else None
    places = {name: (number, to) for name, number, to in _places(listed or b"", parts, pages)}

    def lead(link: re.Match[bytes]) -> bytes:
        number, to = places.get(link[1], (0, b""))
        return b"/Dest%b%b/Contents(page %d)" % (to, link[2], number) if to else link[0]

    links = {number: part.says for number, part in parts.items() if part.says.startswith(b"<</Type/Annot/")}
    done = {number: Part(_LINK.sub(lead, says)) for number, says in links.items() if _OURS in says}
    if any(_OURS in part.says for part in done.values()):
        raise Nowhere("a link leads to a place of which the templates in theme/print do not tell")
    return done | ({root: Part(parts[root].says.replace(told[0], b""))} if told else {})


def _places(listed: bytes, parts: Parts, pages: Sequence[int]) -> Iterator[tuple[bytes, int, bytes]]:
    """Each label with the number of its page, and the place as a PDF tells it: from the foot of the page, in points."""
    for line in listed.splitlines():
        number, across, down, name = line.split(b" ", 3)
        page = pages[int(number) - 1]
        tall = _TALL.search(parts[page].says)
        assert tall
        up = float(tall[1]) - max(0, float(down) - _ABOVE)
        yield name, int(number), b"[%d 0 R/XYZ %d %d 0]" % (page, round(float(across)), round(up))
