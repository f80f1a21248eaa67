"""Work in two steps on many modules: first all outlines, then all records; on every processor where that is worth it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from builder.diagnostics.code import Code
from builder.disk.crew import Forked, can_fork, end
from builder.disk.processors import processors
from builder.memory.record import Record, record_data, record_of
from builder.model.outline import Outline

WORTH_PROCESSES = 32
"""Fewer modules than this are done sooner in one process."""


class Steps(Protocol):
    """The work on some modules: what others may name in them, and once all of that is known, what is found."""

    def outlines(self) -> dict[str, Outline]: ...

    def records(self, outlines: Mapping[str, Outline]) -> dict[str, Record]: ...


def all_of(
    folders: list[str],
    known: Mapping[str, Outline],
    start: Callable[[list[str]], Steps],
    codes: Mapping[str, Code],
    tell: Callable[[str], None],
) -> dict[str, Record]:
    """Do both steps for `folders`. `known` are the outlines of all others."""
    if len(folders) < WORTH_PROCESSES or not can_fork():
        return _done([start(folders)], known)
    tell(f"Checking {len(folders)} modules")
    many = processors()
    crews: list[_Elsewhere] = []
    try:
        crews += (_Elsewhere(folders[first::many], start, codes) for first in range(many))
        return _done(crews, known)
    finally:
        end([crew.forked for crew in crews])


def _done(crews: Sequence[Any], known: Mapping[str, Outline]) -> dict[str, Record]:
    outlines = dict(known)
    for crew in crews:
        outlines |= crew.outlines()
    for crew in crews:
        if isinstance(crew, _Elsewhere):
            crew.tell(outlines)
    return {folder: record for crew in crews for folder, record in crew.records(outlines).items()}


class _Elsewhere:
    """The same work in a process of its own. Results come as plain data."""

    def __init__(self, folders: list[str], start: Callable[[list[str]], Steps], codes: Mapping[str, Code]) -> None:
        self.codes = codes
        self.forked = Forked(partial(_work, folders, start))

    def outlines(self) -> dict[str, Outline]:
        outlines: dict[str, Outline] = self.forked.got()
        return outlines

    def tell(self, outlines: Mapping[str, Outline]) -> None:
        self.forked.tell(dict(outlines))

    def records(self, outlines: Mapping[str, Outline]) -> dict[str, Record]:
        return {folder: record_of(data, self.codes) for folder, data in self.forked.got().items()}


def _work(
    folders: list[str],
    start: Callable[[list[str]], Steps],
    tell: Callable[[object], None],
    hear: Callable[[], Any],
) -> None:
    steps = start(folders)
    tell(steps.outlines())
    records = steps.records(hear())
    tell({folder: record_data(record) for folder, record in records.items()})
