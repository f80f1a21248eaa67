"""What nobody asked for in a week goes, whichever command somebody uses: a packet holds a clinic's own lines."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from builder import pipeline, taking
from builder.load.files import read
from builder.memory import place
from builder.memory.shelf import Shelf
from builder.model.files import STYLES
from builder.model.page import Added
from builder.pipeline import Project
from builder.previewing import Previews
from tests.conftest import ROOT, TODAY

SHELVES = ("modules", "pages", "pdf", "read", "sources")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    shutil.copytree(ROOT / "tests" / "sample", tmp_path / "content")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    project = Project(tmp_path, tmp_path / "content")
    for name in SHELVES:
        Shelf(project.memory / name).put("old", b"data")
        os.utime(project.memory / name / "old", (time.time() - 8 * 24 * 60 * 60,) * 2)
    yield project
    shutil.rmtree(project.memory)


def old(project: Project) -> set[str]:
    return {name for name in SHELVES if (project.memory / name / "old").exists()}


def test_a_check_forgets(project: Project) -> None:
    pipeline.check(read(project.content), TODAY, memory=project.memory)
    assert old(project) == {"modules", "pages", "pdf", "sources"}


def test_a_packet_forgets(project: Project) -> None:
    taken = taking.packet(project, project.root / "out", TODAY, lambda _: None, ("tea",), Added(), STYLES[0])
    assert not taken.report.has_errors
    assert old(project) == {"pages"}


def test_a_preview_forgets(project: Project) -> None:
    with closing(Previews(project, "mkdocs", lambda _: None, lambda: TODAY)) as previews:
        assert [one.built for one in previews.round(project.root / "out")] == [True, True, True]
    assert not old(project)


def test_what_was_forgotten_is_counted_without_what_is_elsewhere_too(project: Project) -> None:
    shutil.rmtree(project.memory)
    site, earlier = project.root / "site", project.memory / place.BEFORE
    site.mkdir()
    earlier.mkdir(parents=True)
    (site / "same.html").write_bytes(b"On the site, too")
    os.link(site / "same.html", earlier / "same.html")
    (earlier / "link.html").symlink_to(site / "same.html")
    (earlier / "gone.html").write_bytes(b"Gone")
    assert place.forget(project.root) == len(b"Gone")
    assert (site / "same.html").read_bytes() == b"On the site, too"
    project.memory.mkdir()
