"""A PDF as Typst writes it in, one that looks and reads the same in a little more than half the bytes out."""

import re
from collections.abc import Mapping

from builder.pdf.file import TEXT, Part, Parts, cut, named_in, read, written
from builder.pdf.item import Called, Drawn, Run, Shown, Unknown
from builder.pdf.lines import Sequence, joined, merged, repeated, sequences_of, without
from builder.pdf.page import items_of
from builder.pdf.pen import drawn
from builder.pdf.places import led
from builder.pdf.tags import Belongs, Names, linked, marks_of, named, places_of, retagged, tags_of
from builder.pdf.type import Type, typed, widths_of

_FONT = re.compile(rb"(/f\d+) (\d+) 0 R")
_SPACE = re.compile(rb"(/c\d+) (\d+) 0 R")
_SPACES = re.compile(rb"/ColorSpace<<[^>]*>>|/ProcSet\[[^\]]*\]")
_FONTS = re.compile(rb"/Font<<[^>]*>>")
_ALT = re.compile(rb"/Alt" + TEXT, re.S)
_ASIDE = re.compile(
    rb"<(dc:(?:description|creator|format)|(?:xmp|xmpMM|xmpTPg|pdf):\w+)>.*?</\1>|xmlns:(?:xmp\w*|pdf)=\S+", re.S
)
"""What is said of a file in its metadata, and elsewhere in it too."""
_FOREIGN = re.compile(rb"/(?:Subtype/Form|PatternType)")
_NAMES = re.compile(rb"/Names<<.*?\]>>>>", re.S)
_TAG = re.compile(rb"<<(?:/Type/StructElem)?/S(/\w+)/P ")


def smaller(pdf: bytes) -> tuple[bytes, int]:
    """The file, and how many pages it has. What Typst never wrote before stays as it is, in a file as small as that can be."""
    parts, root, info = read(pdf)
    pages = list(named_in(parts[parts[root].ref("Pages")].says.partition(b"/Kids")[2].partition(b"]")[0]))
    parts |= led(parts, root, pages)
    try:
        done = _rewritten(parts, root, pages)
    except Unknown:
        done = parts
    return written(done, _order(done, root, info), root, info), len(pages)


def _rewritten(parts: Parts, root: int, pages: list[int]) -> Parts:
    others = {number: part.says for number, part in parts.items() if not part.says.startswith(b"<</Type/StructElem/")}
    if any(map(_FOREIGN.search, others.values())):
        raise Unknown("a drawing with fonts and colours of its own")
    fonts = {number for page in pages for number in _fonts(parts, page).values()}
    called = {number: b"/f%d" % at for at, number in enumerate(sorted(fonts))}
    tags = tags_of(parts)
    belongs = marks_of(tags)
    sequences, names = _sequences(parts, root, belongs, pages, called)
    types, letters = _types(parts, called, sequences)
    done = parts | letters | _contents(parts, sequences, types)
    done |= _resources(done, pages, called)
    done |= retagged(tags, names)
    about = parts[root].ref("Metadata")
    done[about] = Part(parts[about].says, _ASIDE.sub(b"", parts[about].stream or b""))
    places = places_of(parts, root)
    for number, says in others.items():
        if says.startswith((b"<</Type/Annot/", b"<</Parent ")):  # a link, a bookmark
            done[number] = linked(parts[number], parts, places)
    done |= named(done, parts[root].ref("StructTreeRoot"), pages, belongs, names)
    done[root] = Part(_NAMES.sub(b"", parts[root].says))  # whoever follows a link has its place there already
    return done


def _sequences(
    parts: Parts, root: int, belongs: Mapping[int, Belongs], pages: list[int], called: Mapping[int, bytes]
) -> tuple[dict[int, list[Sequence]], Names]:
    """What is on each page, and the new number of each mark."""
    language = re.search(rb"/Lang(\([^)]*\))", parts[root].says)
    widths = {name: widths_of(number, parts) for number, name in called.items()}
    done, names = dict[int, list[Sequence]](), dict[tuple[int, int], int | None]()
    for page in pages:
        fonts = {name: called[number] for name, number in _fonts(parts, page).items()}
        items = items_of(parts[parts[page].ref("Contents")].stream or b"", Called(_paints(parts, page), fonts))
        said = [language[0]] if language else []
        said += [
            alt[0]
            for tag in {tag for tag, _ in belongs.get(page, {}).values()}
            if (alt := _ALT.search(parts[tag].says))
        ]
        found, own = merged(sequences_of(items, said), belongs.get(page, {}))
        done[page] = [joined(one, widths) for one in found]
        names |= {(page, mark): name for mark, name in own.items()}
    return done, names


