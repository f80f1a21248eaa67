"""A PDF as Typst writes it in, one that looks and reads the same in a little more than half the bytes out."""

import re
from collections.abc import Mapping

from builder.pdf.file import TAG, Cuts, File, Says, Streams, compact, cut, named_in, read, ref, written
from builder.pdf.item import Called, Unknown
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
_LANGUAGE = re.compile(rb"/Lang\((\d+)\)")
_ASIDE = re.compile(
    rb"<(dc:(?:description|creator|format)|(?:xmp|xmpMM|xmpTPg|pdf):\w+)>.*?</\1>|xmlns:(?:xmp\w*|pdf)=\S+", re.S
)
"""What is said of a file in its metadata, and elsewhere in it too."""
_NAMES = re.compile(rb"/Names<<.*?\]>>>>", re.S)


def smaller(pdf: bytes) -> tuple[bytes, int]:
    """The file, and how many pages it has. What Typst never wrote before stays as it is, in a file as small as that can be.

    Raises:
        Nowhere: a link inside it leads to no place.
    """
    file = read(pdf)
    pages = list(named_in(file.says[ref(file.says[file.root], "Pages")].partition(b"/Kids")[2].partition(b"]")[0]))
    file = led(file, pages)
    try:
        file, tags = _rewritten(file, pages)
    except Unknown:
        tags = {number: cut(compact(says)) for number, says in file.says.items() if says.startswith(TAG)}
    return written(file, _order(file, tags)), len(pages)


def _rewritten(file: File, pages: list[int]) -> tuple[File, Cuts]:
    """The file written anew, and its tags."""
    others = {number: says for number, says in file.says.items() if not says.startswith(TAG)}
    if any(b"/Subtype/Form" in says or b"/PatternType" in says for says in others.values()):
        raise Unknown("a drawing with fonts and colours of its own")
    root = file.says[file.root]
    tree, about = ref(root, "StructTreeRoot"), ref(root, "Metadata")
    fonts = {number for page in pages for number in _fonts(file, page).values()}
    called = {number: b"/f%d" % at for at, number in enumerate(sorted(fonts))}
    tags = tags_of(file)
    belongs = marks_of(tags)
    sequences, names = _sequences(file, belongs, pages, called)
    types, fonts_say, letters = _types(file, called)
    says, contents = _contents(file, sequences, types)
    says = file.says | fonts_say | says
    says |= _resources(says, pages, called)
    places = places_of(file)
    for number, said in others.items():
        if said.startswith((b"<</Type/Annot/", b"<</Parent ")):  # a link, a bookmark
            says[number] = linked(said, file, places)
    says |= named(says, tree, pages, belongs, names)
    says[file.root] = _NAMES.sub(b"", root)  # whoever follows a link has its place there already
    streams = file.streams | letters | contents | {about: _ASIDE.sub(b"", file.streams[about])}
    return file._replace(says=says, streams=streams), retagged(tags, names)


def _sequences(
    file: File, belongs: Mapping[int, Belongs], pages: list[int], called: Mapping[int, bytes]
) -> tuple[dict[int, list[Sequence]], Names]:
    """What is on each page, and the new number of each mark."""
    widths = {name: widths_of(number, file) for number, name in called.items()}
    done, names = dict[int, list[Sequence]](), dict[int, Mapping[int, int | None]]()
    told = _LANGUAGE.search(file.says[file.root])
    language = b"/Lang" + file.strings[int(told[1])] if told else b""
    for page in pages:
        fonts = {name: called[number] for name, number in _fonts(file, page).items()}
        items = items_of(file.streams[ref(file.says[page], "Contents")], Called(_paints(file, page), fonts))
        found, names[page] = merged(sequences_of(items, language), belongs.get(page, {}))
        done[page] = [joined(one, widths) for one in found]
    return done, names


def _paints(file: File, page: int) -> dict[bytes, int]:
    """How many numbers make a colour in each colour space of a page: one of grey, three of red, green and blue."""
    spaces = dict[bytes, int]()
    for name, number in _SPACE.findall(_resources_of(file, page)):
        profile = next(named_in(file.says[int(number)]), 0)
        found = re.search(rb"/N ([13])\b", file.says[profile]) if profile else None
        if not found:
            raise Unknown(name)
        spaces[name] = int(found[1])
    return spaces


def _fonts(file: File, page: int) -> dict[bytes, int]:
    return {name: int(number) for name, number in _FONT.findall(_resources_of(file, page))}


def _resources_of(file: File, page: int) -> bytes:
    return file.says[ref(file.says[page], "Resources")]


def _types(file: File, called: Mapping[int, bytes]) -> tuple[dict[bytes, Type], Says, Streams]:
    """How each font is written, and what the fonts are now."""
    types, says, streams = dict[bytes, Type](), Says(), Streams()
    for number, name in called.items():
        types[name], said, data = typed(number, file)
        says |= said
        streams |= data
    return types, says, streams


def _contents(file: File, sequences: Mapping[int, list[Sequence]], types: Mapping[bytes, Type]) -> tuple[Says, Streams]:
    """What draws each page, and what draws the foot of most of them."""
    foot, number, says, streams = repeated(sequences.values()), max(file.says) + 1, Says(), Streams()
    if foot:
        says[number], streams[number] = b"<<>>", drawn(foot, types, paint=b"")
    for page, all_of_it in sequences.items():
        body, own = without(all_of_it, foot) if foot else None, ref(file.says[page], "Contents")
        says[own], streams[own] = b"<<>>", drawn(all_of_it if body is None else body, types)
        if body is not None:
            both = b"/Contents[%d 0 R %d 0 R]" % (own, number)
            says[page] = file.says[page].replace(b"/Contents %d 0 R" % own, both)
    return says, streams


def _resources(says: Says, pages: list[int], called: Mapping[int, bytes]) -> Says:
    """The fonts of the pages, said once."""
    fonts = b"/Font<<%b>>" % b"".join(b"%b %d 0 R" % (name, number) for number, name in called.items())
    first, done = dict[bytes, int](), Says()
    for page in pages:
        own = ref(says[page], "Resources")
        told = _FONTS.sub(fonts, _SPACES.sub(b"", says[own]))
        one = first.setdefault(told, own)
        done[one] = told
        done[page] = says[page].replace(b"/Resources %d 0 R" % own, b"/Resources %d 0 R" % one)
    return done


def _order(file: File, tags: Cuts) -> Cuts:
    """What the file needs, each `cut`: tags first, since others name them most, and what is alike side by side."""
    found, todo = {**tags}, [file.root, file.info]
    while todo:
        number = todo.pop()
        if number not in found:
            found[number] = pieces = cut(file.says[number])
            todo += map(int, pieces[1::2])

    def kind(number: int) -> bytes:
        if number in tags:
            return tags[number][0]
        says = file.says[number]
        return b"" if says.startswith(b"<</Limits[") else b"~1" if b"/Subtype/Link" in says else b"~2"

    return {number: found[number] for number in sorted(sorted(found), key=kind)}
