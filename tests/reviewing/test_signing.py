"""A clinician answers, signs, and the library keeps to exactly what was signed."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest

from builder import reviewing
from builder.diagnostics.errors import BuilderError
from tests.reviewing.project import FORM, TODAY, ask, change, codes_of, project_in, sign
from tests.run import psychoed

FILE = "modules/cup-of-tea/module.yml"
DAY = date(2026, 11, 24)
PAGES = ("", "practice/", "clinicians/", "handout/")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_in(tmp_path)


def test_sign_change_a_clinical_sentence_and_the_check_the_pages_and_the_paper_say_so(project: Path) -> None:
    assert codes_of(project) == ["REV001"]
    ask(project)
    code, said = sign(project, "--role", "tea taster: senior")
    assert code == 0, said
    assert codes_of(project) == []
    change(project, FILE, "what is a tea brake", "what is a tea break")  # how a reader may ask is nothing clinical
    assert codes_of(project) == []
    first = built(project)
    assert all("notice" not in html for html in first.values())
    assert "Reviewed by Sample Second, tea taster: senior, on 24 November 2026." in first["cup-of-tea/"]

    change(project, "modules/cup-of-tea/learn.md", "A cloth is enough.", "A cloth is not needed.")
    assert codes_of(project) == ["REV003"]
    for address, html in built(project).items():
        notice = '<p class="notice"><strong>Changed since review.</strong> Signed by Sample Second on 24 November 2026'
        assert html.count(notice) == 1, address
        assert html.index(notice) < html.index('class="lit'), address
    for name in ("tea.pdf", "tea-one-sheet.pdf"):
        pages = pypdf.PdfReader(BytesIO((project / "site" / "cup-of-tea" / name).read_bytes())).pages
        assert "Changed since review. Signed by Sample Second" in " ".join(pages[0].extract_text().split())


def test_what_is_overdue_is_published_only_on_record_and_tells_its_readers(project: Path) -> None:
    assert psychoed.run(project, "build", "--today", "2027-03-02").returncode == 1
    entries = (("REV002", "modules/warm-socks/module.yml"), ("REV008", "helplines.yml"))
    waiver = "- rule: {}\n  file: {}\n  reason: The reviewer is ill.\n  by: Sample Second\n  until: 2027-04-30\n"
    (project / "content" / "waivers.yml").write_text("".join(waiver.format(*one) for one in entries), "utf-8")
    done = psychoed.run(project, "build", "--today", "2027-03-02")
    assert done.returncode == 0, done.stdout
    page = (project / "site" / "warm-socks" / "index.html").read_text("utf-8")
    assert '<p class="notice"><strong>Review overdue.</strong> Reviewed by Sample Reviewer on 1 October 2026.' in page
    page = (project / "site" / "help" / "index.html").read_text("utf-8")
    assert "Some were to be checked again by 15 January 2027." in page


def built(project: Path) -> dict[str, str]:
    done = psychoed.run(project, "build", *TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    addresses = [f"cup-of-tea/{part}" for part in PAGES]
    return {one: (project / "site" / one / "index.html").read_text("utf-8") for one in addresses}


def test_signing_again_replaces_the_signature_and_nothing_else(project: Path) -> None:
    path = project / "content" / FILE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n") + b"# the end\r\n")
    path.chmod(0o640)
    before = path.read_bytes()
    ask(project)
    assert sign(project)[0] == 0
    first = path.read_bytes()
    assert first.startswith(before)
    assert path.stat().st_mode & 0o777 == 0o640
    assert sign(project, "--next", "2027-01-24")[0] == 0
    assert path.read_bytes() == first.replace(b"next: 2027-05-24", b"next: 2027-01-24")
    assert sorted(one.name for one in path.parent.iterdir()) == [
        "clinicians.md", "figures", "learn.md", "module.yml", "practice.md",
    ]  # fmt: skip


def test_answers_come_back_for_the_same_words_and_not_for_others(project: Path) -> None:
    form = ask(project, said='no\n  note: "Not yet: see #1."').read_text("utf-8")
    form = (project / FORM).write_text(form.replace('"Not yet: see #1."\n  note:\n', '"Not yet: see #1."\n'), "utf-8")
    assert sign(project)[0] == 0
    again = psychoed.run(project, "review", "ask", "cup-of-tea").stdout
    assert again.count("  said: no\n") == again.count('  note: "Not yet: see #1."\n') > 20
    assert set(codes_of(project)) == {"REV013"}
    change(project, "glossary.yml", "for a short time", "for a long time")
    assert "REV003" in codes_of(project)
    assert "said: no" not in psychoed.run(project, "review", "ask", "cup-of-tea").stdout
    code, said = sign(project)
    assert code == 2
    assert "has changed since the questions" in said


def test_a_refusal_leaves_with_2_and_says_what_to_do(project: Path) -> None:
    ask(project)
    code, said = sign(project, by="sample-secnd")
    assert code == 2
    assert 'Did you mean "sample-second"?' in said
    assert "Nobody is invented." in said
    assert sign(project, "--next", "soon")[0] == 2


@pytest.mark.parametrize(
    ("by", "module", "more", "says"),
    [
        ("sample-writer", "cup-of-tea", {}, "no credential"),
        ("sample-second", "cup-of-te", {}, 'Did you mean "cup-of-tea"?'),
        ("sample-second", "cup-of-tea", {"until": date(2027, 5, 25)}, "up to 2027-05-24"),
        ("sample-second", "cup-of-tea", {"until": DAY}, "after 2026-11-24"),
        ("sample-second", "cup-of-tea", {"role": "x" * 300}, "The role is too long"),
        ("sample-second", "warm-socks", {}, "has the answers on cup-of-tea"),
    ],
)
def test_who_may_not_sign_is_told_why(project: Path, by: str, module: str, more: dict[str, Any], says: str) -> None:
    ask(project)
    refused(project, says, by, module, **more)


def refused(project: Path, says: str, by: str = "sample-second", module: str = "cup-of-tea", **more: Any) -> None:
    before = (project / "content" / FILE).read_bytes()
    with pytest.raises(BuilderError) as error:
        reviewing.sign(
            project / "content", module, by, project / FORM, **{"role": "", "today": DAY, "until": None, **more}
        )
    assert says in f"{error.value}\n{error.value.mend}"
    assert error.value.mend
    assert (project / "content" / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("file", "was", "now", "says"),
    [
        ("people.yml", "wrote: [warm-socks]", "credential: Baker\n  wrote: [cup-of-tea]", "wrote A cup of tea"),
        (FILE, "status: published", "status: withdrawn\nwithdrawn: {reason: Cold.}", "was withdrawn"),
        ("modules/cup-of-tea/learn.md", "(term:steep)", "(term:steap)", "learn.md:5: REF"),
        ("glossary.yml", "term: Steep", "trem: Steep", "glossary.yml:2: FMT"),
    ],
)
def test_what_cannot_be_signed_is_told_why(project: Path, file: str, was: str, now: str, says: str) -> None:
    ask(project)
    change(project, file, was, now)
    refused(project, says, "sample-writer" if file == "people.yml" else "sample-second")


def test_mistakes_of_others_stop_no_signature(project: Path) -> None:
    ask(project)
    change(project, "modules/tidy-drawer/module.yml", "code: ", "kode: ")
    change(project, "helplines.yml", "next_check: 2027-01-15", "next_check: 2026-11-01")
    assert sign(project)[0] == 0


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ("- ask: needed\n  said: yes", "- ask: needed\n  said:", "needed has no answer yet"),
        ("- ask: needed\n  said: yes", "- ask: needed\n  said: no", "no note tells what is wrong"),
        ("- ask: needed\n  said: yes", "- ask: needed\n  said: perhaps", '"perhaps" is not one of the words'),
        ("- ask: needed\n  said: yes", "- ask: needed\n  said: [yes]", "form.yml:23"),
        ("- ask: needed\n  said: yes\n  note:", "- ask: needed\n  said: no\n  note: see #1 # here", "cut off"),
        ("- ask: needed\n  said: yes\n  note:", "- ask: needed\n  said: yes\n  note: Well: no", "form.yml:24"),
        ("- ask: needed\n", "- ask: neded\n", 'Did you mean "needed"?'),
        ("- ask: needed\n", "- ask: purpose-is-plain\n", "more than once"),
        ("answers:\n", "answers: x\nmore:\n", "form.yml:"),
    ],
)
def test_a_form_that_leaves_something_open_is_refused_at_its_line(project: Path, was: str, now: str, says: str) -> None:
    form = ask(project)
    text = form.read_text("utf-8")
    assert text.count(was) == 1
    form.write_text(text.replace(was, now), "utf-8")
    refused(project, says)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[]", b"a: *b", b"x" * 1_000_001, b"\0", b"module: cup-of-tea\n"])
def test_what_is_no_form_is_refused(project: Path, data: bytes) -> None:
    (project / FORM).write_bytes(data)
    refused(project, FORM)


def test_a_form_is_never_written_over_another(project: Path) -> None:
    assert psychoed.run(project, "review", "ask", "cup-of-tea", "--out", "one.yml").returncode == 0
    (project / "one.yml").write_text("answered", "utf-8")
    again = psychoed.run(project, "review", "ask", "cup-of-tea", "--out", "one.yml")
    assert again.returncode == 2
    assert "may hold answers" in again.stderr
    assert (project / "one.yml").read_text("utf-8") == "answered"


def test_what_falls_due_is_listed_by_day_with_its_place(project: Path) -> None:
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
    assert none.startswith("0 overdue, 0 to come by 1 December 2026.")
    assert json.loads(psychoed.run(project, "check", "--format", "json", *TODAY).stdout)["summary"]["error"] == 0
