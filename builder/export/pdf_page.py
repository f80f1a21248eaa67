"""What a page of a PDF is drawn with in, as Typst writes it: its marks, words and lines out."""

import re
from collections.abc import Iterator
from functools import cache

from builder.export.pdf_file import TEXT
from builder.export.pdf_item import Called, Drawn, End, Glyph, Item, Mark, Run, Shown, Unknown, Way

_DICTIONARY = rb"<<(?:[^<>()]|" + TEXT + rb"|<[0-9A-Fa-f]*>|<<(?:[^<>()]|" + TEXT + rb"|<[0-9A-Fa-f]*>)*>>)*>>"
_TOKEN = re.compile(
    rb"\s*(" + TEXT + rb"|" + _DICTIONARY + rb"|\[(?:[^\[\]()]|" + TEXT + rb")*\]|/?[^\s/\[\]()<>]+|<[0-9A-Fa-f]*>)",
    re.S,
)
_NUMBERED = re.compile(rb"\s*((?:[-+.\d]+\s+)*)([A-Za-z]+\*?)(?![^\s/\[\]()<>])")
"""What most of a drawing is: numbers, and what is done with them."""
_LINE = (
    rb"q 1 0 0 -1 (\S+) (\S+) cm(/\S+) cs ([\d. ]+) scn\s+BT 0 Tr(/\S+) (\S+) Tf 1 0 0 -1 0 0 Tm"
    rb"(\[[^\n]*\]|\([^\n]*\))T[jJ]\s+ET\s+Q\s"
)
"""A line of letters with its state, as Typst writes it: an end of a line is never among letters."""
_MARKED = rb"(/\w+) ?(" + _DICTIONARY + rb")? ?B(?:DC|MC)|EMC(?![^\s/])"
"""Where what belongs to a part of the text begins, or ends."""
_TEXT = re.compile(rb"\s*(?:" + _MARKED + rb"|" + _LINE + rb")", re.S)
"""What most of a page is."""
_UNMOVED = (b"(", b"[(")
_MOVED = re.compile(rb"\[?(-?[\d.]+)?\(")
_LETTER = re.compile(rb"(?:\\([0-7]{3}|.)|([^\\]))(?:\)(?:(-?[\d.]+)\(|\]?))?", re.S)
_SPECIAL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_OPERAND = b"/([<+-.0123456789"
_WRITING = {b"cm", b"cs", b"scn", b"BT", b"ET", b"Tr", b"Tf", b"Tm", b"Tj", b"TJ", b"BDC", b"EMC"}
_PEN = {b"w", b"M", b"J", b"j", b"d"}
_COLOUR = {b"cs": b"", b"CS": b"", b"scn": b"", b"SCN": b""}
_WAY = {b"m", b"l", b"c", b"h"}
_CORNERS = [b"m", b"l", b"l", b"l", b"h"]
_ENDS = {b"S", b"f", b"f*", b"B", b"B*"}

Operation = tuple[bytes, tuple[bytes, ...]]


def items_of(content: bytes, called: Called) -> Iterator[Item]:
    """What is on the page, in order."""
    depth, block, values, end = 0, list[Operation](), list[bytes](), 0
    while found := ((_NUMBERED if depth else _TEXT).match(content, end) or _TOKEN.match(content, end)):
        end = found.end()
        if found.re is _TEXT:
            yield Mark(found[1], found[2] or b"") if found[1] else _line(found, called) if found[3] else End()
            continue
        name = found[1]
        if found.re is _NUMBERED:
            values += name.split()
            name = found[2]
        elif name[0] in _OPERAND:
            values.append(name)
            continue
        depth += (name == b"q") - (name == b"Q")
        if depth or name == b"Q":
            block.append((name, tuple(values)))
            if not depth:
                yield from _block(block[1:-1], called)
                block = []
        else:
            raise Unknown(name)
        values = []
    if content[end:].strip():
        raise Unknown(content[end : end + 20])


def _line(found: re.Match[bytes], called: Called) -> Run:
    """Letters in a line, as most of them are written."""
    _, _, across, up, space, paint, font, size, shown = found.groups()
    lead, glyphs = _glyphs(shown)
    at = (float(across) - lead * float(size) / 1000, float(up))
    return Run(at, called.fonts[font], size, _paint(tuple(paint.split()), called.paints[space], True), glyphs)


