"""Links inside a PDF: as our templates let Typst write them in, each leading to its place out.

A link to a label asks while pages are set where that is, so that every line round it is set twice. The templates write an
address of our own, and tell at the end where each label is (`inside` and `whereabouts` in theme/print/look.typ).
"""

import re
from collections.abc import Iterator, Sequence

from builder.pdf.file import File, ref

_TOLD = re.compile(rb"/EmbeddedFiles<</Names\[\((\d+)\)(\d+) 0 R\]>>")
_LINK = re.compile(rb"/A<</Type/Action/S/URI/URI\((\d+)\)>>(.*)/Contents\((\d+)\)")
_URI = re.compile(rb"/URI\((\d+)\)")
_OURS = b"(place:"
"""Labels are ASCII without brackets (`_label` in builder/export/inline.py), so that Typst writes them in plain strings."""
_TALL = re.compile(rb"/MediaBox\[0 0 [\d.]+ ([\d.]+)\]")
_ABOVE = 10
"""So many points above a place a reader is led, as Typst does it."""


class Nowhere(Exception):
    """A link leads nowhere: in words, why."""


def led(file: File, pages: Sequence[int]) -> File:
    """The file with links that lead to their places, and without the list of these.

    Raises:
        Nowhere: a link leads to no place, since the templates do not tell of it.
    """
    says, streams, strings, root, _ = file
    told = _TOLD.search(says[root])
    told = told if told and strings[int(told[1])] == b"(places)" else None
    listed = streams[ref(says[int(told[2])], "F")] if told else b""
    places = {b"%b%b)" % (_OURS, name): (number, to) for name, number, to in _places(listed, file, pages)}

    def lead(link: re.Match[bytes]) -> bytes:
        name, shown = strings[int(link[1])], strings[int(link[3])]
        number, to = places.get(name, (0, b""))
        if not to or shown != name:
            return link[0]
        strings.append(b"(page %d)" % number)
        return b"/Dest%b%b/Contents(%d)" % (to, link[2], len(strings) - 1)

    links = {number: said for number, said in says.items() if said.startswith(b"<</Type/Annot/")}
    done = {number: _LINK.sub(lead, said) for number, said in links.items()}
    left = filter(None, map(_URI.search, done.values()))
    if any(strings[int(one[1])].startswith(_OURS) for one in left):
        raise Nowhere("a link leads to a place of which the templates in theme/print do not tell")
    if told:
        done[root] = says[root].replace(told[0], b"")
    return file._replace(says=says | done)


def _places(listed: bytes, file: File, pages: Sequence[int]) -> Iterator[tuple[bytes, int, bytes]]:
    """Each label with the number of its page, and the place as a PDF tells it: from the foot of the page, in points."""
    for line in listed.splitlines():
        number, across, down, name = line.split(b" ", 3)
        page = pages[int(number) - 1]
        tall = _TALL.search(file.says[page])
        assert tall
        up = float(tall[1]) - max(0, float(down) - _ABOVE)
        yield name, int(number), b"[%d 0 R/XYZ %d %d 0]" % (page, round(float(across)), round(up))
