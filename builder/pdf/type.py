"""A font of a PDF and the letters that are used of it in, the same font with one byte for each letter out."""

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from builder.pdf.file import File, Says, Streams, ref
from builder.pdf.item import Letters, Unknown

_MEANS = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_KEPT = (b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep")
_ESCAPED = re.compile(rb"[\\()\r]")
_FREE = (*range(128, 256), *range(1, 32))


@dataclass(frozen=True)
class Type:
    """How the letters of a font are written, and how wide each is in thousandths of an em.

    `codes` has the byte of each at its number in the font, and nothing (0) where the font has no letter that means something.
    """

    codes: bytes
    widths: Mapping[int, int]

    def shown(self, letters: Letters) -> bytes:
        """What shows the letters.

        Raises:
            Unknown: one of them means nothing.
        """
        if len(letters) == 1:
            return b"[(%b)]TJ" % self._told(letters[0][0])
        return b"[%b]TJ" % b"".join([b"(%b)%b" % (self._told(numbers), _moved(by)) for numbers, by in letters])

    def _told(self, numbers: bytes) -> bytes:
        told = numbers.translate(self.codes)
        if 0 in told:
            raise Unknown("a letter that means nothing")
        if not _ESCAPED.search(told):
            return told
        return told.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").replace(b"\r", b"\\r")


def typed(number: int, file: File) -> tuple[Type, Says, Streams]:
    """How to write with a font, and its objects anew. Typst leaves only letters in it that are used.

    What was for letters of two bytes becomes a TrueType font: with the bytes that every reader knows if these have all
    of its letters, else with bytes of its own.

    Raises:
        Unknown: it is no TrueType font, or one byte is too small for its letters.
    """
    font = file.says[number]
    means, descriptor = ref(font, "ToUnicode"), ref(file.says[_kin(font)], "FontDescriptor")
    outlines = ref(file.says[descriptor], "FontFile2")
    letters = {int(one, 16): two for one, two in _MEANS.findall(file.streams.get(means, b"")) if one != b"0000"}
    widths = widths_of(number, file)
    if not outlines or not letters or len(letters) > len(_FREE):
        raise Unknown(font)
    western = _western(letters)
    codes = western or _coded(letters)
    name = re.search(rb"/BaseFont(/[^/]+)", font)
    assert name
    first, last, at = min(codes.values()), max(codes.values()), {code: glyph for glyph, code in codes.items()}
    listed = b" ".join(b"%d" % (widths[at[code]] if code in at else 0) for code in range(first, last + 1))
    said = name[1], first, last, listed, descriptor
    says = b"<</Type/Font/Subtype/TrueType/BaseFont%b/FirstChar %d/LastChar %d/Widths[%b]/FontDescriptor %d 0 R" % said
    described = re.sub(rb"/CIDSet \d+ 0 R", b"", file.says[descriptor])
    flags = re.search(rb"/Flags (\d+)", described)
    assert flags
    own = int(flags[1]) & ~4 | 32 if western else int(flags[1]) & ~32 | 4
    table = _by_alphabet({int(told, 16): one for one, told in letters.items()}) if western else _by_byte(at)
    shapes = _shapes(file.streams[outlines], table)
    more = b"/Encoding/WinAnsiEncoding>>" if western else b"/ToUnicode %d 0 R>>" % means
    named = _meanings([(code, letters[at[code]]) for code in sorted(at)])
    return (
        Type(bytes(codes.get(glyph, 0) for glyph in range(256)), widths),
        {
            number: says + more,
            means: b"<<>>",
            descriptor: described.replace(flags[0], b"/Flags %d" % own),
            outlines: b"<</Length1 %d>>" % len(shapes),
        },
        {means: named, outlines: shapes},
    )


def widths_of(number: int, file: File) -> Mapping[int, int]:
    """How wide each letter of a font is, in thousandths."""
    kin = file.says[_kin(file.says[number])]
    numbers = kin.partition(b"/W[")[2].partition(b"]")[0].split()
    runs = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
    other = re.search(rb"/DW (\d+)", kin)
    listed = dict.fromkeys(range(256), int(other[1]) if other else 1000)
    return listed | {glyph: round(float(wide)) for a, b, wide in runs for glyph in range(int(a), int(b) + 1)}


def _kin(font: bytes) -> int:
    """The number of what says how a font of two bytes a letter is drawn."""
    below = re.search(rb"/DescendantFonts\[(\d+) 0 R", font)
    if not below:
        raise Unknown(font)
    return int(below[1])


def width(letters: Letters, widths: Mapping[int, int]) -> int:
    """How wide letters are together, by the widths of a font, in thousandths of an em."""
    return sum(sum(map(widths.__getitem__, codes)) - nearer for codes, nearer in letters)


def _moved(nearer: int) -> bytes:
    return b"%d" % nearer if nearer else b""


def _western(letters: dict[int, bytes]) -> dict[int, int]:
    """The byte of each letter in the alphabet of Western Europe; nothing if one of them is not in it, or is there twice."""
    said = {glyph: bytes.fromhex(told.decode()).decode("utf-16-be", "replace") for glyph, told in letters.items()}
    told = "".join(said.values()).encode("cp1252", "ignore")
    # A space at which no line breaks is the letter of a space there, a hyphen that may be left out that of a hyphen.
    if any(len(one) != 1 for one in said.values()):  # a letter of which the rest is ignored would pass for another
        return {}
    if len(told) != len(letters) or len({*told}) != len(letters) or min(told) < 32 or 0xAD in told:
        return {}
    return {} if 0xA0 in told and 32 not in told else dict(zip(said, told, strict=True))


def _coded(letters: dict[int, bytes]) -> dict[int, int]:
    """A byte for each letter: its own where it has one, else one that is free."""
    own = {int(told, 16): glyph for glyph, told in reversed(letters.items())}
    codes = {glyph: code for code, glyph in own.items() if 32 <= code < 127}
    return codes | dict(zip((one for one in letters if one not in codes), _FREE, strict=False))


def _meanings(codes: list[tuple[int, bytes]]) -> bytes:
    """Which letter of the alphabet each byte is: its own, or one that is named."""
    head = b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n/CMapType 2 def\n"
    head += b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n1 beginbfrange\n<20> <7E> <0020>\nendbfrange\n"
    named = [one for one in codes if not 32 <= one[0] < 127]
    some = [named[at : at + 100] for at in range(0, len(named), 100)]
    told = (
        b"%d beginbfchar\n%b\nendbfchar\n" % (len(each), b"\n".join(b"<%02X> <%b>" % one for one in each))
        for each in some
    )
    return head + b"".join(told) + b"endcmap\nend\nend"


def _by_byte(glyphs: Mapping[int, int]) -> bytes:
    """A table of the letters of a font by their bytes."""
    listed = [glyphs.get(code, 0) for code in range(min(glyphs), max(glyphs) + 1)]
    head = struct.pack(">HHHHIHHHHH", 0, 1, 1, 0, 12, 6, 10 + 2 * len(listed), 0, min(glyphs), len(listed))
    return head + struct.pack(f">{len(listed)}H", *listed)


def _by_alphabet(glyphs: Mapping[int, int]) -> bytes:
    """A table of the letters of a font by their numbers in Unicode: the first 256 in a row, each of the others alone."""
    low, high = sorted(code for code in glyphs if code < 256), sorted(code for code in glyphs if code > 255)
    listed = [glyphs.get(code, 0) for code in range(low[0], low[-1] + 1)] if low else []
    starts, ends = [*low[:1], *high, 0xFFFF], [*low[-1:], *high, 0xFFFF]
    count = len(starts)
    steps = [*(0 for _ in low[:1]), *((glyphs[code] - code) % 65536 for code in high), 1]
    places = [2 * count if low and not at else 0 for at in range(count)]
    power = count.bit_length() - 1
    told = [2 * count, 2 << power, power, 2 * count - (2 << power), *ends, 0, *starts, *steps, *places, *listed]
    return struct.pack(f">HHHHIHHH{len(told)}H", 0, 1, 3, 1, 12, 4, 6 + 2 * len(told), 0, *told)


def _shapes(file: bytes, table: bytes) -> bytes:
    """The font file with a table of its letters, and without what only a computer that installs it needs."""
    count = struct.unpack(">H", file[4:6])[0]
    rows = struct.iter_unpack(">4sIII", file[12 : 12 + 16 * count])
    tables = {tag: file[start : start + size] for tag, _, start, size in rows if tag in _KEPT} | {b"cmap": table}
    return _assembled({tag: tables[tag] for tag in sorted(tables)})


def _assembled(tables: Mapping[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">IHHHH", 0x10000, count, 16 << power, power, 16 * (count - (1 << power)))
    start, rows, data = 12 + 16 * count, b"", b""
    for tag, table in tables.items():
        padded = table + bytes(-len(table) % 4)
        checked = sum(struct.unpack(f">{len(padded) // 4}I", padded)) % 2**32
        rows += tag + struct.pack(">III", checked, start + len(data), len(table))
        data += padded
    return head + rows + data
