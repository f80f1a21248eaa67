"""What a page of a PDF is drawn with in, as Typst writes it: its marks, words and lines out."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from builder.pdf.file import BRACKET, compact, hidden, shown
from builder.pdf.item import PLAIN, Called, Drawn, End, Item, Letters, Line, Mark, Run, Shown, Unknown, Way
from builder.pdf.operation import DICTIONARY, Operation, drawing_at, operations
from builder.pdf.short import short

_SHOWN = rb"\[?(?:(-?[\d.]+) )?\(([^\n]*)\)\]?"
"""What moves the first letter, and the letters: an end of a line is never among them."""
_LINE = (
    rb"q\n1 0 0 -1 ([^ ]+) ([^ ]+) cm\n([^ ]+) cs\n([\d. ]+) scn\nBT\n0 Tr\n([^ ]+) ([^ ]+) Tf\n1 0 0 -1 0 0 Tm\n"
    + _SHOWN
    + rb" T[jJ]\nET\nQ\n"
)
"""A line of letters with its state, as Typst writes it."""
_USUAL = re.compile(rb"\s*/\w+ <<\n  /MCID (\d+)\n>> BDC\n" + _LINE + rb"EMC(?=[\s/])")
"""What most of a page is: a line that is all of its mark."""
_TEXT = re.compile(
    rb"(?:\s*(/\w+) (" + DICTIONARY + rb" )?B(?:DC|MC))?(?:\s*" + _LINE + rb")?(?:\s*(EMC)(?![^\s/]))?", re.S
)
"""The start of what belongs to a part of the text, a line of it, the end; often one after another."""
_SHAPE = re.compile(rb"\s*q\n1 0 0 -1 (\S+) (\S+) cm([^()qQ]+)\sQ(?![^\s/\[\]()<>])")
"""Lines and shapes that are measured from a point."""
_NUMBER = re.compile(rb"/MCID (\d+)")
_ALT = re.compile(rb"/Alt(?:\(\d+\)|<[0-9A-F]*>)")
_ALONE = re.compile(_SHOWN)
_MOVED = re.compile(rb"\) (-?[\d.]+) \((?=\\000)")
"""What is between two stretches of letters: a bracket that is a letter has the next letter behind it."""
_CLOSING = ord(")")
_WRITING = {b"cm", b"cs", b"scn", b"BT", b"ET", b"Tr", b"Tf", b"Tm", b"Tj", b"TJ", b"BDC", b"EMC"}
_PEN = {b"w", b"M", b"J", b"j", b"d"}
_COLOUR = {b"cs": b"", b"CS": b"", b"scn": b"", b"SCN": b""}
_WAY = {b"m", b"l", b"c", b"h"}
_CORNERS = [b"m", b"l", b"l", b"l", b"h"]
_ENDS = {b"S", b"f", b"f*", b"B", b"B*"}

_END = End()


def items_of(content: bytes, called: Called) -> Iterator[Item | Line]:
    """What is on the page, in order.

    Raises:
        Unknown: Typst never wrote this before.
    """
    end, paints = 0, tuple(called.paints.items())
    while True:
        if found := _USUAL.match(content, end):
            end = found.end()
            number, *line = found.groups()
            yield Line(int(number), _line(line, called))
        elif (found := _TEXT.match(content, end)) and found.end() > end:
            end = found.end()
            kind, says, *line, ends = found.groups()
            if kind:
                yield _mark(kind, says or b"")
            if line[0]:
                yield _line(line, called)
            if ends:
                yield _END
        elif (found := _SHAPE.match(content, end)) and (shape := _shape(found[3], paints)):
            end = found.end()
            yield _way(shape, float(found[1]), float(found[2]))
        else:
            drawing = drawing_at(content, end)
            if not drawing:
                break
            block, end = drawing
            yield from _block(block, called)


def _mark(kind: bytes, says: bytes) -> Mark:
    """The start of a part. What that is, its tag says, and what it shows."""
    strings = list[bytes]()
    says = compact(hidden(says, strings))
    found = _NUMBER.search(says)
    if found:
        kind, says = PLAIN.kind, _ALT.sub(b"", says[: found.start()] + says[found.end() :])
    return Mark(kind, shown(says, strings), int(found[1]) if found else -1)


def _line(told: list[bytes], called: Called) -> Run:
    """Letters in a line, as most of them are written."""
    across, up, space, paint, font, size, before, stretches = told
    lead, letters = _letters(before, stretches)
    left = float(across) - lead * float(size) / 1000 if lead else float(across)
    if font not in called.fonts or space not in called.paints:
        raise Unknown(told)
    return Run((left, float(up)), called.fonts[font], size, _filled(paint, called.paints[space]), letters)


def _block(block: list[Operation], called: Called) -> Iterator[Item]:
    if _is_writing(block):
        yield from _runs(block[1:], block[0][1], called)
    else:
        drawing, written = _parted(block)
        yield Drawn((b"q", *_drawn(drawing, called), b"Q"))
        for one in written:
            yield from _block(one, called)


def _is_writing(block: list[Operation]) -> bool:
    """Whether it is nothing but letters that stand upright."""
    names = {name for name, _ in block}
    if not block or block[0][0] != b"cm" or b"BT" not in names or not names <= _WRITING:
        return False
    right, _, _, down = (float(one) for one in block[0][1][:4])
    return right > 0 and right == -down and set(block[0][1][1:3]) == {b"0"}


def _parted(block: list[Operation]) -> tuple[list[Operation], list[list[Operation]]]:
    """A drawing without the letters that end it, and those."""
    end, written = len(block), list[list[Operation]]()
    while end and block[end - 1][0] == b"Q":
        start, depth = end - 2, 1
        while depth:
            depth += (block[start][0] == b"Q") - (block[start][0] == b"q")
            start -= 1
        inside = block[start + 2 : end - 1]
        if not _is_writing(inside):
            break
        written.insert(0, inside)
        end = start + 1
    depth = 0
    for name, _ in block[:end]:
        depth += (name == b"q") - (name == b"Q")
        if name == b"cm" and not depth:
            return block, []
    return block[:end], written


def _runs(block: list[Operation], matrix: tuple[bytes, ...], called: Called) -> Iterator[Item]:
    scale, across, up = (float(matrix[at]) for at in (0, 4, 5))
    space, paint, font, size, at = b"", b"", b"", b"", (0.0, 0.0)
    for name, values in block:
        match name:
            case b"cs":
                space = values[0]
            case b"scn":
                paint = _paint(values, called.paints[space], fill=True)
            case b"Tr" if values != (b"0",):
                raise Unknown(name)
            case b"Tf":
                font, size = called.fonts[values[0]], short(scale * float(values[1]), 3)
            case b"Tm":
                if values[:4] != (b"1", b"0", b"0", b"-1"):
                    raise Unknown(values)
                at = (across + scale * float(values[4]), up - scale * float(values[5]))
            case b"Tj" | b"TJ":
                lead, letters = _letters(*_shown(values[0]))
                yield Run((at[0] - lead * float(size) / 1000, at[1]), font, size, paint, letters)
            case b"BDC":
                yield _mark(*values)
            case b"EMC":
                yield _END


def _shown(value: bytes) -> tuple[bytes, bytes]:
    found = _ALONE.fullmatch(value)
    if not found:
        raise Unknown(value)
    return found[1], found[2]


def _letters(before: bytes, told: bytes) -> tuple[int, Letters]:
    """By how much the first letter is nearer, and the letters."""
    lead = round(float(before)) if before else 0
    if _CLOSING not in told:
        return lead, ((_stretch(told), 0),)
    first, *more = _MOVED.split(told)
    found = [(_stretch(first), 0)]
    for moved, stretch in zip(more[::2], more[1::2], strict=True):
        nearer, (codes, _) = round(float(moved)), found.pop()
        found += [(codes, nearer), (_stretch(stretch), 0)] if nearer else [(codes + _stretch(stretch), 0)]
    return lead, tuple(found)


def _stretch(told: bytes) -> bytes:
    """Letters as a PDF writes them, each with two bytes of which the first is nothing.

    What is escaped (ISO 32000-1, 7.3.4.2) Python writes in the same way, but for brackets.
    """
    if BRACKET in told or _CLOSING in told:
        told = told.replace(b"\\(", b"\\050").replace(b"\\)", b"\\051")
    try:
        codes = told.decode("unicode_escape").encode("latin-1")
    except UnicodeError:
        raise Unknown(told) from None
    if not codes or codes[::2].strip(b"\0") or len(codes) % 2:
        raise Unknown(told)
    return codes[1::2]


class _Shape(NamedTuple):
    """The pen, straight ways or a curved one, each from the point where the shape stands, and whether it is drawn or filled."""

    pen: bytes
    straight: tuple[tuple[bytes, tuple[tuple[float, float], ...]], ...]
    curved: bytes
    ends: bytes


@cache
def _shape(told: bytes, paints: tuple[tuple[bytes, int], ...]) -> _Shape | None:
    """What is told of a shape; none if it is more than that."""
    block = [one for one, _ in operations(told)]
    names = [name for name, _ in block]
    if not names or names[-1] not in _ENDS or not {*_PEN, *_COLOUR, *_WAY}.issuperset(names[:-1]):
        return None
    called = Called(dict(paints), {})
    pen = b" ".join(_plain([one for one in block[:-1] if one[0] not in _WAY], called))
    way = [one for one in block[:-1] if one[0] in _WAY]
    if b"c" in names:
        return _Shape(pen, (), b" ".join(_plain(way, called)), names[-1])
    return _Shape(pen, tuple((name, tuple(_pairs(values))) for name, values in way), b"", names[-1])


def _way(shape: _Shape, across: float, up: float) -> Way:
    pen, way, curved, ends = shape
    if curved:
        return Way(pen, b"1 0 0 -1 %b %b cm" % (short(across, 1), short(up, 1)), curved, ends)
    points = [[(across + x, up - y) for x, y in some] for _, some in way]
    told = _rectangle([one for some in points for one in some]) if [name for name, _ in way] == _CORNERS else b""
    straight = (
        b" ".join((*(short(x, 1) + b" " + short(y, 1) for x, y in some), name))
        for some, (name, _) in zip(points, way, strict=True)
    )
    return Way(pen, b"", told or b" ".join(straight), ends)


def _rectangle(corners: list[tuple[float, float]]) -> bytes:
    """Four corners, said as a place and a size; nothing if they are no upright rectangle."""
    lefts, lows = sorted({x for x, _ in corners}), sorted({y for _, y in corners})
    if len(lefts) != 2 or len(lows) != 2 or len(set(corners)) != 4 or corners[0][0] != corners[1][0]:
        return b""
    size = short(lefts[1] - lefts[0]) + b" " + short(lows[1] - lows[0])
    return short(lefts[0], 1) + b" " + short(lows[0], 1) + b" " + size + b" re"


def _pairs(values: tuple[bytes, ...]) -> Iterator[tuple[float, float]]:
    return zip(map(float, values[::2]), map(float, values[1::2]), strict=True)


def _drawn(block: list[Operation], called: Called) -> Iterator[bytes | Shown]:
    font, start = b"", 0
    for at, (name, values) in enumerate(block):
        if name == b"Tf":
            font = called.fonts[values[0]]
        elif name in (b"Tj", b"TJ"):
            yield from _plain(block[start:at], called)
            yield Shown(font, _letters(*_shown(values[0]))[1])
            start = at + 1
    yield from _plain(block[start:], called)


def _plain(block: list[Operation], called: Called, near: int = 2) -> Iterator[bytes]:
    """The instructions, in plain grey and colour and with shorter numbers."""
    spaces = {b"scn": b"", b"SCN": b""}
    for name, values in block:
        if name in (b"cs", b"CS") and values[0] in called.paints:
            spaces[b"scn" if name == b"cs" else b"SCN"] = values[0]
        elif name in spaces and spaces[name] in called.paints:
            yield _paint(values, called.paints[spaces[name]], fill=name == b"scn")
        elif name == b"Tf":
            yield b" ".join((called.fonts[values[0]], values[1], name))
        else:
            digits = 5 if name == b"cm" else near
            yield b" ".join((*(short(float(one), digits) if _is_number(one) else one for one in values), name))


@cache
def _filled(told: bytes, numbers: int) -> bytes:
    return _paint(tuple(told.split()), numbers, True)


@cache
def _paint(values: tuple[bytes, ...], numbers: int, fill: bool) -> bytes:
    if len(values) != numbers:
        raise Unknown(values)
    grey, colour = (b"g", b"rg") if fill else (b"G", b"RG")
    return b" ".join((*(short(float(one), 3) for one in values), grey if numbers == 1 else colour))


def _is_number(told: bytes) -> bool:
    return told[0] in b"+-.0123456789"
