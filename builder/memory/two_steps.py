"""Work in two steps on many modules: first all outlines, then all records; on every processor where that is worth it."""

import signal
from collections.abc import Callable, Mapping
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Any, Protocol

from builder.diagnostics.code import Code
from builder.diagnostics.errors import BuilderError
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
    if len(folders) < WORTH_PROCESSES or "fork" not in get_all_start_methods():
        return _done([start(folders)], known)
    tell(f"Checking {len(folders)} modules")
    many = processors()
    crews = [_Elsewhere(folders[first::many], start, codes) for first in range(many)]
    return _done(crews, known)


def _done(crews: list[Any], known: Mapping[str, Outline]) -> dict[str, Record]:
    outlines = dict(known)
    for crew in crews:
        outlines |= crew.outlines()
    for crew in crews:
        if isinstance(crew, _Elsewhere):
            crew.tell(outlines)
    records = {folder: record for crew in crews for folder, record in crew.records(outlines).items()}
    for crew in crews:
        if isinstance(crew, _Elsewhere):
            crew.process.join()
    return records


class _Elsewhere:
    """The same work in a process of its own. It is forked, so that it needs nothing sent; results come as plain data."""

    def __init__(self, folders: list[str], start: Callable[[list[str]], Steps], codes: Mapping[str, Code]) -> None:
        context = get_context("fork")
        self.codes = codes
        self.here, there = context.Pipe()
        self.process = context.Process(target=_work, args=(there, self.here, folders, start), daemon=True)
        self.process.start()
        there.close()

    def outlines(self) -> dict[str, Outline]:
        outlines: dict[str, Outline] = self._got()
        return outlines

    def tell(self, outlines: Mapping[str, Outline]) -> None:
        self.here.send(dict(outlines))

    def records(self, outlines: Mapping[str, Outline]) -> dict[str, Record]:
        return {folder: record_of(data, self.codes) for folder, data in self._got().items()}

    def _got(self) -> Any:
        try:
            got = self.here.recv()
        except (EOFError, ConnectionError):
            words = "A part of the check was stopped by this machine, perhaps for want of memory."
            raise BuilderError(words, "Close other programs, and check again.") from None
        if isinstance(got, Exception):
            raise got
        return got


def _work(there: Connection, here: Connection, folders: list[str], start: Callable[[list[str]], Steps]) -> None:
    here.close()  # so that this process hears when the first one is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops the check stops its first process, which ends the rest
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        steps = start(folders)
        there.send(steps.outlines())
        records = steps.records(there.recv())
        there.send({folder: record_data(record) for folder, record in records.items()})
    except (EOFError, BrokenPipeError):
        return  # nobody waits for this any more
    except Exception as error:  # a fault of ours: it is raised where everything else is
        there.send(error)
