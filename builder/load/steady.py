"""A folder that others work on in, what was in it at one moment out; what was begun in it and stopped halfway is finished."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from builder.diagnostics.errors import BuilderError
from builder.disk.change import BEGUN, Damaged, Elsewhere, finish, planned
from builder.disk.trouble import told

T = TypeVar("T")

_PAUSES = (0, 0.02, 0.1, 0.3, 0.3)
"""Seconds between one try and the next."""

_COARSE = 10_000_000
"""So many billionths of a second can a disk's own clock be behind."""


def steadily(folder: Path, read: Callable[[], T]) -> T:
    """Read until nothing below the folder has changed meanwhile, or twice the same was read.

    Raises:
        BuilderError: it changes all the time.
    """
    last: T | None = None
    for pause in (*_PAUSES, 0):
        began = time.time_ns() - _COARSE
        found = read()
        if found == last or not any(changed >= began for changed in _changes(folder)):
            return found
        last = found
        time.sleep(pause)
    raise BuilderError(
        f"What is in {folder} changes all the time while it is read. Nothing was done.",
        "Wait until whatever works there has ended (a copy, git, an editor). Then give the command again.",
    )


def finish_what_began(folder: Path) -> None:
    """Finish a change of several files that was stopped halfway.

    Raises:
        BuilderError: it cannot be finished.
    """
    began = f"A change of {folder} (psychoed move or retire) was stopped halfway"
    mend = f"Take all of the content back to what it was before (git), and delete {planned(folder)}."
    try:
        changed = finish(folder)
    except Elsewhere as error:
        here = (
            f"Go on from there: any command finishes it. Or take the content back (git), and delete {folder / BEGUN}."
        )
        raise BuilderError(f"{began}, in another Python environment than this one.", here) from error
    except Damaged as error:
        raise BuilderError(f"{began}, and the file that tells what was to be is damaged.", mend) from error
    except OSError as error:
        why, how = told(error)
        raise BuilderError(f"{began}, and cannot be finished: {why}", how) from error
    if changed:
        raise BuilderError(f"{began}, and since then somebody has changed: {', '.join(changed)}.", mend)


def _changes(folder: Path) -> Iterator[int]:
    """When each file and folder was changed last; what is gone was changed just now. What cannot be looked at is told of elsewhere."""
    folders = [str(folder)]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        yield entry.stat(follow_symlinks=False).st_ctime_ns
                        if entry.is_dir(follow_symlinks=False):
                            folders.append(entry.path)
        except FileNotFoundError:
            yield time.time_ns()
        except OSError:
            continue
