"""The tags and links of a PDF in, each said as shortly as the standard allows; and which mark on a page belongs to which."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from builder.pdf.file import TAG, Cuts, File, Says, compact, cut
from builder.pdf.item import Unknown

_TAG = re.compile(
    rb"<<\n  /Type /StructElem\n  /S (/\w+)\n  /P (\d+) 0 R\n(?:  /T (?:\(\d+\)|<[0-9A-F]*>)\n)?(.*?)"
    rb"  /K \[([^\]]*)\]\n(?:  /Pg (\d+) 0 R\n)?>>",
    re.S,
)
"""What it is, what it belongs to, what else it says beside its title, what it holds, its page."""
_KID = re.compile(
    rb"(\d+) 0 R|(\d+)"
    rb"|<<\s+/Type /(?:OBJR\s+/Pg (\d+) 0 R\s+/Obj (\d+) 0 R|MCR\s+/MCID (\d+)\s+/Pg (\d+) 0 R)\s+>>"
)
"""A tag; a mark on its page; what a link leads to; a mark on another page."""
_TREE = re.compile(rb"/ParentTree<</Nums\[([^\]]*)\]>>")
_KEY = re.compile(rb"/StructParents (\d+)")
_LOOKS = {b"/Strong", b"/Em", b"/Span"}
_MEANS = re.compile(rb"/Alt|/ActualText|/Lang|/E\(|/Placement/Block")
_NUMBER = re.compile(rb"-?[\d.]+")
_PLACE = re.compile(rb"\((\d+)\)(\d+) 0 R")
_TO = re.compile(rb"/Dest (\d+) 0 R|/Dest\((\d+)\)")
_VARIES = re.compile(
    rb"/(?:StructParent \d+|(?:Rect|QuadPoints|Dest)\[[^]]*\]|Contents\(\d+\)|A<<.*>>(?=/|>>))",
    re.S,
)
"""What is other in each link."""
_ROOM = re.compile(rb"/(Rect|QuadPoints)\[([^\]]*)\]")

Names = Mapping[int, Mapping[int, int | None]]
"""For each page the new number of each mark on it; None for what went into the mark before it."""
Belongs = Mapping[int, tuple[int, int]]
"""For each mark on a page the tag that it belongs to, and its place among what belongs to that."""
Kid = tuple[bytes, int, int]
"""What a tag holds, as it is told; the page and the number of a mark, or 0 and the number of a tag, which is 0 for all else."""


class Tag(NamedTuple):
    """What a tag is; the number of the one above it; what else it says, its page, and what it holds."""

    kind: bytes
    above: int
    says: bytes
    page: int
    held: list[Kid]
    is_usual: bool = False
    """Whether it holds nothing but marks of its page, and says nothing else."""


def tags_of(file: File) -> dict[int, Tag]:
    """Each tag by its number. What says only how words look is none: what it holds belongs to the one above it.

    Raises:
        Unknown: Typst never wrote such a tag before.
    """
    found = {number: _tag(says) for number, says in file.says.items() if says.startswith(TAG)}
    plain = {number for number, one in found.items() if one.kind in _LOOKS and not _MEANS.search(one.says)}

    def held(kids: list[Kid]) -> Iterator[Kid]:
        for kid in kids:
            _, page, below = kid
            if not page and below in plain:
                yield from held(found[below].held)
            else:
                yield kid

    done = dict[int, Tag]()
    for number, tag in found.items():
        if number not in plain:
            if not tag.is_usual:
                kids = list(held(tag.held))
                # What a link leads to goes behind its words, so that these are one mark even where a line ends in them.
                objects = [kid for kid in kids if kid[1] == kid[2] == 0]
                kids = [kid for kid in kids if kid[1] or kid[2]] + objects if objects else kids
                tag = Tag(tag.kind, tag.above, tag.says, tag.page, kids)
            done[number] = tag
    return done


def marks_of(tags: Mapping[int, Tag]) -> dict[int, Belongs]:
    """Where each mark on each page belongs."""
    found = dict[int, dict[int, tuple[int, int]]]()
    for number, tag in tags.items():
        for at, (_, page, mark) in enumerate(tag.held):
            if page:
                found.setdefault(page, {})[mark] = number, at
    return dict(found)


def retagged(tags: Mapping[int, Tag], names: Names) -> Cuts:
    """The tags with the new numbers of their marks, without what is said anyway."""
    above = {kid: number for number, tag in tags.items() if not tag.is_usual for _, page, kid in tag.held if not page}
    return {number: _told(tag, above.get(number, tag.above), names) for number, tag in tags.items()}


def _told(tag: Tag, above: int, names: Names) -> list[bytes]:
    page, kids = tag.page, list[bytes]()
    if tag.is_usual:
        own = names[page]
        kids = [b"%d" % name for _, _, mark in tag.held if (name := own[mark]) is not None]
    else:
        page = next((on for _, on, _ in tag.held if on), page)
        for kid, on, number in tag.held:
            if not on:
                kids.append(kid if number else kid.replace(b"/Pg %d 0 R" % page, b""))
            elif (name := names[on][number]) is not None:
                kids.append(b"%d" % name if on == page else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (on, name))
    told = b"[" + b" ".join(kids) + b"]" if len(kids) != 1 else kids[0]
    if told[:1].isdigit():
        told = b" " + told
    if tag.is_usual:
        return [b"<</S%b/P " % tag.kind, b"%d" % above, b"/K%b/Pg " % told, b"%d" % page, b">>"]
    there = b"/Pg %d 0 R" % page if page else b""
    return cut(b"<</S%b/P %d 0 R%b/K%b%b>>" % (tag.kind, above, tag.says, told, there))


def named(says: Says, tree: int, pages: list[int], belongs: Mapping[int, Belongs], names: Names) -> Says:
    """The root of the tags and the pages: which tag each link belongs to, and behind that each mark of each page."""
    said = {page: key for page in pages if (key := _KEY.search(says[page]))}
    keys = {key[1] for key in said.values()}
    found = _TREE.search(says[tree])
    if not found:
        raise Unknown(says[tree])
    before, told, after = says[tree][: found.start()], found[1], says[tree][found.end() :]
    links = [(int(key), tag) for key, tag in re.findall(rb"(\d+) (\d+) 0 R", told) if key not in keys]
    first, done, lists = links[-1][0] + 1 if links else 0, Says(), list[bytes]()
    for at, (page, key) in enumerate(said.items(), start=first):
        marks = sorted(belongs.get(page, {}).items())
        own = names[page]
        kept = [b"%d 0 R" % tag for mark, (tag, _) in marks if own.get(mark) is not None]
        lists.append(b"%d[" % at + b" ".join(kept) + b"]")
        done[page] = says[page].replace(key[0], b"/StructParents %d" % at)
    new, kids = max(says) + 1, [(first, first + len(lists) - 1, b"".join(lists))]
    if links:
        kids.insert(0, (links[0][0], links[-1][0], b"".join(b"%d %b 0 R " % link for link in links)))
    for at, (low, high, nums) in enumerate(kids, start=new):
        done[at] = b"<</Limits[%d %d]/Nums[%b]>>" % (low, high, nums)
    told = b" ".join(b"%d 0 R" % at for at in range(new, new + len(kids)))
    return done | {tree: before + b"/ParentTree<</Kids[" + told + b"]>>" + after}


def places_of(file: File) -> dict[bytes, int]:
    """The places in the file that have a name, with the numbers of what says where they are."""
    named = re.search(rb"/Dests<</Names\[([^\]]*)\]", file.says[file.root])
    return {file.strings[int(name)]: int(at) for name, at in _PLACE.findall(named[1])} if named else {}


def linked(says: bytes, file: File, places: Mapping[bytes, int]) -> bytes:
    """A link or bookmark: its room in whole points; where it leads, said on the spot, beside what repeats with it."""
    says = _ROOM.sub(lambda found: b"/%b[%b]" % (found[1], _NUMBER.sub(_whole, found[2])), says)
    to = _TO.search(says)
    if to:
        at = int(to[1]) if to[1] else places[file.strings[int(to[2])]]
        head, _, rest = file.says[at].partition(b"/XYZ")
        says = says.replace(to[0], b"/Dest" + head + b"/XYZ" + _NUMBER.sub(_whole, rest))
    says = says.replace(b"/Type/Annot", b"", 1).replace(b"/Type/Action", b"", 1)
    if says.startswith(b"<</Subtype/Link"):
        says = _VARIES.sub(b"", says)[:-2] + b"".join(_VARIES.findall(says)) + b">>"
    return says


def _whole(found: re.Match[bytes]) -> bytes:
    return b"%d" % round(float(found[0]))


def _tag(says: bytes) -> Tag:
    """A tag as Typst tells it."""
    found = _TAG.fullmatch(says)
    if not found:
        raise Unknown(says)
    kind, above, more, kids, on = found.groups()
    page, more = int(on or 0), more and compact(more.rstrip())
    if page and kids.replace(b" ", b"").isdigit():
        return Tag(kind, int(above), more, page, [(mark, page, int(mark)) for mark in kids.split()], not more)
    return Tag(kind, int(above), more, page, list(_kids(kids, page)))


def _kids(told: bytes, own: int) -> Iterator[Kid]:
    objects = told.count(b"<<")
    for below, mark, at, to, far, there in _KID.findall(told):
        if below:
            yield b"%b 0 R" % below, 0, int(below)
        elif mark and own:
            yield b"", own, int(mark)
        elif to:
            objects -= 1
            yield b"<</Type/OBJR/Pg %b 0 R/Obj %b 0 R>>" % (at, to), 0, 0
        elif there:
            objects -= 1
            yield b"", int(there), int(far)
        else:
            raise Unknown(told)
    if objects:
        raise Unknown(told)
