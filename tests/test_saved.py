"""What is saved is told, and ends what is old: but not where that would do harm."""

import errno
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from watchdog.events import FileModifiedEvent, FileMovedEvent

from builder.diagnostics.errors import BuilderError
from builder.saved import Saved, SavedAgain, Watch, watching


@pytest.mark.skipif(sys.platform != "linux", reason="others have no such limits")
@pytest.mark.parametrize(
    ("number", "limit"), [(errno.ENOSPC, "max_user_watches"), (errno.EMFILE, "max_user_instances"), (errno.EACCES, "")]
)
def test_a_machine_that_cannot_follow_says_which_limit_to_raise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, limit: str
) -> None:
    def start(_: object) -> None:
        raise OSError(number, "inotify limit reached")

    monkeypatch.setattr("watchdog.observers.inotify.InotifyBuffer.__init__", lambda *_, **__: start(_))
    with pytest.raises(BuilderError, match="Your changes cannot be followed") as said, watching(Saved(), [tmp_path]):
        raise AssertionError("nothing is followed")
    assert f"fs.inotify.{limit}" in str(said.value) + "fs.inotify."
    assert (f"sudo sysctl fs.inotify.{limit}=" in said.value.mend) == bool(limit)
    assert "disk is full" not in str(said.value)


def test_a_save_waits_until_a_folder_is_taken_away(tmp_path: Path) -> None:
    page, taken = Path("learn.md"), list[str]()
    with Saved() as saved:
        with pytest.raises(SavedAgain), saved.ending():
            shutil.rmtree(tmp_path / "none", onerror=lambda *_: saved.add(page))
            taken.append("away")
            threading.Event().wait(60)
        assert saved.take() == {page}
    assert taken == ["away"]


def test_a_save_waits_until_a_program_is_started() -> None:
    with Saved() as saved:

        def started() -> None:
            saved.add(Path("learn.md"))

        with pytest.raises(SavedAgain), saved.ending():
            program = subprocess.Popen([sys.executable, "-c", ""], stdin=_Told(started))  # type: ignore[call-overload]
            threading.Event().wait(60)
        assert program.wait() == 0


class _Told:
    """A file that says when it is asked for its number, which is while a program is being started."""

    def __init__(self, asked: Callable[[], None]) -> None:
        self.asked = asked

    def fileno(self) -> int:
        self.asked()
        return 0


def test_what_editors_keep_for_themselves_was_not_saved(tmp_path: Path) -> None:
    folder = tmp_path / ".work" / "content"
    (folder / "modules" / ".git").mkdir(parents=True)
    for name in (".learn.md.swp", "learn.md~", ".git/index", "learn.md"):
        watch = Watch(saved := _Noted(), folder)
        watch.on_any_event(FileModifiedEvent(str(folder / "modules" / name)))
        assert saved.noted == ([folder / "modules" / name] if name == "learn.md" else [])
    watch = Watch(saved := _Noted(), folder)
    watch.on_any_event(FileMovedEvent(str(folder / ".learn.md.tmp"), str(folder / "learn.md")))
    assert saved.noted == [folder / "learn.md"]


class _Noted(Saved):
    def __init__(self) -> None:
        super().__init__()
        self.noted: list[Path] = []

    def add(self, path: Path) -> None:
        self.noted.append(path)


def test_a_signal_that_comes_late_ends_nothing() -> None:
    with Saved() as saved, saved.ending():
        saved.paths.add(Path("learn.md"))
        assert saved.take()
        signal.raise_signal(signal.SIGUSR1)
