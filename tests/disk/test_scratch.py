"""What was put away comes back, whoever asks for it: this process, one that was forked off it, or where there was no room."""

import gc
import os
import pickle
import signal
from pathlib import Path
from typing import Any, NoReturn

import pytest

from builder.disk import scratch
from builder.disk.crew import aside
from builder.disk.scratch import put_away


def test_bytes_come_back_in_whatever_order() -> None:
    all_of = [os.urandom(number * 37) for number in range(200)]
    kept = [put_away(data) for data in all_of]
    assert [one.read() for one in reversed(kept)] == all_of[::-1]


def test_a_forked_process_reads_what_was_there_and_writes_beside_it() -> None:
    before = [put_away(f"before {number}".encode()) for number in range(50)]

    def work() -> tuple[list[bytes], list[bytes]]:
        own = [put_away(f"there {number}".encode()) for number in range(50)]
        return [one.read() for one in before], [one.read() for one in own]

    with aside(work) as found:
        here = [put_away(f"here {number}".encode()) for number in range(50)]
        assert found() == (
            [f"before {number}".encode() for number in range(50)],
            [f"there {number}".encode() for number in range(50)],
        )
    assert [one.read() for one in here] == [f"here {number}".encode() for number in range(50)]
    assert [one.read() for one in before] == [f"before {number}".encode() for number in range(50)]


def test_it_can_be_sent() -> None:
    assert pickle.loads(pickle.dumps(put_away(b"tea"))).read() == b"tea"


def test_where_the_disk_has_no_room_it_is_held_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(scratch, "TemporaryFile", full)
    monkeypatch.setattr(scratch, "_last", None)
    assert put_away(b"tea").read() == b"tea"


def test_where_a_file_may_not_grow_all_comes_back_and_no_file_is_begun_for_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resource = pytest.importorskip("resource", reason="no such system limits its files")
    made: list[object] = []
    begin = scratch.TemporaryFile

    def begun(**how: Any) -> Any:
        made.append(how)
        return begin(**how)

    monkeypatch.setattr(scratch, "TemporaryFile", begun)
    monkeypatch.setattr(scratch, "_last", None)
    monkeypatch.setattr(scratch, "_AT_ONCE", 10_000)
    all_of = [os.urandom(3_000) for _ in range(200)]
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limit[1]))
    try:
        kept = [put_away(data) for data in all_of]
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, before)
    assert [one.read() for one in kept] == all_of
    later = [put_away(data) for data in all_of]  # there is room again
    assert [one.read() for one in later] == all_of
    assert len(made) == 1


def test_what_is_not_written_yet_comes_back_in_a_process_that_was_forked_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "_AT_ONCE", 10_000)
    said = [os.urandom(700) for _ in range(10)]
    before = [put_away(data) for data in said]

    with aside(lambda: [one.read() for one in before]) as found:
        later = [put_away(bytes(20_000)) for _ in range(3)]  # here it is written meanwhile
        assert found() == said
    assert [one.read() for one in before] == said
    assert [one.read() for one in later] == [bytes(20_000)] * 3


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux tells which files are open")
def test_the_room_is_given_back_when_nothing_of_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "_A_FILE", 1_000)
    monkeypatch.setattr(scratch, "_AT_ONCE", 0)
    monkeypatch.setattr(scratch, "_last", None)
    before = len(list(Path("/proc/self/fd").iterdir()))
    kept = [put_away(b"x" * 1_001) for _ in range(40)]
    assert len(list(Path("/proc/self/fd").iterdir())) >= before + 40
    del kept
    gc.collect()
    assert len(list(Path("/proc/self/fd").iterdir())) <= before + 1
