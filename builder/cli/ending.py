"""A deed in, the code to leave with out: whatever ends it is told in plain words, and what was begun is put right first."""

import errno
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import click

from builder.diagnostics.errors import BuilderError
from builder.disk.trouble import told

_STOPS = ("SIGINT", "SIGTERM", "SIGHUP")
_DOCTOR = "psychoed doctor says what this machine lacks."


class Stopped(BaseException):
    """A person or the system asked this process to end, with a signal of this number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def code_of(deed: Callable[[], object]) -> int:
    """Do it, tell what went wrong, and return the code.

    A run that was stopped leaves with 128 and the number of the signal, as all programs do: 130 for Ctrl+C, 143 for a
    request to end. By that a shell, make or a CI knows that nothing was wrong with the call.
    """
    try:
        with _heeding():
            code = deed()
    except BuilderError as error:
        return _say(f"{error}\n{error.mend}".rstrip())
    except click.ClickException as error:
        error.show()
        return 2
    except Stopped as stopped:
        return _stopped(stopped.number)
    except (click.Abort, KeyboardInterrupt):
        return _stopped(signal.SIGINT)
    except MemoryError:
        return _say("There is not enough memory. Nothing of yours was changed.\nClose other programs, and try again.")
    except ModuleNotFoundError as error:
        return _say(f"The package {error.name} is missing.\n{_DOCTOR}") if _is_others(error) else _fault_of_ours()
    except OSError as error:
        return _machine(error)
    except Exception:
        return _fault_of_ours()
    return code if isinstance(code, int) else 0


@contextmanager
def _heeding() -> Iterator[None]:
    """Let a request to end pass through the code as an exception does, so that it cleans up. What is ignored stays so.

    In Python 3.11 a folder that is being taken away can be closed twice then: that is a part of that end, and no fault of a file.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in _STOPS if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    heeded = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    stops: list[BaseException] = []

    def stop(number: int, _: FrameType | None) -> None:
        for one in heeded:
            signal.signal(one, signal.SIG_IGN)  # a second one would disturb the cleaning up
        stops.append(KeyboardInterrupt() if number == signal.SIGINT else Stopped(number))
        raise stops[0]

    for number in heeded:
        signal.signal(number, stop)
    try:
        yield
    except (OSError, BuilderError) as error:
        if stops and _is_closed_twice(error):
            raise stops[0] from error
        raise
    finally:
        for number in heeded:
            signal.signal(number, before[number])


def _is_closed_twice(error: BaseException | None) -> bool:
    while error and not (isinstance(error, OSError) and error.errno == errno.EBADF):
        error = error.__cause__
    return error is not None


def _stopped(number: int) -> int:
    _say("Stopped. What was there is whole. Give the command again when you like.")
    return 128 + number


def _machine(error: OSError) -> int:
    if error.errno == errno.EPIPE:
        why, mend = "nobody reads them.", ""
    else:
        why, mend = told(error)
    if error.errno in (errno.EPIPE, errno.ENOSPC) and not error.filename:
        sys.stdout = sys.stderr  # nothing more is written where nobody reads
        return _say(f"The words could not be written: {why}\n{mend}".rstrip())
    return _say(f"A file could not be read or written: {why}\n{mend}")


def _is_others(error: ModuleNotFoundError) -> bool:
    return not (error.name or "").startswith("builder")


def _fault_of_ours() -> int:
    """Keep what happened in a file, for whoever can mend it."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="psychoed-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            traceback.print_exc(file=file)
        where = f"What happened is written in {file.name}. Please send it to whoever keeps psychoed."
    except OSError:
        where = f"What happened could not be written down: {traceback.format_exc().splitlines()[-1]}"
    _say(f"This is a fault of psychoed, not of your content. Nothing of yours was changed.\n{where}")
    return 3


def _say(words: str) -> int:
    try:
        click.echo(words, err=True)
    except OSError:
        sys.stderr = sys.stdout = None  # nobody is there to be told
    return 2
