"""Runs the psychoed command as a person would: a process of its own, in a project's folder."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


class psychoed:
    """The command, and its findings as data."""

    @staticmethod
    def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
        command = [sys.executable, "-m", "builder.cli", *words]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)

    @staticmethod
    def findings(folder: Path, *words: str) -> tuple[int, list[dict[str, Any]]]:
        done = psychoed.run(folder, "check", "--format", "json", *words)
        assert done.returncode in (0, 1), done.stderr
        return done.returncode, json.loads(done.stdout)["findings"]
