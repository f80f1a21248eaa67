"""A PDF as Typst writes it in, its numbered objects out; and objects in, a file with all of them compressed together out."""

import hashlib
import re
import struct
import zlib
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

import deflate

BRACKET = ord("(")
"""Bytes in which a string starts have it. (To ask for a byte takes a tenth of the time of asking for bytes.)"""

_NAMED = re.compile(rb"\b(\d+) 0 R\b")
_STRING = re.compile(rb"\((?:[^()\\]++|\\.)*+\)", re.S)
"""A string without brackets in it."""
_BRACKET = re.compile(rb"\\.|[()]", re.S)
"""A bracket, or what is escaped and so none."""
_HIDDEN = re.compile(rb"\((\d+)\)")
_PACKED = re.compile(rb"/Filter(?:/ASCIIHexDecode|\[/ASCIIHexDecode(/FlateDecode)?\])")
_SPARE = (
    (b"\n  ", b""), (b"  ", b""), (b"\n>>", b">>"), (b" /", b"/"), (b" [", b"["), (b" (", b"("), (b" <", b"<"),
    (b">> ", b">>"), (b") ", b")"),
)  # fmt: skip

TAG = b"<<\n  /Type /StructElem\n"
"""What tags begin with: what they say stays as Typst wrote it."""

Says = dict[int, bytes]
"""What objects say, by their numbers. Until it is written, for each string in it stands its place among all, in brackets: an
author can have written anything there."""
Cuts = dict[int, list[bytes]]
"""What objects say, cut where they name others: each second piece is the number of one."""
Streams = dict[int, bytes]
"""The bytes that belong to objects, by their numbers."""


class File(NamedTuple):
    """What is in a PDF. `root` is the number of the catalogue, `info` that of what the file says of itself."""

    says: Says
    streams: Streams
    strings: list[bytes]
    root: int
    info: int


def read(pdf: bytes) -> File:
    """What is in a file that Typst was asked to write for people to read: nothing in it is packed, and no string has an end of a
    line."""
    table = int(pdf.rpartition(b"startxref")[2].split()[0])
    head, trailer = pdf[table:].split(b"trailer", 1)
    rows = re.findall(rb"(\d{10}) \d{5} ([nf])", head)
    starts = sorted((int(offset), number) for number, (offset, used) in enumerate(rows) if used == b"n")
    strings, streams = list[bytes](), Streams()
    *first, _ = hidden(pdf[starts[0][0] : pdf.index(b"\nstream\n")], strings).split(b"\nendobj\n\n")
    says = {number: told.partition(b"obj\n")[2] for (_, number), told in zip(starts, first, strict=False)}
    says = {number: _said(told) for number, told in says.items()}
    rest = starts[len(first) :]
    for (start, number), end in zip(rest, [offset for offset, _ in rest[1:]] + [table], strict=True):
        told, found, data = pdf[start:end].partition(b"obj\n")[2].partition(b"\nstream\n")
        if found:
            says[number], streams[number] = _unpacked(compact(hidden(told, strings)), data)
        else:
            says[number] = _said(hidden(told.rpartition(b"\nendobj")[0], strings))
    return File(says, streams, strings, ref(trailer, "Root"), ref(trailer, "Info"))


def ref(says: bytes, key: str) -> int:
    """The number of the object that is named under a key; 0 if none."""
    found = _under(key).search(says)
    return int(found[1]) if found else 0


@cache
def _under(key: str) -> re.Pattern[bytes]:
    return re.compile(rb"/%b (\d+) 0 R" % key.encode())


def cut(says: bytes) -> list[bytes]:
    """What an object says, cut where it names others."""
    return _NAMED.split(says)


def named_in(says: bytes) -> Iterator[int]:
    """The numbers of the objects that are named there, in order."""
    return map(int, cut(says)[1::2])


def hidden(says: bytes, strings: list[bytes]) -> bytes:
    """What is said, with its place among all strings for each string: it comes to them. Typst escapes brackets without a partner,
    and no others."""
    pieces, end = list[bytes](), 0
    while (start := says.find(BRACKET, end)) >= 0:
        pieces += (says[end:start], b"(%d)" % len(strings))
        found = _STRING.match(says, start)
        end = found.end() if found else _end_of_string(says, start)
        strings.append(says[start:end])
    return b"".join((*pieces, says[end:]))


def _end_of_string(says: bytes, start: int) -> int:
    depth = 0
    for found in _BRACKET.finditer(says, start):
        depth += (found[0] == b"(") - (found[0] == b")")
        if not depth:
            return found.end()
    raise ValueError("a string without an end")


def shown(says: bytes, strings: list[bytes]) -> bytes:
    """What is said, with its strings again."""
    return _HIDDEN.sub(lambda found: strings[int(found[1])], says) if BRACKET in says else says


def compact(says: bytes) -> bytes:
    """What is said, its strings `hidden`, without the spaces and ends of lines that nothing needs."""
    for spare, needed in _SPARE:
        says = says.replace(spare, needed)
    return says


def _said(told: bytes) -> bytes:
    return told if told.startswith(TAG) else compact(told)


def _unpacked(says: bytes, data: bytes) -> tuple[bytes, bytes]:
    """What an object says of its bytes besides how they are written, and these; `data` goes on behind them."""
    size = re.search(rb"/Length (\d+)", says)
    assert size
    data, says = data[: int(size[1])], says.replace(size[0], b"", 1)
    if packed := _PACKED.search(says):
        says = says.replace(packed[0], b"", 1)
        data = bytes.fromhex(data.decode("ascii"))
        data = zlib.decompress(data) if packed[1] else data
    return says, data


