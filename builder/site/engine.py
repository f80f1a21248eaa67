"""An engine: a command that turns a staged project into a folder of HTML."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from builder.disk import bound
from builder.disk.programs import Programs
from builder.site.engine_trouble import engine_trouble

PYTHON = (sys.executable, bound.__file__)
"""What a command begins with that runs a Python module: it ends when this process does."""


@dataclass(frozen=True)
class Engine:
    """One engine by name. `command` gives its words for a config file; `module` is what has to be installed."""

    name: str
    module: str
    command: Callable[[Path], list[str]]


def run(engine: Engine, config: Path, released: str, programs: Programs) -> None:
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
    code, said = programs.run(engine.command(config), config.parent, environment)
    if trouble := engine_trouble(engine.name, engine.module, code, said):
        raise trouble
