"""A PDF as Typst writes it in, one that looks and reads the same in a little more than half the bytes out."""

import re
from collections.abc import Mapping

from builder.export.pdf_file import Part, Parts, named_in, read, written
from builder.export.pdf_lines import Sequence, merged, sequences_of
from builder.export.pdf_page import Drawn, Glyph, Run, Shown, Unknown, items_of
from builder.export.pdf_pen import drawn
from builder.export.pdf_tags import Names, linked, marks_of, named, tagged
from builder.export.pdf_type import Type, typed

_FONT = re.compile(rb"(/f\d+) (\d+) 0 R")
_SPACE = re.compile(rb"(/c\d+) (\d+) 0 R")
_SPACES = re.compile(rb"/ColorSpace<<[^>]*>>|/ProcSet\[[^\]]*\]")
_NAMES = re.compile(rb"/Names<<.*?\]>>>>", re.S)
_TAG = re.compile(rb"/S(/\w+)/P ")


def smaller(pdf: bytes) -> tuple[bytes, int]:
    """The file, and how many pages it has. What Typst never wrote before stays as it is, in a file as small as that can be."""
    parts, root, info = read(pdf)
    pages = list(named_in(parts[parts[root].ref("Pages")].says.partition(b"/Kids")[2].partition(b"]")[0]))
    try:
        done = _rewritten(parts, root, pages)
    except Unknown:
        done = parts
    return written(done, _order(done, root, info), root, info), len(pages)


def _rewritten(parts: Parts, root: int, pages: list[int]) -> Parts:
    if any(b"/Subtype/Form" in part.says or b"/PatternType" in part.says for part in parts.values()):
        raise Unknown("a drawing with fonts and colours of its own")
    sequences, names = _sequences(parts, root, pages)
    types, fonts = _types(parts, pages, sequences)
    done = parts | fonts
    for page in pages:
        own = {name: (name, types[number]) for name, number in _fonts(parts, page).items() if number in types}
        done[parts[page].ref("Contents")] = Part(b"<<>>", drawn(sequences[page], own))
    done |= _resources(parts, pages)
    for number, part in parts.items():
        if b"/Type/StructElem" in part.says:
            done[number] = tagged(part, names)
        elif b"/Dest " in part.says or b"/Subtype/Link" in part.says:
            done[number] = linked(part, parts)
    tree = parts[root].ref("StructTreeRoot")
    done[tree] = named(parts, tree, pages, names)
    done[root] = Part(_NAMES.sub(b"", parts[root].says))  # whoever follows a link has its place there already
    return done


def _sequences(parts: Parts, root: int, pages: list[int]) -> tuple[dict[int, list[Sequence]], Names]:
    """What is on each page, and the new number of each mark."""
    language = re.search(rb"/Lang(\([^)]*\))", parts[root].says)
    belongs = marks_of(parts)
    done, names = dict[int, list[Sequence]](), dict[tuple[int, int], int | None]()
    for page in pages:
        items = items_of(parts[parts[page].ref("Contents")].stream or b"", _paints(parts, page))
        found = sequences_of(items, language[1] if language else b"")
        done[page], own = merged(found, belongs.get(page, {}))
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


def _types(parts: Parts, pages: list[int], sequences: Mapping[int, list[Sequence]]) -> tuple[dict[int, Type], Parts]:
    used = dict[int, set[Glyph]]()
    for page in pages:
        fonts = _fonts(parts, page)
        items = [item for one in sequences[page] for item in one.items]
        for item in items:
            for letters in item.told if isinstance(item, Drawn) else (item,):
                if isinstance(letters, Run | Shown):
                    used.setdefault(fonts[letters.font], set()).update(letters.glyphs)
    made = {number: typed(number, parts, glyphs) for number, glyphs in used.items()}
    return {number: one for number, (one, _) in made.items()}, {
        number: part for _, fonts in made.values() for number, part in fonts.items()
    }


def _resources(parts: Parts, pages: list[int]) -> Parts:
    """The fonts of the pages, said once."""
    first, done = dict[bytes, int](), dict[int, Part]()
    for page in pages:
        own = parts[page].ref("Resources")
        says = _SPACES.sub(b"", parts[own].says)
        one = first.setdefault(says, own)
        done[one] = Part(says)
        done[page] = Part(parts[page].says.replace(b"/Resources %d 0 R" % own, b"/Resources %d 0 R" % one))
    return done


def _order(parts: Parts, root: int, info: int) -> list[int]:
    """What the file needs: tags first, since others name them most, and what is alike side by side."""
    found, todo = {root, info}, [root, info]
    while todo:
        new = set(named_in(parts[todo.pop()].says)) - found
        found |= new
        todo += sorted(new)

    def kind(number: int) -> tuple[int, bytes, int]:
        says = parts[number].says
        tag = _TAG.search(says)
        return (0, tag[1], number) if tag else (1 if b"/Subtype/Link" in says else 2, b"", number)

    return sorted(found, key=kind)
