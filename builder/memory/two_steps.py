"""Work in two steps on many modules: first all outlines, then all records; on every processor where that is worth it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from builder.diagnostics.code import Code
from builder.disk.crew import share_out
from builder.memory.record import Record, record_data, record_of
from builder.model.outline import Outline

WORTH_A_SHARE = 16
"""Fewer modules than this are done sooner together with others."""


class Steps(Protocol):
    """The work on some modules: what others may name in them, and once all of that is known, what is found."""

    def outlines(self) -> dict[str, Outline]: ...

    def records(self, outlines: Mapping[str, Outline]) -> dict[str, Record]: ...


def all_of(
    folders: list[str],
    known: Mapping[str, Outline],
    start: Callable[[Sequence[str]], Steps],
    codes: Mapping[str, Code],
    tell: Callable[[str], None],
) -> dict[str, Record]:
    """Do both steps for `folders`. `known` are the outlines of all others.

    Each step has processes of its own: those of the second are forked off when the outlines are known, and need no copies.
    """
    if len(folders) >= 2 * WORTH_A_SHARE:
        tell(f"Checking {len(folders)} modules")
    outlines = dict(known)
    for some in share_out(lambda part: start(part).outlines(), folders, WORTH_A_SHARE):
        outlines |= some

    def records(part: Sequence[str]) -> dict[str, dict[str, Any]]:
        return {folder: record_data(record) for folder, record in start(part).records(outlines).items()}

    done = share_out(records, folders, WORTH_A_SHARE)
    return {folder: record_of(data, codes) for some in done for folder, data in some.items()}
