"""A run that is killed or stopped at a random moment loses nothing; one that is asked to end cleans up and says so."""

import random
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest

from bench.kills import deeds_in, killed
from tests.faults.ground import DAY, command, copy_of, environment, files


def test_eight_random_kills_lose_nothing(tmp_path: Path) -> None:
    """`python -m bench.kills` does two hundred."""
    tally = Counter(killed(deeds_in(tmp_path), 8, random.Random(8)))
    assert tally.total() == 8


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_in_the_middle_cleans_up_and_has_its_usual_code(handed_out: Path, tmp_path: Path, sign: int) -> None:
    project = copy_of(handed_out, tmp_path / "project")
    (project / "site" / "index.html").write_text('<p data-theme="psychoed">', "utf-8")
    before = files(project)
    with subprocess.Popen(
        command("build", *DAY), cwd=project, env=environment(), stderr=subprocess.PIPE, text=True
    ) as build:
        while not list(project.glob(".psychoed-site.new-*")):
            assert build.poll() is None
            time.sleep(0.01)
        build.send_signal(sign)
        _, said = build.communicate()
    assert build.returncode == 128 + sign
    assert "Stopped. What was there is whole." in said
    assert "Traceback" not in said
    assert files(project) == before
    assert not list(project.glob(".psychoed-*"))
