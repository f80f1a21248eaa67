"""The tags and links of a PDF in, each said as shortly as the standard allows; and which mark on a page belongs to which."""

import re
from collections.abc import Iterator, Mapping

from builder.export.pdf_file import TEXT, Part, Parts

_KIDS = re.compile(rb"/K\[([^\]]*)\]|/K (\d+ 0 R)")
_KID = re.compile(rb"<<[^<>]*>>|\d+ 0 R|\d+")
_PAGE = re.compile(rb"/Pg \d+ 0 R")
_KEY = re.compile(rb"/StructParents (\d+)")
_ABOVE = re.compile(rb"/P \d+ 0 R")
_TITLE = re.compile(rb"(/T)?" + TEXT, re.S)
_LOOK = re.compile(rb"/S/(?:Strong|Em|Span)/")
_MEANS = re.compile(rb"/Alt|/ActualText|/Lang|/E\(|/Placement/Block")
_MARK = re.compile(rb"/MCID (\d+)")
_NUMBER = re.compile(rb"-?[\d.]+")
_PLACE = re.compile(rb"(" + TEXT + rb")\s*(\d+) 0 R", re.S)
_TO = re.compile(rb"/Dest (\d+) 0 R|/Dest(" + TEXT + rb")", re.S)
_VARIES = [
    re.compile(one, re.S)
    for one in (
        rb"/StructParent \d+",
        rb"/Rect\[[^]]*\]",
        rb"/QuadPoints\[[^]]*\]",
        rb"/Contents" + TEXT,
        rb"/Dest\[[^]]*\]",
        rb"/A<<.*>>(?=/|>>)",
    )
]
_ROOM = re.compile(rb"/(Rect|QuadPoints)\[([^\]]*)\]")

Names = Mapping[tuple[int, int], int | None]
"""The new number of each mark on each page; None for what went into the mark before it."""
Belongs = Mapping[int, tuple[int, int]]
"""For each mark on a page the tag that it belongs to, and its place among what belongs to that."""
Kid = tuple[bytes, int, int]
"""What a tag holds, as it is told; and its page and number if it is a mark, else 0."""


def kids_of(parts: Parts) -> dict[int, list[Kid]]:
    """What each tag holds. A tag that says only how words look is none: what it holds belongs to the one above it."""
    said = {number: part.says for number, part in parts.items() if b"/Type/StructElem" in part.says}
    own = {number: _kids(says) for number, says in said.items()}
    plain = {number for number, says in said.items() if _LOOK.search(says) and not _MEANS.search(says)}

    def held(number: int) -> Iterator[Kid]:
        for kid in own[number]:
            below = _tag(kid)
            if below in plain:
                yield from held(below)
            else:
                yield kid

    # What a link leads to goes behind its words, so that these are one mark even where a line ends in them.
    return {number: sorted(held(number), key=lambda kid: b"/OBJR" in kid[0]) for number in own if number not in plain}


def marks_of(kids: Mapping[int, list[Kid]]) -> dict[int, Belongs]:
    """Where each mark on each page belongs."""
    found = dict[int, dict[int, tuple[int, int]]]()
    for number, held in kids.items():
        for at, (_, page, mark) in enumerate(held):
            if page:
                found.setdefault(page, {})[mark] = number, at
    return dict(found)


def tags(parts: Parts, kids: Mapping[int, list[Kid]], names: Names) -> Parts:
    """The tags with the new numbers of their marks, without what is said anyway."""
    above = {_tag(kid): number for number, held in kids.items() for kid in held}
    return {number: _tagged(parts[number].says, above.get(number, 0), held, names) for number, held in kids.items()}


def _tagged(says: bytes, above: int, held: list[Kid], names: Names) -> Part:
    page = next((on for _, on, _ in held if on), Part(_KIDS.sub(b"", says)).ref("Pg"))
    kids = list[bytes]()
    for kid, on, mark in held:
        name = names[on, mark] if on else None
        if not on:
            kids.append(kid.replace(b"/Pg %d 0 R" % page, b"") if page else kid)
        elif name is not None:
            kids.append(b"%d" % name if on == page else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (on, name))
    told = b"[" + b" ".join(kids) + b"]" if len(kids) != 1 else kids[0]
    if told[:1].isdigit():
        told = b" " + told
    says = _TITLE.sub(lambda found: b"" if found[1] else found[0], says.replace(b"/Type/StructElem", b"", 1))
    says = _PAGE.sub(b"", _KIDS.sub(b"", says))
    if above:
        says = _ABOVE.sub(b"/P %d 0 R" % above, says)
    there = b"/Pg %d 0 R" % page if page else b""
    return Part(says[:-2] + b"/K" + told + there + b">>")


