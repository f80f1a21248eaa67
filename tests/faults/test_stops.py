"""A run that is killed or stopped at a random moment loses nothing; one that is asked to end cleans up and says so."""

import errno
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from builder.cli.ending import code_of
from builder.diagnostics.errors import BuilderError
from tests.conftest import ROOT
from tests.faults.ground import DAY, command, copy_of, environment, files


def test_six_random_kills_lose_nothing() -> None:
    """`python -m bench.kills` does two hundred. It forks, so it is a process of its own with one thread."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.kills", "6", "8"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert sum(map(int, re.findall(r"(\d+)  \w+ +SIG\w+ +left the (?:old|new)", done.stdout))) == 6


@pytest.mark.xdist_group("sharing")
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


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("by", [None, "The site could not be written."])
def test_a_stop_is_a_stop_though_a_folder_is_closed_twice(
    capsys: pytest.CaptureFixture[str], sign: int, by: str | None
) -> None:
    def closed_twice() -> None:
        try:
            try:
                signal.raise_signal(sign)
            finally:
                os.close(-1)
        except OSError as error:
            if by:
                raise BuilderError(by, "") from error
            raise

    assert code_of(closed_twice) == 128 + sign
    assert capsys.readouterr().err.startswith("Stopped. What was there is whole.")


def test_what_could_not_be_put_right_after_a_stop_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    def not_put_back() -> None:
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            raise PermissionError(errno.EACCES, "Permission denied", "site")

    assert code_of(not_put_back) == 2
    assert "site" in capsys.readouterr().err
