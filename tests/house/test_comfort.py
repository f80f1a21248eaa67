"""What an editor's programs are told to run exists, and what they read out of it is what was found."""

import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from builder.cli import commands
from tests.run import ROOT, psychoed


@pytest.fixture
def task() -> dict[str, Any]:
    (only,) = json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
    return dict(only)


def _understood(program: str, *words: str) -> None:
    """Fail unless the set-up installs this program and it takes these words."""
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert program == ".venv/bin/psychoed"
    assert "psychoed" in scripts
    name, *rest = words
    deed = commands.get_command(click.Context(commands), name)
    assert deed, name
    deed.make_context(name, rest)


def _workflow() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text("utf-8")))


def test_the_task_is_the_default_test_task_and_calls_what_is_there(task: dict[str, Any]) -> None:
    assert task["group"] == {"kind": "test", "isDefault": True}
    _understood(task["command"].removeprefix("${workspaceFolder}/"), *task["args"])
    windows = task["windows"]["command"]
    assert windows == "${workspaceFolder}\\.venv\\Scripts\\psychoed.exe"


def test_the_task_reads_every_finding_out_of_a_real_run(task: dict[str, Any], messy: Path) -> None:
    _, findings = psychoed.findings(messy, "--drafts", "--today", "2026-11-24")
    assert any("tidy-drawer" in finding["file"] for finding in findings), "nothing of a draft"
    printed = psychoed.run(messy, *task["args"], "--today", "2026-11-24").stdout
    pattern = task["problemMatcher"]["pattern"]
    problems = [found for line in printed.splitlines() if (found := re.search(pattern["regexp"], line))]
    assert len(problems) == len(findings) > 2
    severities = {"error": "error", "warning": "warning", "notice": task["problemMatcher"]["severity"]}
    for found, finding in zip(problems, findings, strict=True):
        assert int(found[pattern["line"]]) == finding["line"]
        assert int(found[pattern["column"]]) == finding["column"]
        assert found[pattern["code"]] == f"{finding['code']} {finding['name']}"
        shown = severities[found[pattern["severity"]]]
        assert shown == {"person": "info"}.get(finding["severity"], finding["severity"])
        if "," not in finding["file"]:
            assert found[pattern["file"]] == finding["file"]
            assert found[pattern["message"]].startswith(finding["message"])


def test_the_hook_runs_the_check_when_content_changes() -> None:
    data = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    (hook,) = [hook for repo in data["repos"] for hook in repo["hooks"]]
    _understood(*shlex.split(hook["entry"]))
    assert re.search(hook["files"], "content/modules/co-regulation/learn.md")
    assert not re.search(hook["files"], "builder/cli/main.py")


def test_the_workflow_can_read_only_and_pins_what_others_wrote() -> None:
    workflow = _workflow()
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())
    uses = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert uses
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", one) for one in uses)


def test_the_workflow_calls_what_is_there() -> None:
    runs = [step["run"] for job in _workflow()["jobs"].values() for step in job["steps"] if "run" in step]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for run in runs:
        program, *words = shlex.split(re.split(r" >> | \|\| ", run)[0])
        if program == "make":
            assert all(re.search(rf"^{re.escape(word)}:", makefile, re.MULTILINE) for word in words)
        else:
            _understood(program, *words)
    assert ".venv/bin/psychoed check --format github" in runs