def named(parts: Parts, tree: int, pages: list[int], belongs: Mapping[int, Belongs], names: Names) -> Parts:
    """The root of the tags and the pages: which tag each link belongs to, and behind that each mark of each page."""
    said = {page: key for page in pages if (key := _KEY.search(parts[page].says))}
    keys = {key[1] for key in said.values()}
    before, told, after = re.split(rb"/ParentTree<</Nums\[([^\]]*)\]>>", parts[tree].says, maxsplit=1)
    links = [(int(key), tag) for key, tag in re.findall(rb"(\d+) (\d+) 0 R", told) if key not in keys]
    first, done, lists = links[-1][0] + 1 if links else 0, dict[int, Part](), list[bytes]()
    for at, (page, key) in enumerate(said.items(), start=first):
        marks = sorted(belongs.get(page, {}).items())
        kept = (b"%d 0 R" % tag for mark, (tag, _) in marks if names.get((page, mark)) is not None)
        lists.append(b"%d[" % at + b" ".join(kept) + b"]")
        done[page] = Part(parts[page].says.replace(key[0], b"/StructParents %d" % at))
    new, kids = max(parts) + 1, [(first, first + len(lists) - 1, b"".join(lists))]
    if links:
        kids.insert(0, (links[0][0], links[-1][0], b"".join(b"%d %b 0 R " % link for link in links)))
    for at, (low, high, nums) in enumerate(kids, start=new):
        done[at] = Part(b"<</Limits[%d %d]/Nums[%b]>>" % (low, high, nums))
    told = b" ".join(b"%d 0 R" % at for at in range(new, new + len(kids)))
    return done | {tree: Part(before + b"/ParentTree<</Kids[" + told + b"]>>" + after)}


def places_of(parts: Parts, root: int) -> dict[bytes, int]:
    """The places in the file that have a name, with the numbers of what says where they are."""
    named = re.search(rb"/Dests<</Names\[((?:" + TEXT + rb"|[^\]])*)\]", parts[root].says, re.S)
    return {name: int(number) for name, number in _PLACE.findall(named[1])} if named else {}


def linked(part: Part, parts: Parts, places: Mapping[bytes, int]) -> Part:
    """A link or bookmark: its room in whole points; where it leads, said on the spot, beside what repeats with it."""
    says = _ROOM.sub(lambda found: b"/%b[%b]" % (found[1], _NUMBER.sub(_whole, found[2])), part.says)
    to = _TO.search(says)
    if to:
        head, _, rest = parts[int(to[1]) if to[1] else places[to[2]]].says.partition(b"/XYZ")
        says = says.replace(to[0], b"/Dest" + head + b"/XYZ" + _NUMBER.sub(_whole, rest))
    says = says.replace(b"/Type/Annot", b"", 1).replace(b"/Type/Action", b"", 1)
    for pattern in _VARIES if b"/Subtype/Link" in says else ():
        for found in pattern.findall(says):
            says = says.replace(found, b"", 1)[:-2] + found + b">>"
    return Part(says)


def _whole(found: re.Match[bytes]) -> bytes:
    return b"%d" % round(float(found[0]))


def _kids(says: bytes) -> list[Kid]:
    """What a tag holds, as Typst tells it."""
    said = _KIDS.search(says)
    if not said:
        return []
    own, kids = Part(_KIDS.sub(b"", says)).ref("Pg"), list[Kid]()
    for kid in _KID.findall(said[1] or said[2] or b""):
        number = _MARK.search(kid)
        if kid.isdigit():
            kids.append((kid, own, int(kid)))
        elif number:
            kids.append((kid, Part(kid).ref("Pg") or own, int(number[1])))
        else:
            kids.append((kid, 0, 0))
    return kids


def _tag(kid: Kid) -> int:
    """The number of a tag that another holds; 0 for anything else."""
    return int(kid[0].split()[0]) if kid[0].endswith(b" 0 R") else 0
