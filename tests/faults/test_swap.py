"""Whoever reads while a site changes finds one whole; what a killed run left is put right, and a living one let be."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from builder.diagnostics.errors import BuilderError
from builder.disk.lock import locked
from builder.site import swap as swapping
from builder.site.alone import OLD, alone, beside
from builder.site.swap import swap
from tests.faults.ground import DAY, command, copy_of, environment, files, old_site

HOLD = "import sys, time; from pathlib import Path; from builder.site.alone import alone\nwith alone(Path(sys.argv[1]), Path(sys.argv[2])): print('held', flush=True); time.sleep(60)"


def _new_site(folder: Path, words: str) -> Path:
    old_site(folder)
    for name in ("index.html", "other.html"):
        (folder / name).write_text(f'<html data-theme="psychoed">{words}', "utf-8")
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no such step")
def test_at_no_moment_is_there_no_site(tmp_path: Path) -> None:
    out = _new_site(tmp_path / "site", "0")
    missed: list[str] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                opened = os.open(out, os.O_RDONLY)
                pages = {_text(opened, name) for name in ("index.html", "other.html")}
                os.close(opened)
                missed.extend(pages if len(pages) != 1 else [])
            except FileNotFoundError as error:
                missed.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(300):
        new = _new_site(tmp_path / f"new-{number}" / "site", str(number))
        swap(new, out, new.parent / OLD)
    done.set()
    reader.join()
    assert not missed
    assert "299" in (out / "index.html").read_text("utf-8")


def _text(folder: int, name: str) -> str:
    opened = os.open(name, os.O_RDONLY, dir_fd=folder)
    try:
        return os.read(opened, 1000).decode()
    finally:
        os.close(opened)


def test_where_it_takes_two_steps_a_stop_between_them_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    before = old_site(out)
    new = _new_site(tmp_path / f"{beside(out)}abcdefgh" / "site", "new")
    monkeypatch.setattr(swapping, "_exchanged", lambda *_: False)
    put = Path.replace

    def stop(path: Path, target: Path) -> Path:
        if path == new:
            raise KeyboardInterrupt
        return put(path, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        swap(new, out, new.parent / OLD)
    assert files(out) == before


def test_where_it_takes_two_steps_what_was_killed_between_them_is_put_right(tmp_path: Path) -> None:
    out, project = tmp_path / "site", tmp_path / "project"
    before = old_site(out)
    new = _new_site(tmp_path / f"{beside(out)}abcdefgh" / "site", "new")
    out.replace(new.parent / OLD)
    with alone(out, project):
        assert files(out) == before
        assert {path.name for path in tmp_path.iterdir()} == {"site", ".psychoed-site.lock"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_one_run_at_a_time_and_only_its_own_leavings_go(tmp_path: Path) -> None:
    out, project = tmp_path / "site", tmp_path / "project"
    of_others = [tmp_path / f"{beside(tmp_path / name)}abcdefgh" for name in ("site.new-x", "sit", "site2")]
    for folder in (*of_others, tmp_path / f"{beside(out)}abcdefgh"):
        folder.mkdir()
    holds = [sys.executable, "-c", HOLD, str(out), str(project)]
    with subprocess.Popen(holds, env=environment(), stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        with pytest.raises(BuilderError, match=rf"process {other.pid}\) is building into") as said, alone(out, project):
            raise AssertionError("two at once")
        assert "--out" in said.value.mend
        with alone(tmp_path / "site2", project):
            pass
        other.send_signal(signal.SIGKILL)
    assert (tmp_path / ".psychoed-site.lock").exists()
    with alone(out, project):
        pass
    assert sorted(tmp_path.iterdir()) == sorted(of_others[:2])


def test_a_lock_that_was_let_go_is_free_for_whoever_waited(tmp_path: Path) -> None:
    taken: list[int] = []
    count = "import sys\nfrom pathlib import Path\nfrom builder.disk.lock import locked\nfor _ in range(100):\n    with locked(Path('lock'), wait=True):\n        number = int(Path('number').read_text())\n        Path('number').write_text(str(number + 1))"
    (tmp_path / "number").write_text("0")
    both = [subprocess.Popen([sys.executable, "-c", count], cwd=tmp_path, env=environment()) for _ in range(2)]
    taken = [one.wait() for one in both]
    assert taken == [0, 0]
    assert (tmp_path / "number").read_text() == "200"
    assert not (tmp_path / "lock").exists()
    with locked(tmp_path / "lock"):
        pass


def test_the_second_of_two_builds_ends_with_2_and_the_first_is_not_disturbed(handed_out: Path, tmp_path: Path) -> None:
    project = copy_of(handed_out, tmp_path / "project")
    before = files(project / "site")
    build = command("build", *DAY)
    with subprocess.Popen(build, cwd=project, env=environment(), stdout=subprocess.DEVNULL) as first:
        while not (project / ".psychoed-site.lock").exists():
            assert first.poll() is None
            time.sleep(0.01)
        first.send_signal(signal.SIGSTOP)  # else it can have ended before the second one has begun
        second = subprocess.run(build, cwd=project, env=environment(), capture_output=True, text=True, check=False)
        first.send_signal(signal.SIGCONT)
    assert second.returncode == 2, second.stdout
    assert f"Another psychoed (process {first.pid}) is building into" in second.stderr
    assert "Wait until it has ended" in second.stderr
    assert first.returncode == 0
    assert files(project / "site") == before
    assert not list(project.glob(".psychoed-*"))
