"""Several files with their new bytes in, all of them written out: what is stopped halfway is finished by whoever reads next.

What is to be is written down in one file first. From then on the change counts.
"""

import json
import os
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from builder.disk.lock import locked
from builder.disk.whole import LEFT, write_whole, written_beside
from builder.model.shelf import key_of

BEGUN = ".psychoed-begun"
"""Lies in a folder while a change of it is carried out. It says nothing: that stands elsewhere."""

_LOCK = ".psychoed-lock"


class Unfinished(Exception):
    """A change began and could not be carried to its end; the reason is its cause. The next run goes on with it."""


class Elsewhere(Exception):
    """A change was begun from another Python environment, and not finished. What is to be is written down there."""


class Damaged(Exception):
    """What is written down of a change is not what we write."""


def planned(folder: Path) -> Path:
    """The file that says what is to be below `folder`. It is there only while a change is carried out.

    It lies in the Python environment, beside the code that is trusted anyway. In the content it could come with somebody
    else's files, and to check these would be to do what it says.
    """
    return Path(sys.prefix) / "psychoed-changes" / key_of(str(folder.resolve()))[:16] / "change.json"


def changing(folder: Path) -> AbstractContextManager[None]:
    """The lock of everybody who changes what is below `folder`. It is waited for."""
    return locked(folder / _LOCK, wait=True)


def carry_out(folder: Path, files: Mapping[str, bytes], renamed: tuple[str, str] = ("", "")) -> None:
    """Give a folder below `folder` its new name, then each file its bytes. `files` are called as they are afterwards.

    Raises:
        OSError: a file cannot be written. Nothing has changed.
        Unfinished: it counts, and is not done.
    """
    _take_away_left(folder)
    before = {name: _before(name, renamed) for name in files}
    plan = {
        "renamed": renamed,
        "files": {name: [_sum(folder / before[name]), data.decode()] for name, data in files.items()},
    }
    beside: dict[str, Path] = {}
    try:
        for name, data in files.items():
            beside[name] = written_beside(folder / before[name], data)
        if renamed[0] or len(files) > 1:
            planned(folder).parent.mkdir(parents=True, exist_ok=True)
            write_whole(planned(folder), json.dumps(plan).encode())
            (folder / BEGUN).touch()  # says nothing: it is there for whoever reads from another environment
        else:
            for name, path in beside.items():
                path.replace((folder / name).resolve())
            return
    except BaseException:
        for path in beside.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)
        with suppress(OSError):
            planned(folder).parent.rmdir()  # where it is empty
        raise
    try:
        if renamed[0]:
            (folder / renamed[0]).rename(folder / renamed[1])
        for name, path in beside.items():
            now = (folder / name).resolve()
            now.with_name(path.name).replace(now)
    except OSError as error:
        raise Unfinished from error
    _forget(folder)


def finish(folder: Path) -> tuple[str, ...]:
    """Finish a change that was stopped halfway. Return the files that somebody has changed since: then nothing is done.

    Raises:
        OSError: it cannot be finished, as nothing can be written there.
        Damaged: nobody knows what was to be.
        Elsewhere: it can be finished from another environment alone.
    """
    if not planned(folder).exists():
        if os.path.lexists(folder / BEGUN):
            raise Elsewhere
        return ()
    with changing(folder):
        try:
            (old, new), files = _plan_in(planned(folder).read_bytes())
        except FileNotFoundError:  # whoever was at it has finished
            return ()
        begun = {name: _state(folder, name, (old, new), *of) for name, of in files.items()}
        if old and (((folder / old).exists() and (folder / new).exists()) or _leads_out(folder, old, new)):
            return (old, new)
        if "other" in begun.values():
            return tuple(name for name, state in begun.items() if state == "other")
        is_renamed = bool(old) and not (folder / old).exists()
        if is_renamed or "done" in begun.values():
            if old and not is_renamed:
                (folder / old).rename(folder / new)
            for name in (name for name, state in begun.items() if state == "open"):
                write_whole(folder / name, files[name][1].encode())
        _take_away_left(folder)
        _forget(folder)
    return ()


def _plan_in(held: bytes) -> tuple[tuple[str, str], dict[str, tuple[str, str]]]:
    try:
        plan: dict[str, Any] = json.loads(held)
        old, new = plan["renamed"]
        return (str(old), str(new)), {name: (str(was), str(now)) for name, (was, now) in plan["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Damaged from error


def _forget(folder: Path) -> None:
    (folder / BEGUN).unlink(missing_ok=True)
    planned(folder).unlink()
    with suppress(OSError):
        planned(folder).parent.rmdir()


def _take_away_left(folder: Path) -> None:
    for left in (*folder.rglob(LEFT), *planned(folder).parent.glob(LEFT)):
        left.unlink()


def _leads_out(folder: Path, *names: str) -> bool:
    """Whether one of these is elsewhere by now, by a link."""
    return not all((folder / name).resolve().is_relative_to(folder.resolve()) for name in names)


def _state(folder: Path, name: str, renamed: tuple[str, str], was: str, now: str) -> str:
    """Whether a file has its new bytes already ("done"), its old ones ("open"), or "other"."""
    if _leads_out(folder, name, _before(name, renamed)):
        return "other"
    at = folder / name if (folder / name).exists() else folder / _before(name, renamed)
    found = _sum(at)
    return "done" if found == sha256(now.encode()).hexdigest() else "open" if found == was else "other"


def _before(name: str, renamed: tuple[str, str]) -> str:
    old, new = renamed
    return f"{old}/{name.removeprefix(f'{new}/')}" if old and name.startswith(f"{new}/") else name


def _sum(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
