"""The tags and links of a PDF in, each said as shortly as the standard allows; and which mark on a page belongs to which."""

import re
from collections.abc import Mapping

from builder.export.pdf_file import Part, Parts, named_in

_KIDS = re.compile(rb"/K\[([^\]]*)\]|/K (\d+ 0 R)")
_KID = re.compile(rb"<<[^<>]*>>|\d+ 0 R|\d+")
_PAGE = re.compile(rb"/Pg (\d+) 0 R")
_MARK = re.compile(rb"/MCID (\d+)")
_NUMBER = re.compile(rb"-?[\d.]+")
_ROOM = re.compile(rb"/(Rect|QuadPoints)\[([^\]]*)\]")

Names = Mapping[tuple[int, int], int | None]
"""The new number of each mark on each page; None for what went into the mark before it."""
Belongs = Mapping[int, tuple[int, int]]
"""For each mark on a page the tag that it belongs to, and its place among what belongs to that."""


def marks_of(parts: Parts) -> dict[int, Belongs]:
    """Where each mark on each page belongs."""
    found = dict[int, dict[int, tuple[int, int]]]()
    for number, part in parts.items():
        if b"/Type/StructElem" in part.says:
            for at, (_, page, mark) in enumerate(_kids(part.says)[1]):
                if page:
                    found.setdefault(page, {})[mark] = number, at
    return dict(found)


def tagged(part: Part, names: Names) -> Part:
    """A tag with the new numbers of its marks, without what is said anyway."""
    page, marks = _kids(part.says)
    kids = list[bytes]()
    for kid, on, mark in marks:
        name = names[on, mark] if on else None
        if not on:
            kids.append(kid.replace(b"/Pg %d 0 R" % page, b"") if page else kid)
        elif name is not None:
            kids.append(b"%d" % name if on == page else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (on, name))
    told = b"[" + b" ".join(kids) + b"]" if len(kids) != 1 else kids[0]
    if told[:1].isdigit():
        told = b" " + told
    return Part(_KIDS.sub(lambda _: b"/K" + told, part.says.replace(b"/Type/StructElem", b"", 1), count=1))


def named(parts: Parts, tree: int, pages: list[int], names: Names) -> Part:
    """The root of the tags, with the list of marks of each page in it."""
    keys = {key[1]: page for page in pages if (key := re.search(rb"/StructParents (\d+)", parts[page].says))}
    before, told, after = re.split(rb"/Nums\[([^\]]*)\]", parts[tree].says, maxsplit=1)
    nums = list[bytes]()
    for key, number in re.findall(rb"(\d+) (\d+) 0 R", told):
        if key in keys:
            tags = enumerate(named_in(parts[int(number)].says))
            kept = (b"%d 0 R" % tag for mark, tag in tags if names.get((keys[key], mark)) is not None)
            nums.append(key + b"[" + b" ".join(kept) + b"]")
        else:
            nums.append(b"%b %b 0 R " % (key, number))
    return Part(before + b"/Nums[" + b"".join(nums) + b"]" + after)


def linked(part: Part, parts: Parts) -> Part:
    """A link or bookmark: its room in whole points; where it leads, said on the spot."""
    says = _ROOM.sub(lambda found: b"/%b[%b]" % (found[1], _NUMBER.sub(_whole, found[2])), part.says)
    to = part.ref("Dest")
    if to:
        head, _, rest = parts[to].says.partition(b"/XYZ")
        says = says.replace(b"/Dest %d 0 R" % to, b"/Dest" + head + b"/XYZ" + _NUMBER.sub(_whole, rest))
    return Part(says.replace(b"/Type/Annot", b"", 1).replace(b"/Type/Action", b"", 1))


def _whole(found: re.Match[bytes]) -> bytes:
    return b"%d" % round(float(found[0]))


def _kids(says: bytes) -> tuple[int, list[tuple[bytes, int, int]]]:
    """The page of a tag, 0 if none; and each of its kids, with its page and number if it is a mark."""
    said = _KIDS.search(says)
    if not said:
        return 0, []
    found = _PAGE.search(says, said.end()) or _PAGE.search(says, 0, said.start())
    own, kids = int(found[1]) if found else 0, list[tuple[bytes, int, int]]()
    for kid in _KID.findall(said[1] or said[2] or b""):
        number = _MARK.search(kid)
        if kid.isdigit():
            kids.append((kid, own, int(kid)))
        elif number:
            kids.append((kid, Part(kid).ref("Pg") or own, int(number[1])))
        else:
            kids.append((kid, 0, 0))
    return own, kids
