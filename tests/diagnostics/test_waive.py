"""A waiver lets through what it names, on its days and nothing else; one that is wrong is named at its own line."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from builder import pipeline
from builder.diagnostics.code import Code
from builder.diagnostics.diagnostic import Report
from builder.load.files import read
from builder.load.gather import load
from builder.render import publication_of
from tests.check.sample import SAMPLE
from tests.conftest import TODAY
from tests.run import psychoed

TEA = "modules/cup-of-tea"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


def _waiver(rule: str = "LAN005", file: str = "pages/try.md", until: object = TODAY, more: str = "") -> str:
    return (
        f"- rule: {rule}\n  file: {file}\n  reason: It is only a sample.\n  by: A. Clinician\n  until: {until}\n{more}"
    )


def _report(content: Path, *waivers: str) -> Report:
    (content / "waivers.yml").write_text("".join(waivers), "utf-8")
    return pipeline.check(read(content), TODAY).report


def _said(report: Report) -> set[tuple[str, str, int]]:
    return {(one.code.id, one.place.file, one.place.line) for one in report.diagnostics}


def _break(content: Path, file: str, was: str, bad: str) -> None:
    path = content / file
    assert was in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(was, bad, 1), "utf-8")


def test_a_waived_finding_leaves_the_report_and_is_kept_with_its_reason(content: Path) -> None:
    report = _report(content, _waiver())
    assert "LAN005" not in {code for code, _, _ in _said(report)}
    assert [(one.diagnostic.code.id, one.waiver.reason) for one in report.waived] == [
        ("LAN005", "It is only a sample.")
    ]


def test_a_waiver_is_judged_on_the_last_day_that_there_is(content: Path) -> None:
    (content / "waivers.yml").write_text(_waiver(until=date.max), "utf-8")
    assert "WAI003" not in {code for code, _, _ in _said(pipeline.check(read(content), date.max).report)}


def test_a_waiver_holds_through_its_last_day_and_is_an_error_on_the_next(content: Path) -> None:
    assert not _report(content, _waiver(until=TODAY)).has_errors
    report = _report(content, _waiver(until=TODAY - timedelta(days=1)))
    assert {"LAN005", "WAI002"} <= {code for code, _, _ in _said(report)}
    assert not report.waived


def test_words_let_only_their_own_line_through(content: Path) -> None:
    long = "This line goes on and on " * 8
    _break(content, f"{TEA}/learn.md", "A cloth is enough.", f"A cloth is enough. One {long}.\n\nTwo {long}.")
    both = [one for one in _report(content).diagnostics if one.code.id == "LAN002"]
    assert len(both) == 2, _said(_report(content))
    words = "  words: A cloth is enough.\n"
    report = _report(content, _waiver("LAN002", f"{TEA}/learn.md", more=words))
    left = [one for one in report.diagnostics if one.code.id == "LAN002"]
    assert left == [one for one in both if "Two" in one.line_text]
    assert not [one for one in _report(content, _waiver("LAN002", f"{TEA}/learn.md")).diagnostics if one in both]


def test_a_rule_of_safety_or_security_is_never_silenced(content: Path) -> None:
    _break(content, f"{TEA}/learn.md", "A cloth is enough.", "A <b>cloth</b> is enough.")
    report = _report(content, _waiver("MKD001", f"{TEA}/learn.md"))
    assert {"MKD001", "WAI003"} <= {code for code, _, _ in _said(report)}
    assert not report.waived


def test_nothing_can_be_waived_that_a_page_or_a_reader_cannot_do_without() -> None:
    by_id = {code.id: code for code in pipeline.codes()}
    needed = {
        "STR009",
        "STR015",
        "REF001",
        "REF011",
        "REV004",
        "REV005",
        "EVI001",
        "QUO002",
        "MED001",
        "SAF001",
        "MKD001",
    }
    assert not [id for id in needed if by_id[id].is_waivable]
    assert not [code.id for code in by_id.values() if code.is_waivable and code.severity == "person"]
    watched = ("OWASP", "CWE-", "SAMHSA")
    assert not [one.id for one in by_id.values() if one.is_waivable and any(word in one.source for word in watched)]


@pytest.mark.parametrize("code", [code for code in pipeline.codes() if code.is_waivable], ids=lambda code: code.id)
def test_whatever_can_be_waived_can_still_be_rendered(content: Path, code: Code) -> None:
    for case in code.cases:
        assert isinstance(case.bad, str)
        (content / case.file).touch()
        _break(content, case.file, case.was, case.bad)
        assert publication_of(load(content).library, TODAY, pipeline.codes()).pages
        _break(content, case.file, case.bad, case.was)


def test_a_waiver_never_silences_a_finding_about_waivers(content: Path) -> None:
    unused = _waiver("LAN005", f"{TEA}/learn.md")
    report = _report(content, unused, _waiver("WAI001", "waivers.yml"))
    assert {("WAI001", "waivers.yml", 1), ("WAI003", "waivers.yml", 6)} <= _said(report)


def test_a_slip_of_the_pen_gets_a_near_match(content: Path) -> None:
    report = _report(content, _waiver("LAN901"), _waiver(file=f"content/{TEA}/module.yml"))
    messages = " ".join(one.message for one in report.diagnostics)
    assert f'Did you mean "{TEA}/module.yml"?' in messages
    assert "There is no rule LAN901." in messages


def test_a_broken_entry_leaves_the_places_of_the_others_right(content: Path) -> None:
    report = _report(content, "- rule: nonsense\n", _waiver("LAN005", f"{TEA}/learn.md", until="2020-01-01"))
    assert ("WAI002", "waivers.yml", 6) in _said(report)


def test_no_waiver_is_called_unused_while_a_file_cannot_be_read(content: Path) -> None:
    (content / TEA / "module.yml").write_text("id: [\n", "utf-8")
    assert "WAI001" not in {code for code, _, _ in _said(_report(content, _waiver()))}


def test_the_command_counts_what_was_waived_and_goes_by_the_day(content: Path) -> None:
    (content / "waivers.yml").write_text(_waiver(until="2026-12-01"), "utf-8")
    before = psychoed.run(content.parent, "check", "--today", "2026-12-01")
    assert before.returncode == 0
    assert "1 waived" in before.stdout
    after = psychoed.run(content.parent, "check", "--today", "2026-12-02")
    assert after.returncode == 1
    assert "WAI002 expired-waiver" in after.stdout
