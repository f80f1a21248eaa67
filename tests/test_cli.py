"""The command keeps its word: exit codes, 80 columns, no traceback, a new module that passes."""

import gc
import json
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pytest

from builder import cli, pipeline
from tests.run import ROOT, psychoed

SAMPLE = ROOT / "tests" / "sample"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "content")
    for name in ("theme", "mkdocs.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def test_clean_content_leaves_with_0_and_says_what_was_checked(project: Path) -> None:
    done = psychoed.run(project, "check")
    assert done.returncode == 0
    assert "0 errors" in done.stdout
    assert "Not checked: what only a person can judge." in done.stdout


def test_a_report_fits_80_columns_and_shows_the_line_with_a_caret(project: Path) -> None:
    path = project / "content" / "modules" / "cup-of-tea" / "learn.md"
    path.write_text(path.read_text("utf-8").replace("(term:steep)", "(term:steap)"), "utf-8")
    done = psychoed.run(project, "check")
    assert done.returncode == 1
    assert max(map(len, done.stdout.splitlines())) <= 80
    lines = done.stdout.splitlines()
    shown = next(number for number, line in enumerate(lines) if "term:steap" in line)
    assert lines[shown + 1].index("^") == lines[shown].index("term:steap")
    assert 'Did you mean "steep"?' in " ".join(done.stdout.split())


def test_json_has_every_field(project: Path) -> None:
    done = psychoed.run(project, "check", "--format", "json")
    report = json.loads(done.stdout)
    assert report["summary"]["error"] == 0
    wanted = {"file", "line", "column", "code", "name", "family"}
    wanted |= {"severity", "message", "why", "mend", "who", "due"}
    assert all(set(one) == wanted for one in report["findings"])
    assert report["findings"]


@pytest.mark.parametrize(
    "words",
    [("check", "--content", "nowhere"), ("explain", "XYZ999"), ("explain",), ("check", "--today", "tomorrow"), ("buidl",), ("new", "module", "No Good")],
)  # fmt: skip
def test_a_wrong_call_leaves_with_2_and_says_what_to_do(project: Path, words: tuple[str, ...]) -> None:
    done = psychoed.run(project, *words)
    assert done.returncode == 2
    assert done.stderr.strip()


def test_a_fault_of_ours_leaves_with_3_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(pipeline, "check", broken)
    monkeypatch.setattr("sys.argv", ["psychoed", "check", "--today", "1999-01-01"])
    monkeypatch.setattr(import_module("builder.cli.main"), "leave", sys.exit)
    with pytest.raises(SystemExit) as left:
        cli.main()
    gc.enable()  # a command is a process of its own, and this one is not
    said = capsys.readouterr().err
    assert left.value.code == 3
    assert "a fault of psychoed" in said
    assert "Traceback" not in said


def test_rules_lists_every_code_and_explain_tells_of_one() -> None:
    listed = json.loads(psychoed.run(ROOT, "rules", "--format", "json").stdout)
    assert len(listed) == len(pipeline.codes()) > 60
    assert "REF001  error" in psychoed.run(ROOT, "rules").stdout
    done = psychoed.run(ROOT, "explain", "ref001")
    assert done.returncode == 0
    assert "unknown-source" in done.stdout
    assert "Why:" in done.stdout
    assert "Instead:" in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        "check",
        "build",
        "serve",
        "pdf",
        "epub",
        "text",
        "bundle",
        "rules",
        "explain",
        "schema",
        "new",
        "doctor",
        "forget",
    ],
)
def test_help_fits_80_columns(command: str) -> None:
    said = psychoed.run(ROOT, command, "--help").stdout
    assert max(map(len, said.splitlines())) <= 80


def test_a_new_module_is_a_draft_that_passes_and_is_not_published(project: Path) -> None:
    done = psychoed.run(project, "new", "module", "low-mood", "--title", "Low mood: a start")
    assert done.returncode == 0, done.stderr
    code, findings = psychoed.findings(project)
    assert code == 0
    assert not [one for one in findings if "low-mood" in one["file"] and one["severity"] != "person"]
    _, findings = psychoed.findings(project, "--drafts")
    assert {"STR016", "EVI001"} <= {one["code"] for one in findings if "low-mood" in one["file"]}
    again = psychoed.run(project, "new", "module", "low-mood")
    assert again.returncode == 2
    assert psychoed.run(project, "build").returncode == 0
    assert not (project / "site" / "low-mood").exists()


