"""The tags and links of a PDF in, each said as shortly as the standard allows; and which mark on a page belongs to which."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from builder.pdf.file import TEXT, Part, Parts, hidden, shown
from builder.pdf.item import Unknown

_KIDS = re.compile(rb"/K(?:\[([^\]]*)\]| (\d+ 0 R))")
_KID = re.compile(rb"<<[^<>]*>>|\d+ 0 R|\d+")
_PAGE = re.compile(rb"/Pg (\d+) 0 R")
_KEY = re.compile(rb"/StructParents (\d+)")
_ABOVE = re.compile(rb"/P \d+ 0 R")
_TITLE = re.compile(rb"/T\(\d+\)")
_LOOK = re.compile(rb"<</Type/StructElem/S/(?:Strong|Em|Span)/")
_MEANS = re.compile(rb"/Alt|/ActualText|/Lang|/E\(|/Placement/Block")
_MARK = re.compile(rb"/MCID (\d+)")
_NUMBER = re.compile(rb"-?[\d.]+")
_PLACE = re.compile(rb"(" + TEXT + rb")\s*(\d+) 0 R", re.S)
_TO = re.compile(rb"/Dest (\d+) 0 R|/Dest\((\d+)\)")
_VARIES = re.compile(
    rb"/(?:StructParent \d+|(?:Rect|QuadPoints|Dest)\[[^]]*\]|Contents\(\d+\)|A<<.*>>(?=/|>>))",
    re.S,
)
"""What is other in each link."""
_ROOM = re.compile(rb"/(Rect|QuadPoints)\[([^\]]*)\]")

Names = Mapping[tuple[int, int], int | None]
"""The new number of each mark on each page; None for what went into the mark before it."""
Belongs = Mapping[int, tuple[int, int]]
"""For each mark on a page the tag that it belongs to, and its place among what belongs to that."""
Kid = tuple[bytes, int, int]
"""What a tag holds, as it is told; the page and the number of a mark, or 0 and the number of a tag, which is 0 for all else."""


class Tag(NamedTuple):
    """What a tag says beside its page and what it holds, its strings apart; these, its page, and what it holds."""

    says: bytes
    strings: list[bytes]
    page: int
    held: list[Kid]


def tags_of(parts: Parts) -> dict[int, Tag]:
    """Each tag by its number. What says only how words look is none: what it holds belongs to the one above it."""
    found = {number: _tag(part.says) for number, part in parts.items() if part.says.startswith(b"<</Type/StructElem/")}
    plain = {number for number, one in found.items() if _LOOK.match(one.says) and not _MEANS.search(one.says)}

    def held(number: int) -> Iterator[Kid]:
        for kid in found[number].held:
            _, page, below = kid
            if not page and below in plain:
                yield from held(below)
            else:
                yield kid

    # What a link leads to goes behind its words, so that these are one mark even where a line ends in them.
    return {
        number: Tag(one.says, one.strings, one.page, sorted(held(number), key=_is_object))
        for number, one in found.items()
        if number not in plain
    }


def _is_object(kid: Kid) -> bool:
    _, page, number = kid
    return not page and not number


def marks_of(tags: Mapping[int, Tag]) -> dict[int, Belongs]:
    """Where each mark on each page belongs."""
    found = dict[int, dict[int, tuple[int, int]]]()
    for number, tag in tags.items():
        for at, (_, page, mark) in enumerate(tag.held):
            if page:
                found.setdefault(page, {})[mark] = number, at
    return dict(found)


def retagged(tags: Mapping[int, Tag], names: Names) -> Parts:
    """The tags with the new numbers of their marks, without what is said anyway."""
    above = {kid: number for number, tag in tags.items() for _, page, kid in tag.held if not page}
    return {number: _told(tag, above.get(number, 0), names) for number, tag in tags.items()}


def _told(tag: Tag, above: int, names: Names) -> Part:
    page, kids = next((on for _, on, _ in tag.held if on), tag.page), list[bytes]()
    for kid, on, number in tag.held:
        if not on:
            kids.append(kid if number else kid.replace(b"/Pg %d 0 R" % page, b""))
        elif (name := names[on, number]) is not None:
            kids.append(b"%d" % name if on == page else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (on, name))
    told = b"[" + b" ".join(kids) + b"]" if len(kids) != 1 else kids[0]
    if told[:1].isdigit():
        told = b" " + told
    says = tag.says.replace(b"/Type/StructElem", b"", 1)
    if tag.strings:
        says = _TITLE.sub(b"", says)
    if above:
        says = _ABOVE.sub(b"/P %d 0 R" % above, says)
    there = b"/Pg %d 0 R" % page if page else b""
    return Part(shown(says[:-2], tag.strings) + b"/K" + told + there + b">>")


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
    says, strings = hidden(part.says)
    says = _ROOM.sub(lambda found: b"/%b[%b]" % (found[1], _NUMBER.sub(_whole, found[2])), says)
    to = _TO.search(says)
    if to:
        head, _, rest = parts[int(to[1]) if to[1] else places[strings[int(to[2])]]].says.partition(b"/XYZ")
        says = says.replace(to[0], b"/Dest" + head + b"/XYZ" + _NUMBER.sub(_whole, rest))
    says = says.replace(b"/Type/Annot", b"", 1).replace(b"/Type/Action", b"", 1)
    if says.startswith(b"<</Subtype/Link"):
        says = _VARIES.sub(b"", says)[:-2] + b"".join(_VARIES.findall(says)) + b">>"
    return Part(shown(says, strings))


def _whole(found: re.Match[bytes]) -> bytes:
    return b"%d" % round(float(found[0]))


def _tag(says: bytes) -> Tag:
    """A tag as Typst tells it."""
    says, strings = hidden(says)
    kids = _KIDS.search(says)
    rest = says[: kids.start()] + says[kids.end() :] if kids else says
    page = _PAGE.search(rest)
    own = int(page[1]) if page else 0
    held = [_kid(kid, own) for kid in _KID.findall(kids[1] or kids[2] or b"")] if kids else []
    return Tag(rest.replace(page[0], b"") if page else rest, strings, own, held)


def _kid(told: bytes, own: int) -> Kid:
    if told.endswith(b" 0 R"):
        return told, 0, int(told.split()[0])
    mark = _MARK.search(told)
    if not mark and not told.isdigit():
        return told, 0, 0
    page = own if not mark else Part(told).ref("Pg") or own
    if not page:
        raise Unknown(told)
    return told, page, int(mark[1] if mark else told)
