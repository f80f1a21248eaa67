"""A report in, SARIF 2.1.0 out, for programs that gather findings of many tools."""

import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from builder.diagnostics.code import Code
from builder.diagnostics.diagnostic import Diagnostic, Report
from builder.diagnostics.explain import markdown
from builder.diagnostics.summary import PRE_CHECK
from builder.model.shared import Waiver

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""The published schema."""

_LEVELS = {"error": "error", "warning": "warning", "person": "note"}


def as_sarif(report: Report, folder: str, codes: Iterable[Code]) -> str:
    """Return a log of one run. `codes` are all that there are; `folder` is the content folder below the project."""
    every = tuple(codes)
    index = {code.id: number for number, code in enumerate(every)}
    driver = {
        "name": "psychoed",
        "version": version("psychoed"),
        "shortDescription": {"text": PRE_CHECK},
        "rules": [_rule(code) for code in every],
    }
    results = [_result(one, folder, index, None) for one in report.diagnostics]
    results += [_result(one.diagnostic, folder, index, one.waiver) for one in report.waived]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.id,
        "name": code.name,
        "shortDescription": {"text": f"{code.name.replace('-', ' ').capitalize()}."},
        "fullDescription": {"text": code.why},
        "help": {"text": code.mend, "markdown": markdown(code)},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {"tags": [code.family.title]},
    }


def _result(one: Diagnostic, folder: str, index: Mapping[str, int], waiver: Waiver | None) -> dict[str, Any]:
    """One finding. SARIF asks that all results of a run name their suppressions, or none does."""
    return {
        "ruleId": one.code.id,
        "ruleIndex": index[one.code.id],
        "level": _LEVELS[one.code.severity],
        "message": {"text": f"{one.message} Mend: {one.mend}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(f"{folder}/{one.place.file}"), "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": one.place.line, "startColumn": one.place.column},
                }
            }
        ],
        "suppressions": [_suppression(waiver)] if waiver else [],
    }


def _suppression(waiver: Waiver) -> dict[str, Any]:
    return {
        "kind": "external",
        "justification": waiver.reason,
        "properties": {"by": waiver.by, "until": waiver.until.isoformat()},
    }
