"""A report in, workflow commands for GitHub Actions out: each finding becomes a note at its line in a pull request."""

from builder.diagnostics.diagnostic import Diagnostic, Report
from builder.diagnostics.summary import summary

_COMMANDS = {"error": "error", "warning": "warning", "person": "notice"}


def as_github(report: Report, folder: str) -> str:
    """Return one command a line, then the summary. `folder` is put before each file's name."""
    return "\n".join([*(_command(one, folder) for one in report.diagnostics), summary(report)])


def _command(one: Diagnostic, folder: str) -> str:
    properties = {
        "file": f"{folder}/{one.place.file}",
        "line": one.place.line,
        "col": one.place.column,
        "title": f"{one.code.id} {one.code.name}",
    }
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[one.code.severity]} {said}::{_data(f'{one.message} Mend: {one.mend}')}"


def _data(text: str) -> str:
    """Escape what would end the command, as GitHub's own toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