_LISTED = re.compile(rb"(<</Limits\[[\d ]+\]/Nums\[)((?:\d+ \d+ 0 R ?)+)(\]>>)")
"""Which tag each link belongs to."""
_SHORT, _LONG = 60_000, 500_000
"""What has no more bytes at level 6, or has more than a sheet ever has, stays so. All else is packed harder: a topic has room
for no more. To pack harder takes ten times as long, for a thirtieth of the size."""
_MOST_TOGETHER = 30_000
"""So many objects lie in one stream: the table of the file counts them in two bytes."""


def written(file: File, order: Cuts) -> bytes:
    """The file. Objects are numbered anew, in this order; its name comes from its bytes. With each comes what it says, `cut`."""
    new = {number: at for at, number in enumerate(order, start=1)}
    told = {b"%d" % number: b"%d 0 R" % at for number, at in new.items()}
    said = Says()
    for number, pieces in order.items():
        pieces[1::2] = map(told.__getitem__, pieces[1::2])
        said[new[number]] = shown(b"".join(pieces), file.strings)
    streams = {new[number]: data for number in order if (data := file.streams.get(number)) is not None}
    ends = b"/Root %d 0 R/Info %d 0 R" % (new[file.root], new[file.info])
    packed = _file(said, streams, ends, 6)
    return _file(said, streams, ends, 11) if _SHORT < len(packed) < _LONG else packed


def _file(said: Says, streams: Streams, ends: bytes, level: int) -> bytes:
    file = bytearray(b"%PDF-1.7\n%\x80\x80\x80\x80\n")
    rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    together = [number for number in said if number not in streams]
    for number, data in streams.items():
        rows[number] = (1, len(file), 0)
        file += _stream(number, said[number], data, level)
    packed = len(said) + 1
    for first in range(0, len(together), _MOST_TOGETHER):
        some = together[first : first + _MOST_TOGETHER]
        rows |= {number: (2, packed, at) for at, number in enumerate(some)}
        rows[packed] = (1, len(file), 0)
        file += _together(packed, [(number, said[number]) for number in some], level)
        packed += 1
    table = packed
    rows[table] = (1, len(file), 0)
    start, name = len(file), hashlib.sha256(file).hexdigest()[:16].encode()
    ends += b"/ID[<%b><%b>]" % (name, name)
    file += _table(table, [rows[number] for number in range(table + 1)], ends, level)
    return bytes(file + b"startxref\n%d\n%%%%EOF\n" % start)


def _stream(number: int, says: bytes, data: bytes, level: int) -> bytes:
    packed = bytes(deflate.zlib_compress(data, level))
    if len(packed) >= len(data) or b"/Filter" in says:  # a photograph is packed in its own way
        return b"%d 0 obj%b/Length %d>>stream\n%b\nendstream endobj\n" % (number, says[:-2], len(data), data)
    told = b"%b/Filter/FlateDecode/Length %d>>" % (says[:-2], len(packed))
    return b"%d 0 obj%bstream\n%b\nendstream endobj\n" % (number, told, packed)


def _together(number: int, said: list[tuple[int, bytes]], level: int) -> bytes:
    """Objects in one stream: where each of them begins, then what they say.

    The list of beginnings counts on, and so does the list of links if the first object is one: their entries are made
    equally long, and only the step from each to the next is told. That packs to a third.
    """
    end, last = sum(len(says) + 1 for _, says in said), said[-1][0]
    listed = _LISTED.fullmatch(said[0][1])
    pairs = [pair.split() for pair in listed[2].split(b" 0 R")[:-1]] if listed else []
    wide = max([len(b"  %d%d0" % (last, 10 * end)), *(len(b"  %b%b 0 R" % (key, tag)) for key, tag in pairs)])
    links = b""
    if listed:
        links = listed[1].ljust(-(-len(listed[1]) // wide) * wide)
        links += b"".join(b"%*b %b 0 R" % (wide - 5 - len(tag), key, tag) for key, tag in pairs)
        said = [(said[0][0], links + listed[3]), *said[1:]]
    body, long = b"\n".join(says for _, says in said), len(str(last)) + 1
    starts = accumulate((len(says) + 1 for _, says in said), initial=0)
    head = b"".join(
        b"%*d%*d" % (long, each, wide - long, start) for (each, _), start in zip(said, starts, strict=False)
    )
    counted, rest = head + links, body[len(links) :]
    row = len(counted)
    steps = _less(counted, bytes(wide) + counted[:-wide])
    rows = [b"\1" + steps, *(b"\0" + rest[at : at + row].ljust(row) for at in range(0, len(rest), row))]
    told = b"<</Type/ObjStm/N %d/First %d/DecodeParms<</Predictor 11/Colors %d/Columns %d>>>>"
    return _stream(number, told % (len(said), len(head), wide, row // wide), b"".join(rows), level)


def _table(number: int, rows: list[tuple[int, int, int]], ends: bytes, level: int) -> bytes:
    """Where each object lies: each row as the difference to the one before it, which packs best."""
    listed = b"".join(struct.pack(">BIH", *row) for row in rows)
    steps = _less(listed, bytes(7) + listed[:-7])
    data = b"".join(b"\2" + steps[at : at + 7] for at in range(0, len(steps), 7))
    told = b"<</Type/XRef/Size %d/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>%b>>" % (len(rows), ends)
    return _stream(number, told, data, level)


def _less(bytes_: bytes, others: bytes) -> bytes:
    """Each byte less another, modulo 256: all of them as one number, in which no byte takes from the one before it."""
    one, two, high = (int.from_bytes(each) for each in (bytes_, others, b"\x80" * len(bytes_)))
    return ((one | high) - (two & ~high) ^ (one ^ ~two) & high).to_bytes(len(bytes_))
