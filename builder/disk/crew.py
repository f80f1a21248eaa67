"""Work in, done in a process of its own, or shared out over every processor, what it came to out."""

import ctypes
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Any, NoReturn, TypeVar

from builder.disk.processors import processors

_Item = TypeVar("_Item")
_Done = TypeVar("_Done")

_ON_THE_PARENTS_END = 1


def can_fork() -> bool:
    """Whether this machine can begin a process as a copy of this one."""
    return "fork" in get_all_start_methods()


class Forked:
    """Work in a process of its own. It is forked off, so that it needs nothing sent; `work` sends what it comes to to its pipe."""

    def __init__(self, work: Callable[[Connection], object]) -> None:
        context = get_context("fork")
        self.here, there = context.Pipe()
        self.process = context.Process(target=_begin, args=(there, self.here, work), daemon=True)
        before = signal.pthread_sigmask(
            signal.SIG_BLOCK, signal.valid_signals()
        )  # Python loses what is raised in a fork
        try:
            self.process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        there.close()

    def got(self) -> Any:
        """What it sent next.

        Raises:
            MemoryError: this machine stopped it, which it does for want of memory. And what the work raises.
        """
        try:
            got = self.here.recv()
        except (EOFError, ConnectionError):
            raise MemoryError("A part of the work was stopped by this machine.") from None
        if isinstance(got, Exception):
            raise got
        return got

    def end(self) -> None:
        """End it, if it still runs."""
        self.here.close()
        self.process.terminate()
        self.process.join()


@contextmanager
def aside(work: Callable[[], _Done]) -> Iterator[Callable[[], _Done]]:
    """Work that is done in a process of its own while a block runs. What the block gets tells what it came to, and raises what it
    raised.
    """
    if not can_fork() or processors() < 2:
        yield work
        return
    forked = Forked(lambda there: there.send(work()))
    try:
        yield forked.got
    finally:
        forked.end()


def share_out(work: Callable[[Sequence[_Item]], _Done], items: Sequence[_Item], least: int) -> list[_Done]:
    """What `work` came to on each share of `items`, which are dealt out in turns; no share is smaller than `least`.

    Several shares are done at once, each in a process of its own. All of them end with this process, and when one of them fails.

    Raises:
        MemoryError: this machine stopped one of them. And what `work` raises.
    """
    many = min(processors(), len(items) // least) if can_fork() else 1
    if many < 2:
        return [work(items)]
    crew: list[Forked] = []
    try:
        crew += (Forked(partial(_send, work, items[first::many])) for first in range(many))
        return [one.got() for one in crew]
    finally:
        for one in crew:
            one.end()


def _send(work: Callable[[Sequence[_Item]], object], items: Sequence[_Item], there: Connection) -> None:
    there.send(work(items))


def _begin(there: Connection, here: Connection, work: Callable[[Connection], object]) -> None:
    here.close()  # so that this process hears when the first one is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops the work stops its first process, which ends the rest
    signal.signal(signal.SIGTERM, _stopped)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    if sys.platform == "linux":  # only Linux knows how
        ctypes.CDLL(None).prctl(_ON_THE_PARENTS_END, signal.SIGTERM)
    try:
        work(there)
    except (EOFError, BrokenPipeError):
        return  # nobody waits for this any more
    except Exception as error:  # it is raised where everything else is
        there.send(error)


def _stopped(*_: object) -> NoReturn:
    """What the work has begun is cleared away."""
    sys.exit(1)
