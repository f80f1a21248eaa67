"""Work in, done in a process of its own, or shared out over every processor, what it came to out."""

import ctypes
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import cache, partial
from io import FileIO
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from tempfile import TemporaryFile
from typing import Any, NoReturn, TypeVar

from builder.disk.processors import processors

_Item = TypeVar("_Item")
_Done = TypeVar("_Done")

_ON_THE_PARENTS_END = 1
_NEIGHBOURS = 10  # the pages of two topics
_A_MOMENT = 1.0
"""Seconds until a process that was told to end is told again."""


def can_fork() -> bool:
    """Whether this machine can begin a process as a copy of this one."""
    return "fork" in get_all_start_methods()


def at_once() -> bool:
    """Whether something can be done in a process of its own while this one goes on."""
    return can_fork() and processors() > 1


class Forked:
    """Work in a process of its own. It is forked off, so that it needs nothing sent; what `work` tells comes out of `got`.

    `work` gets a function that tells something. Only where it `forks` can it fork any further.
    """

    def __init__(self, work: Callable[[Callable[[object], None]], object], forks: bool = False) -> None:
        context = get_context("fork")
        self.here, there = context.Pipe(duplex=False)
        self.process = context.Process(target=_begin, args=(there, self.here, os.getpid(), work), daemon=not forks)
        before = signal.pthread_sigmask(
            signal.SIG_BLOCK, signal.valid_signals()
        )  # Python loses what is raised in a fork
        try:
            self.process.start()
        finally:
            there.close()
            try:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
            except BaseException:
                end([self])
                raise

    def got(self) -> Any:
        """What it told next.

        Raises:
            MemoryError: this machine stopped it, which it does for want of memory. And what the work raises.
        """
        try:
            failed, got = self.here.recv()
        except (EOFError, OSError):
            raise MemoryError("A part of the work was stopped by this machine.") from None
        if failed:
            raise _error(*got)
        return got


def end(crew: Sequence[Forked]) -> None:
    """End what still runs. A signal that comes in the moment before a process waits is heard only when it has waited: it is sent again."""
    for one in crew:
        one.here.close()
        if one.process.pid is not None:
            one.process.terminate()
    for one in crew:
        while one.process.pid is not None and one.process.exitcode is None:
            one.process.join(_A_MOMENT)
            one.process.terminate()


@contextmanager
def aside(work: Callable[[], _Done]) -> Iterator[Callable[[], _Done]]:
    """Work that is done in a process of its own while a block runs. What the block gets tells what it came to, and raises what it
    raised.

    Until somebody asks, that lies in a file, so that the process need not wait with all that it holds; where there is no room
    for it, it waits.
    """
    if not at_once():
        yield work
        return
    with _room() as file:

        def done(tell: Callable[[object], None]) -> None:
            found = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
            with suppress(OSError):
                if file and file.write(found) == len(found):
                    return tell(None)
            return tell(found)

        def came_to() -> _Done:
            found = forked.got()
            if found is None and file:
                file.seek(0)
                found = file.read()
            done: _Done = pickle.loads(found)
            return done

        forked = Forked(done)
        try:
            yield cache(came_to)
        finally:
            end([forked])


def _room() -> AbstractContextManager[FileIO | None]:
    """A file without a name, or nothing where none can be made."""
    with suppress(OSError):
        return TemporaryFile(prefix="psychoed-", buffering=0)
    return nullcontext()


@contextmanager
def apart(work: Callable[[], _Done]) -> Iterator[Callable[[], _Done]]:
    """Work that is done in a process of its own from now on: all that it needs on the way is given back, which Python alone does
    not do. What the block gets waits for it, and tells what it came to.

    Raises, where it is asked:
        MemoryError: this machine stopped it. And what `work` raises.
    """
    if not can_fork():
        yield work
        return
    forked = Forked(lambda tell: tell(work()), forks=True)
    try:
        yield forked.got
    finally:
        end([forked])


def share_out(
    work: Callable[[Sequence[_Item]], _Done], items: Sequence[_Item], least: int, most: int | None = None
) -> list[_Done]:
    """What `work` came to on each share of `items`; no share is smaller than `least`.

    Several shares are done at once, each in a process of its own. None is larger than `most`: where there are more items,
    another begins when one is done. Items are dealt out in turns, a few neighbours at once where there are many shares: a
    process gets a copy of all memory round what it looks at. When one of them fails, all end; on Linux also when this process does.

    Raises:
        MemoryError: this machine stopped one of them. And what `work` raises.
    """
    beside = max(1, min(processors(), len(items) // least)) if can_fork() else 1
    many = beside * max(1, -(-len(items) // (most * beside)) if most else 1)
    dealt = _dealt(items, many, _NEIGHBOURS if many > beside else 1)
    size = max(1, -(-len(items) // many))
    shares = [dealt[start : start + size] for start in range(0, max(1, len(items)), size)]
    if beside < 2:
        return [work(share) for share in shares]
    crew: list[Forked] = []
    try:
        done: dict[Connection, _Done] = {}
        while len(done) < len(shares):
            while len(crew) < min(len(shares), len(done) + beside):
                crew.append(Forked(partial(_told, work, shares[len(crew)])))
            ready = wait([one.here for one in crew if one.here not in done])
            for one in (one for one in crew if one.here in ready):
                done[one.here] = one.got()
                end([one])
        return [done[one.here] for one in crew]
    finally:
        end(crew)


def _dealt(items: Sequence[_Item], many: int, few: int) -> Sequence[_Item]:
    """What each of so many gets who take a few in turns, one after another."""
    starts = [start for first in range(many) for start in range(first * few, len(items), many * few)]
    return [one for start in starts for one in items[start : start + few]]


def _told(work: Callable[[Sequence[_Item]], object], items: Sequence[_Item], tell: Callable[[object], None]) -> None:
    tell(work(items))


def _begin(there: Connection, here: Connection, first: int, work: Callable[..., object]) -> None:
    here.close()  # so that this process hears when the first one is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops the work stops its first process, which ends the rest
    _when_told_to_end(_stopped)
    if sys.platform == "linux":  # only Linux knows how
        ctypes.CDLL(None).prctl(_ON_THE_PARENTS_END, signal.SIGTERM)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    if os.getppid() != first:
        return  # it is gone already

    def tell(failed: bool, something: object) -> None:
        try:
            there.send((failed, something))
        except BrokenPipeError:
            sys.exit(1)  # nobody waits for this any more

    try:
        work(partial(tell, False))
    except Exception as error:  # it is raised where everything else is
        tell(True, _packed(error))


def _packed(error: Exception) -> tuple[bytes, str]:
    """What was raised, if it can be sent, and where that was."""
    where = traceback.format_exc()
    with suppress(Exception):
        data = pickle.dumps(error)
        pickle.loads(data)
        return data, where
    return b"", where


def _error(data: bytes, where: str) -> Exception:
    error: Exception = pickle.loads(data) if data else RuntimeError("Raised in a process of its own")
    error.add_note(where)
    return error


def _stopped(*_: object) -> NoReturn:
    """What the work has begun is cleared away, and nobody who tells it again disturbs that."""
    _when_told_to_end(signal.SIG_IGN)
    sys.exit(1)


def _when_told_to_end(do: Callable[..., object] | signal.Handlers) -> None:
    for number in ("SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, number), do)
