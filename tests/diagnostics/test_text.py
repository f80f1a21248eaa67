"""What stands in a terminal: within its width, in colour only where wanted, and nothing of the content acts on it."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from builder.diagnostics.diagnostic import Report
from builder.diagnostics.summary import summary
from builder.diagnostics.text import as_text
from tests.run import ROOT


def test_the_summary_says_what_was_checked_and_what_was_not(report: Report) -> None:
    said = " ".join(summary(report).split())
    assert "1 error, 1 warning, 1 waived." in said
    assert "Not checked: what only a person can judge. 2 such items are open." in said
    assert "pre-check" in said
    assert "No score in it is a PEMAT, CDC or WCAG result." in said


def test_the_summary_of_a_large_library_fits_80_columns(report: Report) -> None:
    large = replace(
        report,
        files=120_000,
        modules=10_000,
        rules=100,
        diagnostics=report.diagnostics * 9_999,
        waived=report.waived * 999,
    )
    assert max(map(len, summary(large).splitlines())) <= 80


def test_of_a_later_report_only_what_is_new_is_told(report: Report) -> None:
    old = report.diagnostics[0]
    moved = replace(old, place=replace(old.place, line=old.place.line + 7))
    new = replace(old, message="This is new.", line_text="here")
    later = replace(report, diagnostics=(moved, *report.diagnostics[1:], new))
    told = as_text(later, "content", before=report)
    assert "This is new." in told
    assert old.message not in told
    assert f"{len(report.diagnostics)} findings are as they were." in told
    assert told.endswith(summary(later))


def test_the_content_cannot_command_the_terminal(report: Report) -> None:
    bad = "\x1b]0;owned\x07\x1b[2J\u202eright to left\x9b31m"
    one = replace(report.diagnostics[0], message=bad, mend=bad, line_text=bad)
    shown = as_text(replace(report, diagnostics=(one,)), "content")
    assert not set(shown) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [
        ((), {}, False),
        (("--colour",), {}, True),
        (("--colour",), {"NO_COLOR": "1"}, True),
        (("--no-colour",), {"FORCE_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colour_is_as_asked(messy: Path, words: tuple[str, ...], environment: dict[str, str], coloured: bool) -> None:
    plain = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    done = subprocess.run(
        [sys.executable, "-m", "builder.cli", "check", *words],
        cwd=messy,
        env={**plain, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ("\x1b[" in done.stdout) is coloured
