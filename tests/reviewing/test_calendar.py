"""`psychoed due` lists what falls due by day, with its place."""

import json
from pathlib import Path

from tests.reviewing.project import TODAY, project_in
from tests.run import psychoed


def test_what_falls_due_is_listed_by_day_with_its_place(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    done = psychoed.run(project, "due", "--today", "2027-03-02")
    assert done.returncode == 0
    words = " ".join(done.stdout.split())
    assert words.startswith("Overdue on 2 March 2027: 2027-01-15 The check of numbers in Tea Land")
    assert "2027-03-01 The review of Warm socks. Last time: Sample Reviewer." in words
    line = (
        (project / "content/modules/warm-socks/module.yml").read_text("utf-8").split("\n").index("  next: 2027-03-01")
    )
    assert f"content/modules/warm-socks/module.yml:{line + 1}" in words
    assert "by 31 March 2027" in words
    none = psychoed.run(project, "due", *TODAY, "--until", "2026-12-01").stdout
    assert none.startswith("0 overdue, 0 to come by 1 December 2026.\n2 more are open and have no day.")
    assert json.loads(psychoed.run(project, "check", "--format", "json", *TODAY).stdout)["summary"]["error"] == 0


def test_what_is_overdue_is_listed_whatever_the_last_day(tmp_path: Path) -> None:
    done = psychoed.run(project_in(tmp_path), "due", "--today", "2027-06-01", "--until", "2027-01-01")
    assert "The review of Warm socks" in " ".join(done.stdout.split())
