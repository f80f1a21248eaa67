"""A command in, what it took out: seconds, and the most memory that its processes held together."""

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

_EVERY = 0.1  # seconds between two looks at the memory, or
_SHARE = 50  # so many times what a look takes: looking must not slow what is looked at


@dataclass(frozen=True)
class Took:
    """Seconds and MiB. `stopped`: it was ended after so many seconds, because it took too long."""

    seconds: float
    mib: float
    stopped: bool = False


def took(command: Sequence[str], where: Path, limit: float | None = None) -> Took:
    """Run a command as a process of its own. Memory is shared out among processes that share it (PSS), and summed."""
    with tempfile.TemporaryFile("w+") as said:
        started = time.perf_counter()
        running = subprocess.Popen(command, cwd=where, stdout=said, stderr=said, text=True, start_new_session=True)
        held, stopped = _Held(running.pid), False
        try:
            running.wait(limit)
        except subprocess.TimeoutExpired:
            stopped = True
        finally:
            seconds = time.perf_counter() - started
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGKILL)  # its own session: nobody else's processes are in it
                running.wait()
        if running.returncode and not stopped:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{said.read()[-3000:]}")
        return Took(seconds, held.most(), stopped)


class _Held:
    """Looks now and then, until it is asked for the most that it saw."""

    def __init__(self, pid: int) -> None:
        self.seen = [0]
        self.done = threading.Event()
        self.looking = threading.Thread(target=self._look, args=(pid,), daemon=True)
        self.looking.start()

    def most(self) -> float:
        self.done.set()
        self.looking.join()
        return max(self.seen) / 2**20

    def _look(self, pid: int) -> None:
        wait = _EVERY / 10
        while not self.done.wait(wait):
            started = time.perf_counter()
            try:
                one = psutil.Process(pid)
                self.seen.append(sum(_pss(each) for each in (one, *one.children(recursive=True))))
            except psutil.Error:
                return
            wait = max(_EVERY, _SHARE * (time.perf_counter() - started))


def _pss(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.Error:
        return 0
