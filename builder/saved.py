"""What was saved since somebody looked in, out; and an end to whatever is at work on what is old by then."""

import errno
import shutil
import signal
import subprocess
import sys
import threading
from _thread import interrupt_main
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from builder.diagnostics.errors import BuilderError
from builder.disk.trouble import told

SETTLE_SECONDS = 0.05
"""An editor saves in several steps; wait until it is quiet."""

if sys.platform == "win32":
    _SIGNAL = signal.SIGBREAK
else:
    _SIGNAL = signal.SIGUSR1

_STOPS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_A_MOMENT = 0.01
"""Seconds until a round is ended that was at what may not be left in the middle."""


EVENTS: list[type[FileSystemEvent]] = [
    DirCreatedEvent, DirDeletedEvent, DirMovedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
]  # fmt: skip
"""What is told of. That a file was opened is not: a round opens all of them."""


class SavedAgain(BaseException):
    """What is being built is old."""


class Saved:
    """What was saved since somebody took it. It can stop whoever works on what is old then, as Ctrl+C does, by a signal."""

    def __init__(self) -> None:
        self.paths: set[Path] = set()
        self.some = threading.Event()
        self.ends = False
        self.over: BaseException | None = None
        self._before = dict[int, Callable[[int, FrameType | None], object]]()
        self._is_put_off = False

    def __enter__(self) -> "Saved":
        signal.signal(_SIGNAL, self._stop)
        for number in _STOPS:
            if callable(before := signal.getsignal(number)):
                self._before[number] = before
                signal.signal(number, self._end)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(_SIGNAL, signal.SIG_IGN)
        for number, before in self._before.items():
            if signal.getsignal(number) == self._end:
                signal.signal(number, before)

    def _end(self, number: int, frame: FrameType | None) -> None:
        """Python loses what is raised while it clears away, so that `wait` raises it again."""
        try:
            self._before[number](number, frame)
        except BaseException as stop:
            self.over = stop
            self.some.set()
            raise

    def _stop(self, _: int, frame: FrameType | None) -> None:
        if not self.ends or not self.some.is_set():
            return  # it was taken already, and the signal is late
        if not _may_not_be_left(frame):
            self.ends = False
            raise SavedAgain
        if not self._is_put_off:
            self._is_put_off = True
            threading.Timer(_A_MOMENT, self._stop_later).start()

    def _stop_later(self) -> None:
        self._is_put_off = False
        _send()

    def add(self, path: Path) -> None:
        """Note that something was saved."""
        self.paths.add(path)
        self.some.set()
        _send()

    def wait(self) -> None:
        """Wait until something was saved, and until it is quiet. Raises what a stop, such as Ctrl+C, raised before."""
        self.some.wait()
        if self.over:
            raise self.over
        while self.some.is_set():
            self.some.clear()
            self.some.wait(SETTLE_SECONDS)

    def take(self) -> frozenset[Path]:
        """What was saved since it was taken last."""
        taken = frozenset(self.paths)
        self.paths -= taken
        return taken

    @contextmanager
    def ending(self) -> Iterator[None]:
        """What is saved ends the block. What was saved before it ends it at once.

        What fails while an ended block clears away is a part of its end: a folder that is being taken away can be closed twice.
        """
        try:
            self.ends = True
            if self.some.is_set():
                raise SavedAgain
            yield
        except Exception as error:
            if self.over:
                raise self.over from error
            if not self.ends:
                raise SavedAgain from error
            raise
        finally:
            self.ends = False


def _send() -> None:
    if sys.platform == "win32":
        interrupt_main(_SIGNAL)
    else:  # it wakes a thread that waits, too
        signal.pthread_kill(threading.main_thread().ident or 0, _SIGNAL)


def _may_not_be_left(frame: FrameType | None) -> bool:
    """Whether a stop is being heard, a folder taken away, or a program started. In Python 3.11, what is raised in those two can close
    a file twice: the second time, it may be what a browser has just asked for."""
    whole = Saved._end.__code__, subprocess.Popen.__init__.__code__
    while frame and frame.f_code not in whole and frame.f_code.co_filename != shutil.__file__:
        frame = frame.f_back
    return frame is not None


class Watch(FileSystemEventHandler):
    """Tells `saved` of every one of EVENTS below a folder, by its real path. What editors keep for themselves is left out."""

    def __init__(self, saved: Saved, folder: Path) -> None:
        self.saved = saved
        self.folder = folder.resolve()

    def on_any_event(self, event: FileSystemEvent) -> None:
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(str(name))
            real = path.parent.resolve() / path.name
            below = real.relative_to(self.folder).parts if real.is_relative_to(self.folder) else ()
            if not any(part.startswith(".") for part in below) and not real.name.endswith("~"):
                self.saved.add(real)


@contextmanager
def watching(saved: Saved, folders: Iterable[Path]) -> Iterator[None]:
    """Tell `saved` of what is saved in these folders, as long as a block lasts. One that is missing is missed where it is needed.

    Raises:
        BuilderError: this machine does not tell of changes.
    """
    observer = Observer()
    try:
        for folder in folders:
            if folder.is_dir():
                observer.schedule(Watch(saved, folder), str(folder), recursive=True, event_filter=EVENTS)
        observer.start()
    except OSError as error:
        raise _not_told(error) from error
    try:
        yield
    finally:
        observer.stop()
        observer.join()


_LIMITS = {errno.ENOSPC: ("max_user_watches", 524_288), errno.EMFILE: ("max_user_instances", 1_024)}
"""By the number of an error, the setting of Linux that is too low for all that an account's programs follow; and a higher one."""


def _not_told(error: OSError) -> BuilderError:
    if sys.platform != "linux" or error.errno not in _LIMITS:
        why, mend = told(error)
        return BuilderError(f"Your changes cannot be followed: {why}", mend)
    limit, more = _LIMITS[error.errno]
    return BuilderError(
        f"Your changes cannot be followed: this account's programs follow as much as fs.inotify.{limit} allows.",
        f"Close some of them (editors, another psychoed serve), or raise it: sudo sysctl fs.inotify.{limit}={more}. "
        "To keep it so, write that setting into a file in /etc/sysctl.d/.",
    )
