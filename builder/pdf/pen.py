"""The sequences of a page of a PDF in, the instructions that draw them out: only what changes is said."""

import re
from collections.abc import Mapping

from builder.pdf.item import Drawn, End, Item, Mark, Run, Way
from builder.pdf.lines import Sequence
from builder.pdf.short import short, tenths
from builder.pdf.type import Type, width

_FILLS = re.compile(rb"[\d. ]+ r?g")
Point = tuple[float, float]
_NEAR = 0.05
"""How far, in points, letters can stand from where Typst put them: a fiftieth of a millimetre."""


def drawn(sequences: list[Sequence], types: Mapping[bytes, Type], paint: bytes = b"0 g") -> bytes:
    """The content of a page. `types` are the writing of each of its fonts, `paint` is the colour that it starts with."""
    pen = _Pen(types, paint)
    for one in sequences:
        pen.sequence(one)
    pen.writes(False)
    return b" ".join(pen.out)


class _Pen:
    """It knows where it is and what it draws with."""

    def __init__(self, types: Mapping[bytes, Type], paint: bytes) -> None:
        self.types = types
        self.out = list[bytes]()
        self.writing = False
        self.font = self.size = self.pen = b""
        self.paint = paint
        self.asked: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        """Where the line was to start, and where it starts."""
        self.end = 0.0
        """Where the letters before the last ones ended."""
        self.last: Run | None = None
        """The letters before, if they are in this line."""

    def sequence(self, one: Sequence) -> None:
        if one.number >= 0 and len(one.items) == 1 and isinstance(one.items[0], Run):  # most are one line
            self.writes(True)
            self.mark(one.mark.kind, one.mark.says, one.number)
            self.run(one.items[0])
            self.out.append(b"EMC")
            return
        wordy = not any(isinstance(item, (Way, Drawn)) for item in one.items)
        self.writes(wordy)
        self.mark(one.mark.kind, one.mark.says, one.number)
        for item, after in zip(one.items, (*one.items[1:], None), strict=True):
            self.item(item, after)
        self.writes(wordy)
        self.out.append(b"EMC")

    def item(self, item: Item, after: Item | None) -> None:
        match item:
            case Run():
                self.writes(True)
                self.run(item)
            case Way():
                self.writes(False)
                self.way(item, after)
            case Drawn(told):
                self.writes(False)
                self.out.append(
                    b" ".join(
                        one if isinstance(one, bytes) else self.types[one.font].shown(one.letters) for one in told
                    )
                )
            case Mark(kind, says, number):
                self.mark(kind, says, number)
            case End():
                self.out.append(b"EMC")

    def mark(self, kind: bytes, says: bytes, number: int) -> None:
        says = b"%b/MCID %d>>" % (says[:-2], number) if number >= 0 else says
        self.out.append(kind + (says + b"BDC" if says else b" BMC"))

    def writes(self, on: bool) -> None:
        if on != self.writing:
            self.out.append(b"BT" if on else b"ET")
            self.asked = self.start = (0.0, 0.0)
            self.last, self.writing = None, on

    def way(self, way: Way, after: Item | None) -> None:
        """Straight ways of one pen are one; what fills a shape and what draws its edge start from one point."""
        if not self.pen:
            self.out.append(b"q " + way.at if way.at else b"q")
        if way.pen != self.pen:
            self.out.append(way.pen)
        self.out.append(way.way)
        next_ = after if isinstance(after, Way) and after.at == way.at else None
        alike = next_ is not None and next_.pen == way.pen and next_.ends == way.ends
        if not alike or way.at or way.ends not in (b"S", b"f"):
            self.out.append(way.ends)
        on = alike or (next_ is not None and way.at and _FILLS.fullmatch(way.pen))
        self.pen = way.pen if on else b""
        if not on:
            self.out.append(b"Q")

    def run(self, run: Run) -> None:
        if run.size != self.size or run.font != self.font:
            self.out.append(run.font + b" " + short(float(run.size), 3) + b" Tf")
            self.font, self.size = run.font, run.size
        if run.paint != self.paint:
            self.out.append(run.paint)
            self.paint = run.paint
        if not self.goes_on(run):
            (x, y), (left, low) = self.asked, self.start
            self.asked = run.at
            across, up = _far(x, left, run.at[0]), _far(y, low, run.at[1])
            self.start = (left + across / 10, low + up / 10)
            self.end = self.start[0]
            self.out.append(b"%b %b Td" % (tenths(across), tenths(up)))
        self.out.append(self.types[run.font].shown(run.letters))
        self.last = run

    def goes_on(self, run: Run) -> bool:
        """Whether letters start where those before them ended. That is reckoned only now: most stand in a line of their own."""
        last = self.last
        if not last or abs(run.at[1] - self.asked[1]) > 0.001:
            return False
        self.end += width(last.letters, self.types[last.font].widths) * float(last.size) / 1000
        return abs(run.at[0] - self.end) <= _NEAR


def _far(asked: float, start: float, to: float) -> int:
    """How far to go, in tenths: the same for the same distance, as long as that stays near enough."""
    plain = round((to - asked) * 10)
    return plain if abs(start + plain / 10 - to) < _NEAR else round((to - start) * 10)
