"""A code in, what a person reads of it out: its page for the terminal, and the sentences that the site shows too."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import fill, indent

from builder.diagnostics.code import Bytes, Case, Code, Holds, Link

SEVERITIES = {
    "error": "Error: nothing is published until it is mended.",
    "warning": "Warning: the library is published, and this is to be mended.",
    "person": "For a person: no machine can clear this, and nothing may pretend that it is done.",
}
"""What each severity means for an editor."""


@dataclass(frozen=True)
class Example:
    """A case as a person reads it: the file in which it stands, what is wrong there, and what is right."""

    where: str
    bad: str
    good: str


def example_of(case: Case) -> Example:
    """How a case is shown, wherever it is."""
    return Example(case.file, _shown(case.file, case.bad), _shown(case.file, case.good))


def waiving(code: Code) -> str:
    """Whether an editor can let a finding of this code through."""
    if code.is_waivable:
        return (
            "Yes, on record: an entry in `waivers.yml` names the rule, the file, the reason, a person and the last day."
        )
    return "No. Nobody can let this through."


def markdown(code: Code) -> str:
    """Return the page of a code for programs that show Markdown."""
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
        example = example_of(case)
        yield "## Example" if len(code.cases) == 1 else f"## Example {number}"
        yield f"In `{example.where}`:\n\n{_fenced(example.where, example.bad)}"
        yield f"Instead:\n\n{_fenced(example.where, example.good)}"
    yield f"## Can it be let through?\n\n{waiving(code)}"
    yield f"## Source\n\n{code.source}"


def _fenced(where: str, text: str) -> str:
    kind = {"yml": "yaml", "md": "markdown", "svg": "xml"}.get(where.rsplit(".", 1)[-1], "text")
    return f"````{kind}\n{text}\n````"


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
    for example in map(example_of, code.cases):
        yield f"In {example.where}:\n\n{indent(example.bad, '    ')}"
        yield f"Instead:\n\n{indent(example.good, '    ')}"
    yield fill(f"Can it be let through? {waiving(code)}", 80)
    yield fill(f"Source: {code.source}", 80)
