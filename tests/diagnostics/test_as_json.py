"""The JSON report is valid by the schema that is committed, and holds what a program needs."""

import json
from pathlib import Path

import jsonschema

from builder.diagnostics.as_json import as_json
from builder.diagnostics.diagnostic import Report
from tests.run import ROOT, psychoed


def test_real_runs_are_valid_by_the_committed_schema(messy: Path) -> None:
    schema = json.loads((ROOT / "schema" / "report.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    for folder in (messy, ROOT):
        done = psychoed.run(folder, "check", "--format", "json", "--today", "2026-11-24")
        data = json.loads(done.stdout)
        assert data["format"] == 1
        assert [error.message for error in validator.iter_errors(data)] == []
    data["findings"][0].pop("line")
    assert not validator.is_valid(data)


def test_a_waived_finding_has_its_rule_place_reason_person_and_day(report: Report) -> None:
    (waived,) = json.loads(as_json(report, "content"))["waived"]
    finding = waived.pop("finding")
    assert (finding["code"], finding["file"]) == ("LAN005", "content/pages/try.md")
    assert waived == {"reason": "The sample is not for readers.", "by": "A. Clinician", "until": "2027-01-31"}


def test_the_summary_counts_every_kind(report: Report) -> None:
    summary = json.loads(as_json(report, "content"))["summary"]
    assert [summary[key] for key in ("error", "warning", "person", "waived")] == [1, 1, 2, 1]
    assert "pre-check" in summary["says"]
