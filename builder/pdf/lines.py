"""The marks, words and lines of a page of a PDF in, the same as few sequences that each belong to one tag out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from builder.pdf.item import PLAIN, Drawn, End, Item, Letters, Line, Mark, Run, Unknown, Way
from builder.pdf.tags import Belongs
from builder.pdf.type import width


class Sequence(NamedTuple):
    """What belongs to one part of the text, or to none. `number` is -1 for what belongs to none; the mark does not say it."""

    mark: Mark
    number: int
    items: tuple[Item, ...]


def sequences_of(items: Iterator[Item | Line], language: bytes) -> list[Sequence]:
    """The sequences of a page: first what is only drawn and belongs to no part of the text. `language` is what the file says of it.

    Raises:
        Unknown: Typst never wrote this before.
    """
    behind, done = list[Item](), list[Sequence]()
    mark, depth, inside = Mark(b""), 0, list[Item]()
    for item in items:
        if isinstance(item, Line):
            if depth:
                raise Unknown(item)
            done.append(Sequence(PLAIN, item.number, (item.run,)))
            continue
        if isinstance(item, Mark):
            depth += 1
            if depth > 1 and item.number >= 0:
                raise Unknown(item)
            if depth == 1:
                mark, inside = item, []
                continue
        elif isinstance(item, End):
            depth -= 1
        if depth:
            inside.append(item)
        elif isinstance(item, End):
            if mark.kind == b"/Artifact":
                behind += (one for one in inside if isinstance(one, Way | Drawn))
                inside = [one for one in inside if not isinstance(one, Way | Drawn)]
            if inside or mark.kind != b"/Artifact":
                says = mark.says.replace(language, b"") if language else mark.says
                done.append(Sequence(Mark(mark.kind, says), mark.number, tuple(inside)))
        else:
            raise Unknown(item)
    if behind:
        straight_first = sorted(behind, key=lambda one: not isinstance(one, Way) or one.at != b"")
        done.insert(0, Sequence(Mark(b"/Artifact"), -1, tuple(straight_first)))
    return done


def merged(sequences: list[Sequence], belongs: Belongs) -> tuple[list[Sequence], dict[int, int | None]]:
    """Neighbours of one tag as one sequence, and the new number of each; None for what went into the one before it.

    Raises:
        Unknown: something belongs to no tag.
    """
    done, names = list[Sequence](), dict[int, int | None]()
    before, count = (0, 0), 0
    for one in sequences:
        if one.number < 0:
            done.append(one)
            before = (0, 0)
            continue
        if one.number not in belongs:
            raise Unknown(one)
        tag, at = belongs[one.number]
        if before == (tag, at - 1) and done[-1].mark == one.mark:
            done[-1] = Sequence(done[-1].mark, done[-1].number, done[-1].items + one.items)
            names[one.number] = None
        else:
            done.append(Sequence(one.mark, count, one.items))
            names[one.number] = count
            count += 1
        before = (tag, at)
    return done, names


def joined(one: Sequence, widths: Mapping[bytes, Mapping[int, int]]) -> Sequence:
    """Letters that follow one another in a line as one run. `widths` are those of each font, in thousandths."""
    if len(one.items) < 2:
        return one
    items = list[Item]()
    for item in one.items:
        last = items[-1] if items else None
        if isinstance(item, Run) and isinstance(last, Run) and _is_in_line(item, last):
            size, wide = float(item.size), widths[last.font]
            end = last.at[0] + width(last.letters, wide) * size / 1000
            nearer = round((end - item.at[0]) * 1000 / size)
            if abs(nearer) < 300:
                items[-1] = Run(last.at, last.font, last.size, last.paint, _behind(last.letters, nearer, item.letters))
                continue
        items.append(item)
    return Sequence(one.mark, one.number, tuple(items))


def repeated(pages: Iterable[list[Sequence]]) -> list[Sequence]:
    """What stands at the foot of most pages and belongs to no part of the text; nothing if no page has all of it."""
    apart = [[one for one in page if one.number < 0 and b"/Header" not in one.mark.says] for page in pages]
    count = Counter((one.mark, item) for page in apart for one in page for item in {*one.items})
    often = {key for key, times in count.items() if 1 < times > len(apart) / 2}
    for page in apart:
        found = [_some(one, lambda key: key in often) for one in page]
        if often and often == {(one.mark, item) for one in found for item in one.items}:
            return [one for one in found if one.items]
    return []


def without(page: list[Sequence], foot: list[Sequence]) -> list[Sequence] | None:
    """A page without its foot; None if it has another one."""
    taken = {(one.mark, item) for one in foot for item in one.items}
    if not taken <= {(one.mark, item) for one in page if one.number < 0 for item in one.items}:
        return None
    left = (one if one.number >= 0 else _some(one, lambda key: key not in taken) for one in page)
    return [one for one in left if one.items]


def _some(one: Sequence, wanted: Callable[[tuple[Mark, Item]], bool]) -> Sequence:
    return Sequence(one.mark, one.number, tuple(item for item in one.items if wanted((one.mark, item))))


def _behind(letters: Letters, nearer: int, more: Letters) -> Letters:
    (*first, (codes, before)), (next_, *rest) = letters, more
    if before + nearer:
        return (*letters[:-1], (codes, before + nearer), *more)
    return (*first, (codes + next_[0], next_[1]), *rest)


def _is_in_line(one: Run, last: Run) -> bool:
    return one.at[1] == last.at[1] and (one.font, one.size, one.paint) == (last.font, last.size, last.paint)