def test_a_new_module_takes_no_code_that_is_on_paper_and_no_title_that_the_check_refuses(project: Path) -> None:
    ledger = 'published:\n  m/low/: {since: "0.1", anchors: ""}\n  m/lowm/: {since: "0.1", anchors: ""}\n'
    (project / "content/ledger.yml").write_text(ledger, "utf-8")
    packet = project / "content/packets/warm-evening.yml"
    packet.write_text(packet.read_text("utf-8").replace("code: evening", "code: lowmo"), "utf-8")
    done = psychoed.run(project, "new", "module", "low-mood", "--title", "Low <b>")
    assert (done.returncode, "<b in the title is HTML" in done.stderr) == (2, True)
    assert psychoed.run(project, "new", "module", "low-mood").returncode == 0
    assert "\ncode: lowmoo\n" in (project / "content/modules/low-mood/module.yml").read_text("utf-8")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_pdfs_alone(project: Path) -> None:
    done = psychoed.run(project, "pdf", "--out", "sheets", "--paper", "letter", "--size", "both", "cup-of-tea")
    assert done.returncode == 0, done.stdout + done.stderr
    sheets = ("tea", "tea-one-sheet", "tea-for-clinicians")
    assert names(project / "sheets") == {f"{sheet}{size}-letter.pdf" for sheet in sheets for size in ("", "-large")}
    assert all(path.read_bytes().startswith(b"%PDF-") for path in (project / "sheets").iterdir())
    assert re.search(r"Wrote 6 PDFs to sheets, \d+ kB in all\.", done.stdout)
    done = psychoed.run(project, "pdf")
    assert names(project / "pdf") >= {"tea.pdf", "tea-one-sheet.pdf", "sample-library.pdf", "desk-card.pdf"}
    assert not [name for name in names(project / "pdf") if "-letter" in name or "-large" in name]


@pytest.mark.parametrize(("command", "ending"), [("epub", ".epub"), ("text", ".txt")])
def test_books_and_texts_alone(project: Path, command: str, ending: str) -> None:
    done = psychoed.run(project, command)
    assert done.returncode == 0, done.stdout + done.stderr
    assert names(project / command) == {f"{name}{ending}" for name in ("tea", "socks", "sample-library")}
    whole = (project / command / f"tea{ending}").read_bytes()
    done = psychoed.run(project, command, "cup-of-tea", "--out", "one")
    assert names(project / "one") == {f"tea{ending}"}
    assert (project / "one" / f"tea{ending}").read_bytes() == whole
    assert f"Wrote one/tea{ending}, " in done.stdout


def test_a_library_may_be_called_what_a_topic_is(project: Path) -> None:
    settings = project / "content" / "library.yml"
    settings.write_text(settings.read_text("utf-8").replace("Sample Library", "Tea"), "utf-8")
    done = psychoed.run(project, "text")
    assert done.returncode == 0, done.stdout + done.stderr
    assert names(project / "text") == {"tea.txt", "cup-of-tea-tea.txt", "socks.txt"}


def test_one_zip_for_a_stick(project: Path) -> None:
    done = psychoed.run(project, "bundle", "--out", "new/dist")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"Wrote new/dist/sample-library\.zip, \d+(\.\d)? [kM]B\.", done.stdout)
    with ZipFile(project / "new" / "dist" / "sample-library.zip") as zipped:
        assert zipped.testzip() is None
        assert {"sample-library/START-HERE.html", "sample-library/site/cup-of-tea/tea.pdf"} <= set(zipped.namelist())
    assert not (project / "site").exists()


