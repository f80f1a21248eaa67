"""A report in, a few words out: what was checked, what was found, and what no machine can check."""

from textwrap import fill

from builder.diagnostics.diagnostic import Report

PRE_CHECK = "This is a pre-check by a machine. No score in it is a PEMAT, CDC or WCAG result."
"""What every report says of itself."""


def summary(report: Report, width: int = 80) -> str:
    """Return three lines, folded where they are longer than `width` columns."""
    counts = [_count(report.count("error"), "error"), _count(report.count("warning"), "warning")]
    if report.waived:
        counts.append(f"{len(report.waived)} waived")
    people = report.count("person")
    items = f"{_count(people, 'such item')} {'is' if people == 1 else 'are'} open."
    lines = (
        f"Checked {_count(report.files, 'file')} and {_count(report.modules, 'module')} "
        f"with {_count(report.rules, 'rule')}: {', '.join(counts)}.",
        f"Not checked: what only a person can judge. {items} Nor how it prints: psychoed build checks that.",
        PRE_CHECK,
    )
    return "\n".join(fill(line, width) for line in lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
