"""A site and how it was left in, a copy of it beside it out, made while other work is done: a build changes only that."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from builder.disk.crew import aside
from builder.model.manifest import Manifest
from builder.site.alone import OLD, beside, not_written
from builder.site.earlier import keep, not_copied, take

_LATER = 10
"""So much nicer than others is who copies."""


@dataclass(frozen=True)
class Begun:
    """A run's own `folder`, with the new site in it. `copied` waits for the copy, and tells each file that is in it. `over` begins
    to take away what is in the folder, once the new site is in its place: all but the old site, if there is a place for that."""

    folder: Path
    copied: Callable[[], Manifest]
    over: Callable[[], None]

    @property
    def site(self) -> Path:
        """The folder of the new site."""
        return self.folder / "site"


@contextmanager
def begin(out: Path, before: Manifest | None = None, spare: Path | None = None) -> Iterator[Begun]:
    """Begin a new site beside `out`, which the last build left as `before` says. What is not in its place in the end is taken
    away, but for one site, which goes to `spare`: the next begins with it. Whatever files are in that, it is made right.

    A file that nobody touched since is one and the same in both: none is ever written into, only replaced. What somebody
    writes into the old site meanwhile can be in the new one.

    Raises:
        BuilderError: nothing can be written there.
    """
    out, left = out.resolve(), before or {}
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        own = tempfile.TemporaryDirectory(prefix=beside(out), dir=out.parent, ignore_cleanup_errors=True)
    except OSError as error:
        raise not_written(out, error) from error
    with own as name, ExitStack() as held:
        folder = Path(name).resolve()
        site = folder / "site"
        take(spare, site if left else None)

        def keep_it(failed: object = None, *_: object) -> None:
            for one in () if failed else (site, folder / OLD):
                keep(one, spare)

        held.push(keep_it)
        with aside(partial(_copy_later, os.getpid(), left, out, site)) if left else nullcontext(list) as others:

            def over() -> None:
                keep_it()
                held.enter_context(_cleared(folder))

            yield Begun(folder, cache(lambda: _copied(left, others, site)), over)


@contextmanager
def _cleared(folder: Path) -> Iterator[None]:
    """Take away what is in the folders of one: from one end while a block runs, and then from the other end, too. What nobody
    gets to goes with the folder itself."""
    found: list[Path] = []
    with suppress(OSError):
        folders = [one for one in folder.iterdir() if one.is_dir() and not one.is_symlink()]
        found = sorted(path for one in folders for path in one.iterdir())

    def clear(paths: Iterable[Path]) -> None:
        for path in paths:
            shutil.rmtree(path, ignore_errors=True)  # a link to a folder is not followed

    with aside(lambda: clear(found)) as cleared:
        yield
        clear(reversed(found))
        with suppress(MemoryError, OSError):
            cleared()


def _copied(files: Manifest, others: Callable[[], Sequence[str]], new: Path) -> Manifest:
    try:
        left_out = frozenset(others())
    except (MemoryError, OSError):  # a build can do without
        with suppress(OSError):
            new.rename(new.with_name("spoiled"))
        return {}
    return {name: told for name, told in files.items() if name not in left_out}


def _copy_later(asked_by: int, files: Manifest, old: Path, new: Path) -> list[str]:
    """`not_copied`, in a process of its own after everything that somebody waits for sooner."""
    if os.getpid() != asked_by:
        os.nice(_LATER)
    return not_copied(files, str(old), str(new))
