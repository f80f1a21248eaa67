"""Content that others change while it is read: read again, or said plainly; never half of the old and half of the new."""

import codecs
import errno
import itertools
import json
import os
import tempfile
from pathlib import Path

import pytest

from builder.diagnostics.errors import BuilderError
from builder.load import files as loading
from builder.load.files import read
from builder.memory.place import memory_of
from tests.faults.ground import DAY, IS_ROOT, copy_of, files, in_another_account
from tests.run import psychoed


def _content(folder: Path) -> Path:
    for number in range(200):
        (folder / "modules" / f"m-{number}").mkdir(parents=True)
        (folder / "modules" / f"m-{number}" / "learn.md").write_text("old", "utf-8")
    return folder


def test_a_change_in_the_middle_is_seen_in_every_file_or_in_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, first = _content(tmp_path / "content"), loading._text
    seen: list[str] = []

    def text(path: Path, name: str, root: Path) -> object:
        seen.append(name)
        if len(seen) == 100:
            for file in content.rglob("learn.md"):
                file.write_text("new", "utf-8")
            (content / "modules" / "m-0" / "learn.md").unlink()
        return first(path, name, root)

    monkeypatch.setattr(loading, "_text", text)
    found = read(content).texts
    assert set(found.values()) == {"new"}
    assert len(found) == 199


def test_content_that_never_rests_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, first, numbers = _content(tmp_path / "content"), loading._text, itertools.count()

    def text(path: Path, name: str, root: Path) -> object:
        (content / "modules" / "m-7" / "learn.md").write_text(str(next(numbers)), "utf-8")
        return first(path, name, root)

    monkeypatch.setattr(loading, "_text", text)
    with pytest.raises(BuilderError, match="changes all the time") as said:
        read(content)
    assert "Wait until" in said.value.mend


def test_a_folder_that_cannot_be_read_is_an_error_at_that_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, scandir = _content(tmp_path / "content"), os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "m-7":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        if Path(path).name == "m-8":
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    found = read(content)
    assert len(found.texts) == 198
    ((code, finding),) = found.findings
    assert (code.id, finding.file) == ("FIL001", "modules/m-7")
    assert "Permission denied" in finding.message
    assert finding.mend
    assert "right" in finding.mend


@pytest.mark.skipif(not IS_ROOT, reason="only root can become another account")
def test_what_another_account_may_not_read_is_named_each_at_its_place() -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = _content(Path(folder) / "content")
        Path(folder).chmod(0o755)
        (content / "modules" / "m-7").chmod(0o000)
        (content / "modules" / "m-8").chmod(0o644)
        codecs.lookup("utf-8-sig")  # a Python that lies in our home that account cannot load more of
        said = in_another_account(lambda: [f"{code.id} {finding.file}" for code, finding in read(content).findings])
    assert said == ["FIL001 modules/m-7", "FIL001 modules/m-8/learn.md"]


def test_a_clock_that_is_behind_is_said_plainly(handed_out: Path, tmp_path: Path) -> None:
    project = copy_of(handed_out, tmp_path / "project")
    release = '  - {version: "9", on: 2999-01-01, says: ["Now."], modules: {}}'
    (project / "content" / "ledger.yml").write_text(f"releases:\n{release}\n", "utf-8")
    before = files(project)
    for words in (("build",), ("check",), ("release", "--write")):
        done = psychoed.run(project, *words)
        assert done.returncode == 2, done.stdout
        assert "By this machine's clock it is " in done.stderr
        assert "Set the clock, or say which day it is: --today 2999-01-01" in done.stderr
    assert files(project) == before
    assert psychoed.run(project, "check", "--today", "2999-01-01").returncode in (0, 1)


def test_a_damaged_or_foreign_memory_costs_time_and_nothing_else(handed_out: Path, tmp_path: Path) -> None:
    project = copy_of(handed_out, tmp_path / "project")
    site = files(project / "site")
    memory = memory_of(project)
    kept = sorted(path for path in memory.rglob("*") if path.is_file())
    shelves = [path for path in kept if path.parent != memory]
    harms = [path for path in kept if path.parent == memory] + shelves[:6]
    for number, path in enumerate(harms):
        whole = path.read_bytes()
        path.write_bytes((whole[:-9], b"", whole[:-9] + b"\0" + whole[-8:], shelves[-1].read_bytes())[number % 4])
    doctor = psychoed.run(project, "doctor")
    assert f"{len(harms)} files of the memory are damaged" in doctor.stdout
    assert "psychoed forget" in doctor.stdout
    (project / "site" / "index.html").write_text('<p data-theme="psychoed">', "utf-8")
    done = psychoed.run(project, "build", *DAY)
    assert done.returncode == 0, done.stderr
    assert files(project / "site") == site
    assert "Forgot" in psychoed.run(project, "forget").stdout
    assert not memory.exists()
    assert json.loads(psychoed.run(project, "check", *DAY, "--format", "json").stdout)["summary"]["error"] == 0


@pytest.mark.parametrize("told", [".", "content", "content/", "../{name}/content", "content/modules/.."])
def test_however_the_folder_is_told_each_file_has_the_same_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    content = tmp_path / "content"
    (content / "modules" / "tea" / "figures").mkdir(parents=True)
    for name in ("library.yml", "modules/tea/module.yml", "modules/tea/figures/cup.svg"):
        (content / name).write_text(name, encoding="utf-8")
    monkeypatch.chdir(content if told == "." else tmp_path)
    assert read(Path(told.format(name=tmp_path.name))).texts == {
        name: name for name in ("library.yml", "modules/tea/figures/cup.svg", "modules/tea/module.yml")
    }


def test_at_the_top_of_a_disk_too(tmp_path: Path) -> None:
    (tmp_path / "learn.md").write_text("Tea.", encoding="utf-8")
    top = Path(tmp_path.anchor)
    own = tmp_path.relative_to(top).as_posix()
    assert loading._read(top, tmp_path).texts == {f"{own}/learn.md": "Tea."}
