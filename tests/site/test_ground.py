"""A build takes nothing away but a site of ours, and says what to do when it cannot write."""

from pathlib import Path

import pytest

from builder import pipeline
from builder.diagnostics.errors import BuilderError
from builder.site.build import build_site
from builder.site.ground import refuse_other_ground
from builder.site.swap import swap
from tests.conftest import ROOT, TODAY
from tests.site.kinds import FACTS, FILES, PUBLICATION

OURS = '<html lang="en" data-theme="psychoed">'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "home" / "project"
    for name in ("content", "theme"):
        (root / name).mkdir(parents=True)
    return root


def test_new_ground_empty_ground_and_an_old_site_are_free(project: Path) -> None:
    for name in ("new", "empty", "old", "deep/down/new"):
        refuse_other_ground(project / name, project)
    (project / "empty").mkdir()
    (project / "old").mkdir()
    (project / "old/index.html").write_text(OURS, encoding="utf-8")
    for name in ("empty", "old"):
        refuse_other_ground(project / name, project)


@pytest.mark.parametrize("out", [".", "..", "../..", "content", "theme", "content/site", "theme/assets/site"])
def test_the_sources_of_the_library_are_never_ground(project: Path, out: str) -> None:
    with pytest.raises(BuilderError, match="sources of the library") as refused:
        refuse_other_ground((project / out).resolve(), project)
    assert "--out" in refused.value.mend


@pytest.mark.parametrize("out", ["inhalt", "inhalt/site", "."])
def test_content_of_another_name_is_no_ground_either(project: Path, out: str) -> None:
    (project / "inhalt").mkdir()
    with pytest.raises(BuilderError, match="sources of the library"):
        pipeline.build(pipeline.Project(project, project / "inhalt"), project / out, "mkdocs", TODAY, print)
    assert list((project / "inhalt").iterdir()) == []


@pytest.mark.parametrize("name", ["library.yml", "mkdocs.yml", ".git"])
def test_a_folder_that_is_more_than_a_site_is_no_ground(project: Path, name: str) -> None:
    out = project / "other"
    out.mkdir()
    (out / "index.html").write_text(OURS, encoding="utf-8")
    (out / name).write_text("", encoding="utf-8")
    with pytest.raises(BuilderError, match=name):
        refuse_other_ground(out, project)


@pytest.mark.parametrize("name", ["letters.txt", "index.html"])
def test_a_build_leaves_somebody_elses_folder_as_it_was(tmp_path: Path, name: str) -> None:
    out = tmp_path / "documents"
    out.mkdir()
    (out / name).write_text("dear", encoding="utf-8")
    with pytest.raises(BuilderError, match="not a site that we built"):
        build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=out)
    assert {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()} == {name: "dear"}
    assert list(tmp_path.iterdir()) == [out]


def test_a_file_is_no_ground(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file", encoding="utf-8")
    with pytest.raises(BuilderError, match="is a file"):
        build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=tmp_path / "site")
    with pytest.raises(BuilderError, match="could not be written") as refused:
        build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=tmp_path / "site/below")
    assert refused.value.mend


@pytest.mark.parametrize("missing", ["mkdocs.yml", "theme"])
def test_what_a_project_lacks_is_named(tmp_path: Path, missing: str) -> None:
    project = tmp_path / "project"
    (project / "theme").mkdir(parents=True)
    (project / "mkdocs.yml").write_text("", encoding="utf-8")
    (project / missing).rename(tmp_path / "away")
    with pytest.raises(BuilderError, match=missing) as refused:
        build_site(PUBLICATION, FILES, FACTS, project=project, out=tmp_path / "site")
    assert "psychoed" in refused.value.mend
    assert not (tmp_path / "site").exists()


def test_an_old_site_that_cannot_be_moved_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, new = tmp_path / "site", tmp_path / "new"
    for folder in (out, new):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name, encoding="utf-8")
    with pytest.raises(BuilderError, match="put in its place"):
        swap(tmp_path / "gone", out, tmp_path / "old")
    assert (out / "index.html").read_text(encoding="utf-8") == "site"
    monkeypatch.setattr("sys.platform", "elsewhere")
    with pytest.raises(BuilderError, match="put in its place"):
        swap(new, out, tmp_path / "nowhere" / "old")
    assert (out / "index.html").read_text(encoding="utf-8") == "site"
    swap(new, out, tmp_path / "old")
    assert (out / "index.html").read_text(encoding="utf-8") == "new"
