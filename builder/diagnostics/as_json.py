"""A report in, JSON for programs out. The types below are its format; `psychoed schema` writes them to report.json."""

from datetime import date
from typing import Literal

from builder.diagnostics.code import Severity
from builder.diagnostics.diagnostic import Diagnostic, Report, Waived
from builder.diagnostics.summary import PRE_CHECK
from builder.model.noun import Noun


class SummaryData(Noun):
    """What was looked at, and how much was found."""

    files: int
    """Files that were read."""
    modules: int
    """Modules, drafts included."""
    rules: int
    """Rules that were asked."""
    error: int
    """Findings that forbid publishing."""
    warning: int
    """Findings to be mended."""
    person: int
    """Open items that only a person can clear."""
    waived: int
    """Findings that somebody lets through, on record."""
    says: str
    """What these numbers are not."""


class FindingData(Noun):
    """One finding."""

    file: str
    """The file, from where the check was started."""
    line: int
    """Its line, counted from 1."""
    column: int
    """Its column, counted from 1 in characters (Unicode code points)."""
    code: str
    """The permanent code of the rule."""
    name: str
    """The problem that the rule is named for."""
    family: str
    """The family of rules that it belongs to."""
    severity: Severity
    """error: nothing is published. warning: to be mended. person: only a real person can clear it."""
    message: str
    """What is wrong here."""
    why: str
    """Why it matters to a reader."""
    mend: str
    """What to do."""
    who: str
    """Whose turn it is, where the content says so; else empty."""
    due: date | None
    """The day until when, where the content says so."""


class WaivedData(Noun):
    """One finding that somebody lets through."""

    finding: FindingData
    """What is let through."""
    reason: str
    """Why it is right here."""
    by: str
    """Who decided it."""
    until: date
    """The last day on which that holds."""


class ReportData(Noun):
    """What `psychoed check --format json` prints."""

    format: Literal[1]
    """The version of this format. It changes when a field changes its meaning or goes away."""
    summary: SummaryData
    """The whole in numbers."""
    findings: tuple[FindingData, ...]
    """Every finding, sorted by place."""
    waived: tuple[WaivedData, ...]
    """What was let through, sorted by place."""


def as_json(report: Report, folder: str) -> str:
    """Return one JSON object. `folder` is put before each file's name."""
    data = ReportData(
        format=1,
        summary=SummaryData(
            files=report.files,
            modules=report.modules,
            rules=report.rules,
            error=report.count("error"),
            warning=report.count("warning"),
            person=report.count("person"),
            waived=len(report.waived),
            says=PRE_CHECK,
        ),
        findings=tuple(_finding(one, folder) for one in report.diagnostics),
        waived=tuple(_waived(one, folder) for one in report.waived),
    )
    return data.model_dump_json(indent=2)


def _finding(one: Diagnostic, folder: str) -> FindingData:
    return FindingData(
        file=f"{folder}/{one.place.file}",
        line=one.place.line,
        column=one.place.column,
        code=one.code.id,
        name=one.code.name,
        family=one.code.family.title,
        severity=one.code.severity,
        message=one.message,
        why=one.code.why,
        mend=one.mend,
        who=one.who,
        due=one.due,
    )


def _waived(one: Waived, folder: str) -> WaivedData:
    return WaivedData(
        finding=_finding(one.diagnostic, folder), reason=one.waiver.reason, by=one.waiver.by, until=one.waiver.until
    )