def _paints(parts: Parts, page: int) -> dict[bytes, int]:
    """How many numbers make a colour in each colour space of a page: one of grey, three of red, green and blue."""
    spaces = dict[bytes, int]()
    for name, number in _SPACE.findall(parts[parts[page].ref("Resources")].says):
        profile = next(named_in(parts[int(number)].says), 0)
        found = re.search(rb"/N ([13])\b", parts[profile].says) if profile else None
        if not found:
            raise Unknown(name)
        spaces[name] = int(found[1])
    return spaces


def _fonts(parts: Parts, page: int) -> dict[bytes, int]:
    return {name: int(number) for name, number in _FONT.findall(parts[parts[page].ref("Resources")].says)}


def _types(
    parts: Parts, called: Mapping[int, bytes], sequences: Mapping[int, list[Sequence]]
) -> tuple[dict[bytes, Type], Parts]:
    """How each font is written, and what the fonts are now."""
    used = dict[bytes, list[bytes]]()
    for item in (item for page in sequences.values() for one in page for item in one.items):
        for letters in item.told if isinstance(item, Drawn) else (item,):
            if isinstance(letters, Run | Shown):
                used.setdefault(letters.font, []).extend(codes for codes, _ in letters.letters)
    made = {name: typed(number, parts, set(b"".join(used[name]))) for number, name in called.items() if name in used}
    return {name: one for name, (one, _) in made.items()}, {
        number: part for _, fonts in made.values() for number, part in fonts.items()
    }


def _contents(parts: Parts, sequences: Mapping[int, list[Sequence]], types: Mapping[bytes, Type]) -> Parts:
    """What draws each page, and what draws the foot of most of them."""
    foot, number, done = repeated(sequences.values()), max(parts) + 1, dict[int, Part]()
    if foot:
        done[number] = Part(b"<<>>", drawn(foot, types, paint=b""))
    for page, all_of_it in sequences.items():
        body, own = without(all_of_it, foot) if foot else None, parts[page].ref("Contents")
        done[own] = Part(b"<<>>", drawn(all_of_it if body is None else body, types))
        if body is not None:
            both = b"/Contents[%d 0 R %d 0 R]" % (own, number)
            done[page] = Part(parts[page].says.replace(b"/Contents %d 0 R" % own, both))
    return done


def _resources(parts: Parts, pages: list[int], called: Mapping[int, bytes]) -> Parts:
    """The fonts of the pages, said once."""
    fonts = b"/Font<<%b>>" % b"".join(b"%b %d 0 R" % (name, number) for number, name in called.items())
    first, done = dict[bytes, int](), dict[int, Part]()
    for page in pages:
        own = parts[page].ref("Resources")
        says = _FONTS.sub(fonts, _SPACES.sub(b"", parts[own].says))
        one = first.setdefault(says, own)
        done[one] = Part(says)
        done[page] = Part(parts[page].says.replace(b"/Resources %d 0 R" % own, b"/Resources %d 0 R" % one))
    return done


def _order(parts: Parts, root: int, info: int) -> dict[int, list[bytes]]:
    """What the file needs, each `cut`: tags first, since others name them most, and what is alike side by side."""
    found, todo = dict[int, list[bytes]](), [root, info]
    while todo:
        number = todo.pop()
        if number not in found:
            found[number] = cut(parts[number].says)
            todo += map(int, found[number][1::2])

    def kind(number: int) -> tuple[int, bytes, int]:
        says = parts[number].says
        tag = _TAG.match(says)
        lone = -1 if says.startswith(b"<</Limits[") else 1 if says.find(b"/Subtype/Link") >= 0 else 2
        return (0, tag[1], number) if tag else (lone, b"", number)

    return {number: found[number] for number in sorted(found, key=kind)}