def _block(block: list[Operation], called: Called) -> Iterator[Item]:
    names = [name for name, _ in block]
    across, up, rest = 0.0, 0.0, block
    if names[:1] == [b"cm"] and block[0][1][:4] == (b"1", b"0", b"0", b"-1"):
        across, up = (float(one) for one in block[0][1][4:])
        rest = block[1:]
    if _is_writing(block):
        yield from _runs(block[1:], block[0][1], called)
    elif rest is not block and names[-1] in _ENDS and {*_PEN, *_COLOUR, *_WAY}.issuperset(names[1:-1]):
        yield _way(rest, across, up, called)
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
    while block[end - 1][0] == b"Q":
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
                lead, glyphs = _glyphs(values[0])
                yield Run((at[0] - lead * float(size) / 1000, at[1]), font, size, paint, glyphs)
            case b"BDC":
                yield Mark(*values)
            case b"EMC":
                yield End()


def _glyphs(shown: bytes) -> tuple[int, tuple[Glyph, ...]]:
    """What moves the first letter, and the letters. Each has two bytes, of which the first is nothing."""
    lead, *letters = shown.split(b"\\000")
    if lead in _UNMOVED:
        return 0, tuple(map(_glyph, letters))
    moved = _MOVED.fullmatch(lead)
    if not moved:
        raise Unknown(shown)
    return round(float(moved[1] or 0)), tuple(map(_glyph, letters))


@cache
def _glyph(letter: bytes) -> Glyph:
    found = _LETTER.fullmatch(letter)
    if not found:
        raise Unknown(letter)
    escaped, own, moved = found.groups()
    code = own if own else bytes((int(escaped, 8),)) if len(escaped) == 3 else _SPECIAL.get(escaped, escaped)
    return code[0], round(float(moved or 0))


def _way(block: list[Operation], across: float, up: float, called: Called) -> Way:
    pen = b" ".join(_plain([one for one in block[:-1] if one[0] not in _WAY], called))
    way = [one for one in block[:-1] if one[0] in _WAY]
    if any(name == b"c" for name, _ in way):
        return Way(
            pen, b"1 0 0 -1 %b %b cm" % (short(across, 1), short(up, 1)), b" ".join(_plain(way, called)), block[-1][0]
        )
    points = [[(across + float(x), up - float(y)) for x, y in _pairs(values)] for _, values in way]
    told = _rectangle([one for some in points for one in some]) if [name for name, _ in way] == _CORNERS else b""
    straight = (
        b" ".join((*(short(x, 1) + b" " + short(y, 1) for x, y in some), name))
        for some, (name, _) in zip(points, way, strict=True)
    )
    return Way(pen, b"", told or b" ".join(straight), block[-1][0])


def _rectangle(corners: list[tuple[float, float]]) -> bytes:
    """Four corners, said as a place and a size; nothing if they are no upright rectangle."""
    lefts, lows = sorted({x for x, _ in corners}), sorted({y for _, y in corners})
    if len(lefts) != 2 or len(lows) != 2 or len(set(corners)) != 4 or corners[0][0] != corners[1][0]:
        return b""
    size = short(lefts[1] - lefts[0]) + b" " + short(lows[1] - lows[0])
    return short(lefts[0], 1) + b" " + short(lows[0], 1) + b" " + size + b" re"


def _pairs(values: tuple[bytes, ...]) -> Iterator[tuple[bytes, bytes]]:
    return zip(values[::2], values[1::2], strict=True)


def _drawn(block: list[Operation], called: Called) -> Iterator[bytes | Shown]:
    font, start = b"", 0
    for at, (name, values) in enumerate(block):
        if name == b"Tf":
            font = called.fonts[values[0]]
        elif name in (b"Tj", b"TJ"):
            yield from _plain(block[start:at], called)
            yield Shown(font, _glyphs(values[0])[1])
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
def _paint(values: tuple[bytes, ...], numbers: int, fill: bool) -> bytes:
    if len(values) != numbers:
        raise Unknown(values)
    grey, colour = (b"g", b"rg") if fill else (b"G", b"RG")
    return b" ".join((*(short(float(one), 3) for one in values), grey if numbers == 1 else colour))


@cache
def short(number: float, near: int = 2) -> bytes:
    """A number as short as it can be written."""
    told = f"{number:.{near}f}".rstrip("0").rstrip(".") if near else f"{number:.0f}"
    told = told.replace("0.", ".", 1) if told.startswith(("0.", "-0.")) else told
    return b"0" if told in ("", "-0", "-") else told.encode()


def _is_number(told: bytes) -> bool:
    return told[0] in b"+-.0123456789"
