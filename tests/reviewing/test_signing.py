"""A clinician answers, signs, and the library keeps to exactly what was signed."""

from collections import Counter
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest

from builder import reviewing
from builder.check.questions import questions
from builder.diagnostics.errors import BuilderError
from tests.reviewing.project import FORM, TODAY, ask, change, codes_of, project_in, sign
from tests.run import psychoed

FILE = "modules/cup-of-tea/module.yml"
DAY = date(2026, 11, 24)
NOTE = 'note: "Not yet: see #1."'
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
    assert "stand here already" not in say_no(project, *(question.id for question in questions()))
    code, said = sign(project)
    assert code == 0
    assert f"It says no {len(questions())} of {len(questions())} times, and the page says so." in said
    again = psychoed.run(project, "review", "ask", "cup-of-tea").stdout
    assert "# Answers of 24 November 2026 stand here already. Change what no longer holds.\n" in again
    assert again.count("  said: no\n") == again.count('  note: "Not yet: see #1."\n') == len(questions())
    assert Counter(codes_of(project)) == {
        "REV014": sum(question.stops for question in questions()),
        "REV013": sum(not question.stops for question in questions()),
    }
    change(project, "glossary.yml", "for a short time", "for a long time")
    assert "REV003" in codes_of(project)
    again = psychoed.run(project, "review", "ask", "cup-of-tea").stdout
    assert "said: no" not in again
    assert "stand here already" not in again
    code, said = sign(project)
    assert code == 2
    assert "has changed since the questions" in said


def say_no(project: Path, *to: str) -> str:
    """A form that says no to these questions, and yes to the others; what it said before it was filled in."""
    asked = psychoed.run(project, "review", "ask", "cup-of-tea").stdout
    ask(project)
    for question in to:
        change_form(project, f'- ask: {question}\n  said: yes\n  note: ""', f"- ask: {question}\n  said: no\n  {NOTE}")
    return asked


def change_form(project: Path, was: str, now: str) -> None:
    text = (project / FORM).read_text("utf-8")
    assert text.count(was) == 1
    (project / FORM).write_text(text.replace(was, now), "utf-8")


def test_a_no_is_told_to_readers_and_is_no_review(project: Path) -> None:
    say_no(project, "culture-fits", "families-fit")
    assert sign(project)[0] == 0
    pages = built(project)
    told = "Read by Sample Second, Trained in samples, on 24 November 2026. They found something to mend: 2 of"
    assert all(
        told in html and "Reviewed by" not in html for html in (pages["cup-of-tea/"], pages["cup-of-tea/handout/"])
    )
    paper = (project / "site" / "cup-of-tea" / "tea.pdf").read_bytes()
    printed = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(paper)).pages)
    assert "Read by:" in printed
    assert "Reviewed by" not in printed
    todo = psychoed.run(project, "check", "--format", "todo", *TODAY).stdout
    assert "Mend what Sample Second’s note names." in todo.split("## Sample Brewer\n")[1].split("\n## ")[0]


def test_a_no_on_safety_stops_the_build_and_nobody_lets_it_through(project: Path) -> None:
    say_no(project, "crisis-is-met")
    assert sign(project)[0] == 0
    waiver = f"- rule: REV014\n  file: {FILE}\n  reason: So.\n  by: Sample Second\n  until: 2026-12-30\n"
    (project / "content" / "waivers.yml").write_text(waiver, "utf-8")
    done = psychoed.run(project, "build", *TODAY)
    assert done.returncode == 1
    assert "REV014" in done.stdout
    assert "WAI003" in done.stdout


def test_what_changed_is_looked_at_by_its_reviewer(project: Path) -> None:
    change(project, "modules/warm-socks/learn.md", "The line is drawn by hand.", "The line was drawn by hand.")
    todo = psychoed.run(project, "check", "--format", "todo", *TODAY).stdout
    assert "Look at what changed, and sign again." in todo.split("## Sample Reviewer\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("said", ["Yes", "YES", "yes ", '"Yes"'])
def test_an_answer_is_taken_however_a_phone_writes_it(project: Path, said: str) -> None:
    ask(project, said=said)
    assert sign(project)[0] == 0
    assert codes_of(project) == []


@pytest.mark.parametrize("said", ["n/a", "N/A", "Does-not-apply", "does not apply"])
def test_a_question_is_left_only_where_that_is_offered_and_with_a_reason(project: Path, said: str) -> None:
    ask(project)
    left = f"- ask: numbers-are-clear\n  said: {said}\n  note:"
    change_form(project, "- ask: numbers-are-clear\n  said: yes\n  note:", left)
    refused(project, "no note tells why")
    change_form(project, f'{left} ""', f'{left} " There are none. "')
    assert sign(project)[0] == 0
    assert codes_of(project) == []


@pytest.mark.parametrize("said", ["n/a", "does-not-apply"])
def test_what_always_applies_is_answered(project: Path, said: str) -> None:
    ask(project, said=said)
    refused(project, "crisis-is-met always applies. Say yes or no: Would somebody")


def test_the_form_offers_to_leave_exactly_what_can_be_left(project: Path) -> None:
    entries = ask(project).read_text("utf-8").split("answers:\n")[1].split("\n\n")
    offered = [question.id for question, entry in zip(questions(), entries, strict=True) if "does-not-apply" in entry]
    assert offered == [question.id for question in questions() if question.can_be_left]


def test_nobody_signs_what_nobody_is_named_for(project: Path) -> None:
    ask(project)
    change(project, "people.yml", "wrote: [cup-of-tea, ", "wrote: [")
    refused(project, "people.yml names nobody who wrote A cup of tea.")
    refused(project, "Add `wrote: [cup-of-tea]` to its author first")


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
        ("people.yml", "wrote: [cup-of-tea, ", "credential: Baker\n  wrote: [cup-of-tea, ", "wrote A cup of tea"),
        (FILE, "status: published", "status: withdrawn\nwithdrawn: {reason: Cold.}", "was withdrawn"),
        ("modules/cup-of-tea/learn.md", "(term:steep)", "(term:steap)", "learn.md:5: REF"),
        ("glossary.yml", "term: Steep", "trem: Steep", "glossary.yml:2: FMT"),
    ],
)
def test_what_cannot_be_signed_is_told_why(project: Path, file: str, was: str, now: str, says: str) -> None:
    ask(project)
    change(project, file, was, now)
    refused(project, says, "sample-brewer" if file == "people.yml" else "sample-second")


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
        ("- ask: needed\n  said: yes", "- ask: needed\n  said: [yes]", "form.yml:"),
        ('- ask: needed\n  said: yes\n  note: ""', "- ask: needed\n  said: no\n  note: see #1 # here", "cut off"),
        ('- ask: needed\n  said: yes\n  note: ""', "- ask: needed\n  said: yes\n  note: Well: no", "form.yml:"),
        ("- ask: needed\n", "- ask: neded\n", 'Did you mean "needed"?'),
        ("- ask: needed\n", "- ask: purpose-is-plain\n", "more than once"),
        ("answers:\n", "answers: x\nmore:\n", "form.yml:"),
    ],
)
def test_a_form_that_leaves_something_open_is_refused_at_its_line(project: Path, was: str, now: str, says: str) -> None:
    ask(project)
    change_form(project, was, now)
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
