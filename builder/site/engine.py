"""An engine: a command that turns a staged project into a folder of HTML."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.disk import bound
from builder.site.engine_trouble import engine_trouble

PYTHON = (sys.executable, bound.__file__)
"""What a command begins with that runs a Python module: it ends when this process does."""

CONFIG = "mkdocs.yml"
"""What a project's config is called."""


@dataclass(frozen=True)
class Engine:
    """One engine by name. `command` gives its words for a config file; `module` is what has to be installed."""

    name: str
    module: str
    command: Callable[[Path], list[str]]
    loads: tuple[str, ...] = ()
    """Modules that take it long to load."""


def run(engine: Engine, config: Path, released: str) -> None:
    """Build the project of `config`. `released` is the day that stands in the files, such as 2026-11-26.

    Raises BuilderError with the engine's own words when it fails.
    """
    ended = subprocess.run(  # which ends it where this is left by an exception
        engine.command(config),
        cwd=config.parent,
        env=_environment(released),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    _judge(engine, ended.returncode, ended.stdout)


class Waiting:
    """An engine that has started, and waits for one project at `into`: to start takes longer than to make a few pages."""

    def __init__(self, engine: Engine, released: str) -> None:
        self.engine, self.released = engine, released
        self._folder = TemporaryDirectory(prefix="psychoed-")
        self.into = Path(self._folder.name).resolve() / "run"
        self.into.mkdir()
        python, bound_, *words = engine.command(self.into / CONFIG)
        self._program = subprocess.Popen(
            [python, bound_, bound.WAITS + ",".join(engine.loads), *words],
            cwd=self.into,
            env=_environment(released),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )

    def run(self) -> None:
        """Build the project. Raises BuilderError with the engine's own words when it fails."""
        said, _ = self._program.communicate("\n")
        _judge(self.engine, self._program.returncode, said)

    def close(self) -> None:
        """End it, and take away what it made."""
        with self._program:
            self._program.kill()
        self._folder.cleanup()


_LAST_SECOND = 2**32 - 1
"""Engines pack a file with a time, and the form of that knows no later one."""


def _environment(released: str) -> dict[str, str]:
    second = int(datetime.fromisoformat(released).replace(tzinfo=UTC).timestamp())
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(min(max(second, 0), _LAST_SECOND)),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
    }


def _judge(engine: Engine, code: int, said: str) -> None:
    if trouble := engine_trouble(engine.name, engine.module, code, said):
        raise trouble
