"""The folder of a site in, leave to build into it out: for one run at a time, once what a killed run left is put right."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from builder.diagnostics.errors import BuilderError
from builder.disk.lock import holder, locked
from builder.disk.trouble import told
from builder.site.ground import refuse_other_ground
from builder.site.swap import put_back

OLD = "old"
"""What the old site is called in a run's own folder, where changing it with the new one takes two steps."""


@contextmanager
def alone(out: Path, project: Path, *sources: Path) -> Iterator[None]:
    """Hold `out`, and at the end take away whatever the run still has beside it. It may not hold any of `sources`.

    Raises:
        BuilderError: another run is at it, or it is no ground for a site, or nothing can be written there.
    """
    out = out.resolve()
    refuse_other_ground(out, project, *sources)
    lock = out.parent / f".psychoed-{out.name}.lock"
    with ExitStack() as held:
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(locked(lock))
            _heal(out)
        except BlockingIOError as error:
            raise BuilderError(
                f"Another psychoed (process {holder(lock)}) is building into {out}. Nothing was changed by this one.",
                "Wait until it has ended, or name another folder with --out.",
            ) from error
        except OSError as error:
            raise not_written(out, error) from error
        try:
            yield
        finally:
            with suppress(OSError):
                _heal(out)


def beside(out: Path) -> str:
    """How the name of a run's own folder begins, which lies beside `out`. What follows tells it from those of other runs."""
    return f".psychoed-{out.name}.new-"


def left_beside(out: Path) -> tuple[Path, ...]:
    """The folders of runs that built into `out`. While nobody holds `out`, all of these are dead."""
    name = re.compile(re.escape(beside(out)) + "[a-z0-9_]{8}")
    return tuple(path for path in sorted(out.parent.iterdir()) if name.fullmatch(path.name))


def not_written(out: Path, error: OSError) -> BuilderError:
    """What to say when a file on the way to a site cannot be read or written."""
    why, mend = told(error)
    return BuilderError(f"The site could not be written to {out}: {why} What was there is as it was.", mend)


def _heal(out: Path) -> None:
    """Put the old site back if a run was stopped before the new one was in its place; then take away what is left."""
    for left in left_beside(out):
        put_back(left / OLD, out)
        shutil.rmtree(left, ignore_errors=True)
