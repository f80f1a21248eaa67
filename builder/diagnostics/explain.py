"""A code in, its page out: as Markdown for the documentation, as plain text for the terminal."""

from collections.abc import Iterator
from textwrap import fill, indent

from builder.diagnostics.code import Bytes, Case, Code, Holds, Link

SEVERITIES = {
    "error": "Error: nothing is published until it is mended.",
    "warning": "Warning: the library is published, and this is to be mended.",
    "person": "For a person: no machine can clear this, and nothing may pretend that it is done.",
}
"""What each severity means for an editor."""


def markdown(code: Code) -> str:
    """Return the page of a code for the documentation."""
    return "\n\n".join(_markdown(code)) + "\n"


def terminal(code: Code) -> str:
    """Return the page of a code in plain words, at most 80 characters a line where words allow it."""
    return "\n\n".join(_terminal(code)) + "\n"


def _markdown(code: Code) -> Iterator[str]:
    yield f"# {code.id} {code.name}"
    yield SEVERITIES[code.severity]
    yield f"## Why\n\n{code.why}"
    yield f"## What to do\n\n{code.mend}"
    for number, case in enumerate(code.cases, start=1):
        yield "## Example" if len(code.cases) == 1 else f"## Example {number}"
        yield f"In `{case.file}`:\n\n{_fenced(case, case.bad)}"
        yield f"Instead:\n\n{_fenced(case, case.good)}"
    yield f"## Source\n\n{code.source}"


def _fenced(case: Case, holds: Holds) -> str:
    kind = {"yml": "yaml", "md": "markdown", "svg": "xml"}.get(case.file.rsplit(".", 1)[-1], "text")
    return f"````{kind if isinstance(holds, str) else 'text'}\n{_shown(case.file, holds)}\n````"


def _shown(file: str, holds: Holds) -> str:
    match holds:
        case None:
            return "(the file is not there)"
        case Link(to):
            return f"{file.rsplit('/', 1)[-1]} -> {to}"
        case Bytes(words=words):
            return f"({words})"
        case str(text):
            return text.strip("\n") or "(nothing)"


def _terminal(code: Code) -> Iterator[str]:
    yield f"{code.id} {code.name}"
    yield fill(SEVERITIES[code.severity], 80)
    yield fill(f"Why: {code.why}", 80)
    yield fill(f"What to do: {code.mend}", 80)
    for case in code.cases:
        yield f"In {case.file}:\n\n{indent(_shown(case.file, case.bad), '    ')}"
        yield f"Instead:\n\n{indent(_shown(case.file, case.good), '    ')}"
    yield fill(f"Source: {code.source}", 80)
