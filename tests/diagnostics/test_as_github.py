"""Workflow commands come out of GitHub's own unescaping as they went in."""

import re
from dataclasses import replace

from builder.diagnostics.as_github import as_github
from builder.diagnostics.diagnostic import Report

COMMAND = re.compile(r"^::(\w+) ((?:\w+=[^,:\r\n]*)(?:,\w+=[^,:\r\n]*)*)::(.*)$")


def _read(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner does: properties are split at commas, then unescaped."""
    found = COMMAND.match(line)
    assert found, line
    properties = dict(one.split("=", 1) for one in found[2].split(","))
    return found[1], {key: _unescaped(value) for key, value in properties.items()}, _unescaped(found[3])


def _unescaped(text: str) -> str:
    for escape, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, letter)
    return text


def test_each_finding_is_one_command_at_its_place(report: Report) -> None:
    lines = as_github(report, "content").splitlines()
    for line, one in zip(lines, report.diagnostics, strict=False):
        kind, properties, message = _read(line)
        assert kind == {"error": "error", "warning": "warning", "person": "notice"}[one.code.severity]
        assert properties == {
            "file": f"content/{one.place.file}",
            "line": str(one.place.line),
            "col": str(one.place.column),
            "title": f"{one.code.id} {one.code.name}",
        }
        assert message == f"{one.message} Mend: {one.mend}"
    assert lines[len(report.diagnostics)].startswith("Checked ")


def test_a_message_cannot_start_a_command_of_its_own(report: Report) -> None:
    one = replace(report.diagnostics[0], message="50%\n::error::stop\r\n::set-output name=a::b")
    lines = as_github(replace(report, diagnostics=(one,)), "content").splitlines()
    assert [line for line in lines if line.startswith("::")] == lines[:1]
    assert _read(lines[0])[2].startswith(one.message)
