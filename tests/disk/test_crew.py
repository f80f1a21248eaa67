"""Work that is shared out is done once each, and none of it goes on when nobody waits for it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from builder.diagnostics.errors import BuilderError
from builder.disk import crew
from builder.disk.crew import apart, aside, share_out

HOUSE = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _four_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "processors", lambda: 4)


def total(items: Sequence[int]) -> tuple[int, int]:
    return os.getpid(), sum(items)


def test_every_item_is_done_once_and_each_share_in_a_process_of_its_own() -> None:
    done = share_out(total, range(100), 10)
    assert sum(some for _, some in done) == sum(range(100))
    assert len({process for process, _ in done} - {os.getpid()}) == 4


def test_what_is_not_worth_it_is_done_here() -> None:
    assert share_out(total, range(19), 10) == [(os.getpid(), sum(range(19)))]


def test_large_work_is_done_in_rounds_each_in_processes_of_its_own(tmp_path: Path) -> None:
    def work(items: Sequence[int]) -> tuple[list[int], int]:
        (tmp_path / f"begun-{items[0]}").touch()
        time.sleep(0.05)
        many = sum(1 for _ in tmp_path.glob("begun-*")) - sum(1 for _ in tmp_path.glob("done-*"))
        (tmp_path / f"done-{items[0]}").touch()
        return list(items), many

    done = share_out(work, range(100), 10, 10)
    assert sorted(item for items, _ in done for item in items) == [*range(100)]
    assert max(len(items) for items, _ in done) <= 10
    assert [items[0] for items, _ in done] == sorted(items[0] for items, _ in done)
    assert max(many for _, many in done) <= 4


def test_no_share_is_empty_or_too_large() -> None:
    for many in (*range(1, 60), 397, 400, 401):
        done = share_out(list, range(many), 1, 30)
        assert sorted(item for items in done for item in items) == [*range(many)]
        assert all(1 <= len(items) <= 30 for items in done), many


def test_one_of_many_shares_has_neighbours() -> None:
    done = share_out(list, range(1_000), 10, 100)
    assert all(sum(here - before == 1 for before, here in pairwise(items)) > 0.8 * len(items) for items in done)
    assert all(max(items) - min(items) > 500 for items in done), "and is no part of the whole by itself"


def test_what_is_done_aside_is_done_while_a_block_runs(tmp_path: Path) -> None:
    def work() -> int:
        waited((tmp_path / "went on").exists)
        return os.getpid()

    with aside(work) as came_to:
        (tmp_path / "went on").touch()
        assert came_to() != os.getpid()


def test_what_is_done_aside_waits_for_nobody() -> None:
    with aside(lambda: (os.getpid(), b"tea" * 1_000_000)) as came_to:
        waited(lambda: not multiprocessing.active_children())
        process, data = came_to()
    assert data == b"tea" * 1_000_000
    assert process != os.getpid()


def test_where_there_is_no_room_what_is_done_aside_comes_all_the_same() -> None:
    import resource  # not everywhere

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def in_little_room() -> bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
        return b"tea" * 100_000

    with aside(in_little_room) as came_to:
        assert came_to() == b"tea" * 100_000
    assert resource.getrlimit(resource.RLIMIT_FSIZE) == (soft, hard)


def test_where_no_file_can_be_made_what_is_done_aside_comes_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(crew, "TemporaryFile", none)
    with aside(os.getpid) as came_to:
        assert came_to() == came_to() != os.getpid()


def test_what_is_raised_aside_is_raised_where_it_is_asked_for() -> None:
    with pytest.raises(ZeroDivisionError), aside(lambda: 1 // 0) as came_to:
        came_to()


@pytest.mark.parametrize("begun", [aside, apart])
def test_what_is_begun_ends_with_its_block(begun: Callable[..., Any], tmp_path: Path) -> None:
    def work() -> None:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(600)

    with pytest.raises(KeyError), begun(work):
        waited(lambda: any(tmp_path.iterdir()))
        raise KeyError
    assert not any(runs(int(path.name)) for path in tmp_path.iterdir())


def test_what_is_done_apart_can_be_shared_out() -> None:
    with apart(lambda: (os.getpid(), share_out(total, range(100), 10))) as came_to:
        inside, done = came_to()
    assert sum(some for _, some in done) == sum(range(100))
    assert len({process for process, _ in done} - {inside, os.getpid()}) == 4


def test_what_is_raised_apart_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError), apart(lambda: 1 // 0) as came_to:
        came_to()


def test_what_is_done_apart_ends_when_something_else_goes_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def work(_: Sequence[int]) -> None:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(600)

    def got(_: crew.Forked) -> None:
        waited(lambda: len(list(tmp_path.iterdir())) == 4)
        raise KeyError

    with pytest.raises(KeyError), monkeypatch.context() as here:
        here.setattr(crew.Forked, "got", got)
        with apart(lambda: share_out(work, range(100), 10)) as came_to:
            came_to()
    waited(lambda: not any(runs(int(path.name)) for path in tmp_path.iterdir()))


def test_what_a_share_raises_is_raised_here() -> None:
    def work(items: Sequence[int]) -> None:
        raise BuilderError(f"There is no {items[0]}.", "Take another.")

    with pytest.raises(BuilderError, match="There is no") as raised:
        share_out(work, range(40), 10)
    assert raised.value.mend == "Take another."
    assert "in work" in raised.value.__notes__[0]  # where it was raised, for whoever mends it


class Particular(Exception):
    def __init__(self, one: int, *, other: int) -> None:
        super().__init__(f"{one} and {other}")


@pytest.mark.parametrize("error", [Particular(1, other=2), ValueError(lambda: 1), EOFError(), BrokenPipeError()])
def test_whatever_a_share_raises_is_told_of(error: Exception) -> None:
    def work(items: Sequence[int]) -> None:
        raise error

    with pytest.raises((RuntimeError, EOFError, BrokenPipeError)) as raised:
        share_out(work, range(40), 10)
    assert type(error).__name__ in raised.value.__notes__[0]


def test_where_nothing_can_be_forked_off_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "can_fork", lambda: False)
    assert share_out(total, range(100), 10) == [(os.getpid(), sum(range(100)))]
    with apart(os.getpid) as came_to:
        assert came_to() == os.getpid()
    with aside(os.getpid) as came_to:
        assert came_to() == os.getpid()


@pytest.mark.parametrize("share", [0, 3])
def test_when_one_fails_the_others_end(share: int, tmp_path: Path) -> None:
    def work(items: Sequence[int]) -> None:
        (tmp_path / str(os.getpid())).touch()
        if share in items:
            raise ValueError("enough")
        time.sleep(600)

    with pytest.raises(ValueError, match="enough"):
        share_out(work, range(40), 10)
    assert not any(runs(int(path.name)) for path in tmp_path.iterdir())


def test_what_has_not_heard_that_it_is_to_end_is_told_again_and_clears_away_in_peace(tmp_path: Path) -> None:
    def unheard(*_: object) -> None:
        signal.signal(signal.SIGTERM, crew._stopped)  # as if it had come in the moment before the wait

    def work(items: Sequence[int]) -> None:
        signal.signal(signal.SIGTERM, unheard)
        (tmp_path / f"began-{items[0]}").touch()
        while not all((tmp_path / f"began-{one}").exists() for one in (0, 1)):
            time.sleep(0.01)
        if 0 in items:
            raise ValueError("enough")
        try:
            time.sleep(600)
        finally:
            time.sleep(2.5 * crew._A_MOMENT)
            (tmp_path / "cleared").touch()

    with pytest.raises(ValueError, match="enough"):
        share_out(work, range(20), 10)
    assert (tmp_path / "cleared").exists()


class Saved(BaseException):
    pass


def test_a_signal_in_a_fork_is_not_lost_and_nothing_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise Saved

    def work() -> None:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(600)

    before = signal.signal(signal.SIGUSR1, stop)
    real = os.fork

    def fork() -> int:
        signal.raise_signal(signal.SIGUSR1)
        return real()

    monkeypatch.setattr(os, "fork", fork)
    try:
        with pytest.raises(Saved), aside(work):
            raise AssertionError("the signal was lost")
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert not multiprocessing.active_children()


def test_a_share_that_the_machine_stops_is_told_of() -> None:
    def work(items: Sequence[int]) -> None:
        if 1 in items:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(MemoryError, match="stopped by this machine"):
        share_out(work, range(40), 10)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends them")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGHUP])
def test_they_end_with_the_process_that_began_them(number: signal.Signals, tmp_path: Path) -> None:
    words = (
        "import os, pathlib, sys, time; from builder.disk import crew; crew.processors = lambda: 2\n"
        "def work(items): (pathlib.Path(sys.argv[1]) / str(os.getpid())).touch(); time.sleep(600)\n"
        "crew.share_out(work, range(4), 1)"
    )
    with subprocess.Popen([sys.executable, "-c", words, str(tmp_path)], cwd=HOUSE, stderr=subprocess.DEVNULL) as first:
        waited(lambda: len(list(tmp_path.iterdir())) == 2)
        first.send_signal(number)
    waited(lambda: not any(runs(int(path.name)) for path in tmp_path.iterdir()))


def waited(for_what: object) -> None:
    assert callable(for_what)
    until = time.monotonic() + 60
    while not for_what():
        assert time.monotonic() < until
        time.sleep(0.02)


def runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
