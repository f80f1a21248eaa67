"""A project in, `psychoed serve` on a copy of it out, as long as a block lasts."""

import functools
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.run import ROOT


@contextmanager
def served(folder: Path, port: int) -> Iterator[Path]:
    """Serve the sample from `folder` on this port; the path of what is said. It ends as by Ctrl+C, and in good order."""
    shutil.copytree(ROOT / "tests" / "sample", folder / "content")
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    command = [sys.executable, "-m", "builder.cli", "serve", "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    # Whoever runs the tests in the background may have told their processes to ignore Ctrl+C.
    heard = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with (folder / "log.txt").open("w+") as log:
        running = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT, preexec_fn=heard
        )
        try:
            yield folder / "log.txt"
        finally:
            running.send_signal(signal.SIGINT)
            assert running.wait(60) == 0
