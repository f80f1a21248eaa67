"""What an editor's programs are told to run exists, and what they read out of it is what was found."""

import json
import re
import shlex
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from builder.cli import commands
from builder.model.library import Library
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


WORKFLOWS = sorted((ROOT / ".github" / "workflows").iterdir())
MAY_WRITE = {("publish", "publish"): {"pages", "id-token"}, ("publish", "keep"): {"contents"}}


def _jobs(workflow: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(workflow.read_text("utf-8"))["jobs"])


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


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_pins_what_others_wrote_and_says_which_version_that_is(workflow: Path) -> None:
    lines = [line.strip(" -") for line in workflow.read_text("utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert re.fullmatch(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_one_action_has_one_pin_everywhere() -> None:
    uses = {use for path in WORKFLOWS for use in re.findall(r"uses: (.+)", path.read_text("utf-8"))}
    assert len(uses) == len({use.partition("@")[0] for use in uses})


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_can_read_only_but_for_jobs_that_run_nothing_of_ours(workflow: Path) -> None:
    assert yaml.safe_load(workflow.read_text("utf-8"))["permissions"] in ({"contents": "read"}, {})
    assert "secrets." not in workflow.read_text("utf-8")
    for name, job in _jobs(workflow).items():
        writes = {what for what, how in job.get("permissions", {}).items() if how != "read"}
        assert writes == MAY_WRITE.get((workflow.stem, name), set()), name
        if writes:
            assert not any("checkout" in step.get("uses", "") for step in job["steps"]), name
        else:
            assert all(step["with"]["persist-credentials"] is False for step in job["steps"] if "checkout" in str(step))


def test_only_a_tag_is_published_and_only_with_its_own_version(library: Library) -> None:
    make = _jobs(ROOT / ".github" / "workflows" / "publish.yml")["make"]
    assert make["if"] == "github.ref_type == 'tag'"
    (run,) = (step["run"] for step in make["steps"] if "TAG" in step.get("env", {}))
    version = library.settings.version
    for tag, code in ((f"v{version}", 0), (f"v{version}.1", 1), ("v0", 1), ("main", 1)):
        assert subprocess.run(["bash", "-c", run], cwd=ROOT, env={"TAG": tag}).returncode == code


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_calls_what_is_there(workflow: Path) -> None:
    runs = [step["run"] for job in _jobs(workflow).values() for step in job["steps"] if "run" in step]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for run in runs:
        program, *words = shlex.split(re.split(r" >> | \|\| ", run)[0])
        if program == "make":
            assert all(re.search(rf"^{re.escape(word)}:", makefile, re.MULTILINE) for word in words)
        elif program == "bash":
            assert all((ROOT / word).is_file() for word in words)
        elif program not in ("gh", "grep"):
            _understood(program, *words)
    assert workflow.stem != "check" or ".venv/bin/psychoed check --format github" in runs


def test_the_container_takes_what_is_there_from_bases_that_stay_as_they_are_and_serves_without_rights() -> None:
    text = (ROOT / "Containerfile").read_text("utf-8")
    bases = re.findall(r"^FROM (\S+)", text, re.MULTILINE)
    assert len(bases) == 2
    assert all(re.fullmatch(r"[a-z./-]+:[\w.-]+@sha256:[0-9a-f]{64}", base) for base in bases)
    for words in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE):
        assert all((ROOT / word).exists() for word in words.split()), words
    assert re.search(r"^USER [1-9]\d*$", text.split("FROM ")[-1], re.MULTILINE)
