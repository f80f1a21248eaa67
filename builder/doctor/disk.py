"""A project's folders in, what is wrong with the disk, the clock and what is kept there out."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from builder.clock import today_by_clock
from builder.diagnostics.errors import BuilderError
from builder.disk.change import planned
from builder.disk.whole import LEFT
from builder.doctor.ill import Ill
from builder.memory.place import damaged

_ROOM = 500_000_000
"""A library of a thousand modules, built twice."""

_DAY = 24 * 60 * 60


def disk(root: Path, content: Path, out: Path) -> Iterator[Ill]:
    """Look whether there is room and leave to write, whether the clock can be right, and what killed runs have left."""
    for folder, use in ((out.parent, f"The site goes to {out}"), (Path(sys.prefix), "What is remembered goes there")):
        there = next(path for path in (folder, *folder.parents) if path.exists())
        if not os.access(there, os.W_OK):
            yield Ill(
                f"{there} cannot be written. {use}.", "Give yourself the right to write there, or work elsewhere."
            )
        if (free := shutil.disk_usage(there).free) < _ROOM:
            yield Ill(f"The disk of {there} has only {free // 1_000_000} MB left.", "Make room on it.")
    yield from _clock(content)
    change = planned(content)
    left = [*content.rglob(LEFT), *change.parent.glob(change.name), *out.parent.glob(f".psychoed-{out.name}.*")]
    if left:
        names = ", ".join(map(str, sorted(left)))
        mend = "If nothing runs, the next psychoed build, or psychoed move with --write, takes them away."
        yield Ill(f"A run is at work, or was killed and left: {names}.", mend)
    if bad := damaged(root):
        names = ", ".join(str(path) for path in bad[:3])
        yield Ill(f"{len(bad)} files of the memory are damaged, and not used: {names}.", "Run: psychoed forget")


def _clock(content: Path) -> Iterator[Ill]:
    """A file that is newer than now, or a release that is still to come, says that the clock is behind."""
    try:
        today_by_clock(content)
    except BuilderError as error:
        yield Ill(str(error), error.mend)
    files = (path.stat().st_mtime for path in content.rglob("*") if path.is_file())
    if max(files, default=0) > time.time() + _DAY:
        yield Ill(
            f"By the clock it is {date.today()}, but files in {content} are newer.",
            "Set this machine's clock, or give those files today's date (touch).",
        )
