"""An engine: a command that turns a staged project into a folder of HTML."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from builder.disk.bound import end_with_parent
from builder.site.engine_trouble import engine_trouble


@dataclass(frozen=True)
class Engine:
    """One engine by name. `command` gives its words for a config file; `module` is what has to be installed."""

    name: str
    module: str
    command: Callable[[Path], list[str]]


def run(engine: Engine, config: Path, released: str) -> None:
    """Build the project of `config`. `released` is the day that stands in the files, such as 2026-11-26.

    Raises BuilderError with the engine's own words when it fails.
    """
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(datetime.fromisoformat(released).replace(tzinfo=UTC).timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
    }
    done = subprocess.run(
        engine.command(config),
        cwd=config.parent,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        preexec_fn=end_with_parent if sys.platform == "linux" else None,
    )
    if trouble := engine_trouble(engine.name, engine.module, done.returncode, done.stdout + done.stderr):
        raise trouble
