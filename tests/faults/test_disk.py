"""A disk that is full or can only be read, a right that is missing: said plainly, with 2, and everything as it was."""

import multiprocessing
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.diagnostics.errors import BuilderError
from builder.disk.trouble import told
from builder.memory.place import memory_of
from builder.site.build import build_site
from tests.conftest import ROOT
from tests.faults.ground import (
    DAY,
    IS_ROOT,
    can_mount,
    command,
    copy_of,
    environment,
    files,
    fill_up,
    old_site,
    run_read_only,
    small_disk,
)
from tests.site.kinds import FACTS, FILES, PUBLICATION


def _limited(size: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("room", [0, 50_000, 900_000], ids=["at once", "while staging", "in the engine"])
def test_a_full_disk_leaves_the_old_site(tmp_path: Path, room: int) -> None:
    """Where no disk can be mounted, a limit on every file stands in for it."""

    def build() -> None:
        old = old_site(here / "site")
        if can_mount():
            fill_up(here, room)
        with pytest.raises(BuilderError, match=r"the disk is full|no file can be so large") as said:
            build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=here / "site")
        assert "Make room" in said.value.mend or "Raise the limit" in said.value.mend
        assert files(here / "site") == old
        assert {path.name for path in here.iterdir()} <= {"filler", "site"}

    here = tmp_path / "here"
    if can_mount():
        with small_disk(here, 20_000):
            build()
        return
    _in_another_process(lambda: (_limited(1_000 + room // 100), build()))


def _in_another_process(deed: Callable[[], object]) -> None:
    process = multiprocessing.get_context("fork").Process(target=deed)
    process.start()
    process.join()
    assert process.exitcode == 0


def test_a_full_disk_stops_the_command_with_2(handed_out: Path, tmp_path: Path) -> None:
    project = copy_of(handed_out, tmp_path / "project")
    before = files(project)
    done = subprocess.run(
        command("build", *DAY), cwd=project, env=environment(), capture_output=True, text=True, check=False,
        preexec_fn=lambda: _limited(4_000),
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "could not be written" in done.stderr
    assert "no file can be so large there" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(project) == before


def test_a_project_that_can_only_be_read_is_built_elsewhere(handed_out: Path, tmp_path: Path) -> None:
    """Its memory cannot be written either, and what is in it is used."""
    project = copy_of(handed_out, tmp_path / "project")
    done = run_read_only(
        [project, memory_of(project)], command("build", *DAY, "--out", str(tmp_path / "elsewhere")), project
    )
    assert done.returncode == 0, done.stderr
    assert "Making 0 PDFs" in done.stderr
    assert files(tmp_path / "elsewhere") == files(project / "site")


@pytest.mark.parametrize(
    "words", [("build",), ("move", "warm-socks", "dry-socks", "--write"), ("new", "module", "low-mood")]
)
def test_what_cannot_be_written_is_as_it_was(handed_out: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    project = copy_of(handed_out, tmp_path / "project")
    before = files(project)
    day = () if words[0] == "new" else DAY
    done = run_read_only([project], command(*words, *day), project)
    assert done.returncode == 2, done.stderr
    assert "that disk can only be read" in done.stderr or "no right to that" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(project) == before


@pytest.mark.parametrize(
    ("number", "says"), [(13, "no right to that"), (28, "the disk is full"), (30, "only be read"), (999, "Unknown")]
)
def test_trouble_is_said_in_words_with_its_file(number: int, says: str) -> None:
    why, mend = told(OSError(number, os.strerror(number), "/a/file"))
    assert says in why
    assert "(/a/file)" in why
    assert mend.endswith(".")


def test_an_account_without_the_right_is_told_so(tmp_path: Path) -> None:
    out = tmp_path / "of-another"
    out.mkdir()

    def as_nobody() -> None:
        if IS_ROOT:
            os.setuid(65534)
        else:
            out.chmod(0o555)
        with pytest.raises(BuilderError, match="no right to that"):
            build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=out / "site")

    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    _in_another_process(as_nobody)