def test_the_zip_is_found_whatever_the_library_is_called_and_wherever_it_is_linked(project: Path) -> None:
    settings = project / "content" / "library.yml"
    settings.write_text(settings.read_text("utf-8").replace("Sample Library", "Ruhe für Dich"), "utf-8")
    for page in ("not-found", "stick"):
        path = project / "content" / "pages" / f"{page}.md"
        path.write_text(path.read_text("utf-8") + "\n/// list | stick\n///\n", "utf-8")
    done = psychoed.run(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    for page in ("404.html", "take/index.html"):
        html = (project / "site" / page).read_text("utf-8")
        assert re.search(r'ruhe-fur-dich\.zip">All pages and files \(ZIP, [\d.]+\u00a0[kM]B\)</a>', html), page
    with ZipFile(project / "site" / "ruhe-fur-dich.zip") as zipped:
        pages = {name: zipped.read(name).decode() for name in zipped.namelist() if name.endswith(".html")}
    assert not [name for name, html in pages.items() if ".zip" in html]
    assert "you have them here" in pages["ruhe-fur-dich/START-HERE.html"]


@pytest.mark.parametrize("command", ["pdf", "text"])
def test_a_module_that_is_not_there_is_named_with_the_nearest_that_is(project: Path, command: str) -> None:
    done = psychoed.run(project, command, "cup-of-te")
    assert done.returncode == 2
    assert 'No published module is called "cup-of-te". Did you mean "cup-of-tea"?' in done.stderr
    assert "There are: cup-of-tea, warm-socks" in done.stderr
    assert not (project / command).exists()


def test_where_nothing_can_be_written_nothing_is_left(project: Path) -> None:
    before = names(project)
    done = psychoed.run(project, "epub", "--out", "mkdocs.yml/here", "cup-of-tea")
    assert done.returncode == 2
    assert "cannot be written to mkdocs.yml/here" in done.stderr
    assert "--out" in done.stderr
    assert names(project) - {".psychoed"} == before - {".psychoed"}


@pytest.mark.parametrize("command", ["pdf", "text", "bundle"])
def test_content_with_errors_is_not_carried_away(project: Path, command: str) -> None:
    path = project / "content" / "modules" / "cup-of-tea" / "learn.md"
    path.write_text(path.read_text("utf-8").replace("(term:steep)", "(term:steap)"), "utf-8")
    done = psychoed.run(project, command, "--out", "here")
    assert done.returncode == 1
    assert "term:steap" in done.stdout
    assert re.search(r"No \w+ was made\.", done.stdout)
    assert not (project / "here").exists()


def test_a_sheet_that_runs_over_is_named_and_nothing_is_built(project: Path) -> None:
    path = project / "content" / "modules" / "cup-of-tea" / "module.yml"
    text = path.read_text("utf-8")
    long = "      - " + "Hold the cup for a while and look at it. " * 40
    path.write_text(text.replace("      - Hold it in two hands.", long.rstrip()), "utf-8")
    done = psychoed.run(project, "build")
    assert done.returncode == 1
    assert "PDF001 sheet-too-long" in done.stdout
    assert not (project / "site").exists()


def test_a_letter_that_the_font_has_not_is_named(project: Path) -> None:
    path = project / "content" / "modules" / "cup-of-tea" / "learn.md"
    text = path.read_text("utf-8")
    path.write_text(text + "\nTea is 茶 too.\n", "utf-8")
    done = psychoed.run(project, "pdf")
    assert done.returncode == 1
    assert "PDF002 letter-without-font" in done.stdout
    assert f"learn.md:{path.read_text('utf-8').count(chr(10))}:8" in done.stdout
    path.write_text(text + "\nTea is &#x8336; too.\n", "utf-8")
    done = psychoed.run(project, "pdf")
    assert done.returncode == 1
    assert "has no 茶 (U+8336)" in done.stdout


def test_words_that_cannot_be_written_are_no_fault_of_the_content(project: Path) -> None:
    command = [sys.executable, "-m", "builder.cli", "check"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=project, env=environment, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert "could not be written" in done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("words", [("check",), ("check", "--format", "todo"), ("explain", "ADR001"), ("rules",)])
def test_a_letter_that_the_terminal_has_not_is_a_question_mark(
    project: Path, encoding: str, words: tuple[str, ...]
) -> None:
    learn = project / "content" / "modules" / "cup-of-tea" / "learn.md"
    learn.write_text(learn.read_text("utf-8") + "\nŁukasz drinks <b>tea</b>.\n", "utf-8")
    command = [sys.executable, "-m", "builder.cli", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding=encoding)
    assert done.returncode == (words[0] == "check"), done.stderr
    assert done.stdout
    assert words != ("check",) or "?ukasz drinks" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="there is no such shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_words_for_nobody_are_no_fault(project: Path, closed: str) -> None:
    command = f'"$0" -m builder.cli check {closed}; echo $?'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    called = ["sh", "-c", command, sys.executable]
    done = subprocess.run(called, cwd=project, env=environment, capture_output=True, text=True)
    assert done.stdout.endswith("0\n")
    assert "fault" not in done.stderr
