"""An engine: a command that turns a staged project into a folder of HTML."""

import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from builder.diagnostics.errors import BuilderError


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
        engine.command(config), cwd=config.parent, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        said = _plain(done.stdout + done.stderr)
        missing = f"No module named {engine.module}" in said
        mend = f"Install it: pip install {engine.module}" if missing else "Its own words stand above."
        raise BuilderError(f"{engine.name} could not build the site.\n{said}", mend)


def _plain(said: str) -> str:
    """What an engine said, without colours and without the inside of the engine."""
    words = re.sub(r"\x1b\[[0-9;]*m", "", said)
    return words.split("Traceback (most recent call last)")[0].strip() or words.strip().splitlines()[-1]
