"""Commands in, how each ended and what it said out; what still runs when something goes wrong is ended at once."""

import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType


class Programs:
    """Programs that several threads run, as a block: if it is left by an exception, all of them end."""

    def __init__(self) -> None:
        self.running: set[subprocess.Popen[str]] = set()
        self.over = False
        self.lock = threading.Lock()

    def __enter__(self) -> "Programs":
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        with self.lock:
            self.over = True
            for program in self.running if kind else ():
                program.kill()

    def run(self, command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> tuple[int, str]:
        """Run one to its end.

        Raises:
            OSError: it cannot be started.
        """
        with self.lock:
            if self.over:
                raise InterruptedError("Nothing is started any more")
            program = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
            )
            self.running.add(program)
        try:
            said, _ = program.communicate()
        finally:
            self.running.discard(program)
        return program.returncode, said
