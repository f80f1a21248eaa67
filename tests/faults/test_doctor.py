"""The doctor finds nothing where all is well, names each thing that is wrong with its mend, and needs no content to be right."""

import os
import shutil
import time
from pathlib import Path

import pytest

from builder.doctor import examine
from builder.doctor import python as of_python
from tests.conftest import ROOT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    for name in ("mkdocs.yml", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "library.yml").write_text("", "utf-8")
    return tmp_path


def _ills(root: Path) -> list[str]:
    """All but byte code: whether that was made is another thing on each machine."""
    found = examine(root, root / "content", root / "site")
    assert all(ill.mend for ill in found)
    return [ill.is_ for ill in examine(root, root / "content", root / "site") if "byte code" not in ill.is_]


def test_it_finds_nothing_where_all_is_well(root: Path) -> None:
    assert _ills(root) == []


def test_it_names_each_thing_that_is_wrong(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = root / "requirements.lock"
    lock.write_text(
        "click==0.1 \\\n    --hash=sha256:0\nno-such-package==1.0 ; python_version >= '3.0' \\\nnor-this==1.0 ; sys_platform == 'elsewhere'\n"
    )
    shutil.rmtree(root / "theme" / "print" / "font")
    (root / "theme" / "base.html").unlink()
    config = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(config.replace("plugins: []", "plugins: [search]"), "utf-8")
    os.utime(root / "content" / "library.yml", (time.time() + 10**6,) * 2)
    (root / "content" / "ledger.yml").write_text('releases:\n  - {version: "0.1", on: 2999-01-01, says: []}\n', "utf-8")
    (root / ".psychoed-site.new-abcdefgh").mkdir()
    (root / "tests").mkdir()
    (root / "tests" / "__init__.py").touch()
    (root / "tests" / "chromium.py").write_text("def found(): return None", "utf-8")
    monkeypatch.setattr(of_python, "_LEAST", (4, 0))
    monkeypatch.setattr(of_python, "_has_byte_code", lambda name: name != "mkdocs")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 0))
    said = "\n".join(ill.is_ for ill in examine(root, root / "content", root / "site"))
    for part in (
        "the oldest that does",
        "click is ",
        "no-such-package is missing",
        "no byte code of mkdocs",
        "no Chromium for the tests",
        "lacks base.html, print/font/*.ttf",
        "plugins is ['search'], not []",
        "only 0 MB left",
        "the library was released on 2999-01-01",
        "are newer",
        ".psychoed-site.new-abcdefgh",
    ):
        assert part in said, part
    assert "nor-this" not in said


def test_a_config_that_cannot_be_read_is_named(root: Path) -> None:
    (root / "mkdocs.yml").write_text("nav: [", "utf-8")
    (root / "requirements.lock").unlink()
    lock, config = _ills(root)
    assert "There is no" in lock
    assert "cannot be read" in config
