"""Runs the psychoed command as a person would: a process of its own, in a project's folder.

Each is forked from a process that has loaded the builder already: loading it for each was a third of all tests' time.
What a start from nothing does is asked in `tests/test_cli.py`.
"""

import json
import multiprocessing
import os
import sys
import tempfile
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired
from typing import Any

ROOT = Path(__file__).parents[1]
_MOST = 300
_LOADED = multiprocessing.get_context("forkserver")
_LOADED.set_forkserver_preload(
    ["tests.run", "builder.serve", *(f"builder.cli.{one}" for one in ("check", "publish", "review", "take", "write"))]
)


class psychoed:
    """The command, and its findings as data."""

    @staticmethod
    def run(folder: Path, *words: str) -> CompletedProcess[str]:
        with tempfile.TemporaryDirectory() as said:
            process = _LOADED.Process(target=_run, args=(folder, words, dict(os.environ), said))
            process.start()
            process.join(_MOST)
            if process.exitcode is None:
                process.kill()
                raise TimeoutExpired(words, _MOST)
            out, err = (Path(said, name).read_text("utf-8") for name in ("out", "err"))
            return CompletedProcess(words, process.exitcode, out, err)

    @staticmethod
    def findings(folder: Path, *words: str) -> tuple[int, list[dict[str, Any]]]:
        done = psychoed.run(folder, "check", "--format", "json", *words)
        assert done.returncode in (0, 1), done.stderr
        return done.returncode, json.loads(done.stdout)["findings"]


def _run(folder: Path, words: tuple[str, ...], environment: dict[str, str], said: str) -> None:
    """In the new process: become the command."""
    from builder.cli import main

    for number, name in enumerate(("out", "err"), 1):
        os.dup2(os.open(Path(said, name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.environ.clear()
    os.environ.update(environment, PYTHONPATH=str(ROOT), COLUMNS="80")
    os.chdir(folder)
    sys.argv = ["psychoed", *words]
    main()
