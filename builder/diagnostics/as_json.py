"""A report in, JSON for programs out."""

import json

from builder.diagnostics.diagnostic import Report


def as_json(report: Report, folder: str) -> str:
    """Return one JSON object: `summary` with counts, and `findings` sorted by place."""
    findings = [
        {
            "file": f"{folder}/{one.place.file}",
            "line": one.place.line,
            "column": one.place.column,
            "code": one.code.id,
            "name": one.code.name,
            "severity": one.code.severity,
            "message": one.message,
            "why": one.code.why,
            "mend": one.mend,
        }
        for one in report.diagnostics
    ]
    counts = {severity: report.count(severity) for severity in ("error", "warning", "person")}
    summary = {"files": report.files, "modules": report.modules, "rules": report.rules, **counts}
    return json.dumps({"summary": summary, "findings": findings}, ensure_ascii=False, indent=2)
