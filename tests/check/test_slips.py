"""One slip of an editor is one fault: what cannot be read is never taken for something that is gone."""

import pytest

from builder.load.files import Files, read
from builder.model.library import Library
from builder.pipeline import check
from tests.conftest import ROOT, TODAY

FILES = read(ROOT / "content")
FACTS = "modules/co-regulation/module.yml"


@pytest.mark.parametrize(
    ("file", "was", "now", "codes"),
    [
        (FACTS, "\n  do:", "\n   do:", ["YML001"]),
        (FACTS, "\nsummary: ", "\nsummary: Calm: ", ["YML001"]),
        (FACTS, "\nsummary: ", "\nsummary:", ["YML001"]),
        (FACTS, "status: published", "status: publish", ["FMT004"]),
        (FACTS, "status: published", "staus: published", ["FMT001", "FMT002"]),
        (FACTS, "\ncode: ", "\ncode: A-", ["FMT005"]),
        ("glossary.yml", "\n  means: ", "\n  means: one: ", ["YML001"]),
        ("quotes.yml", "\n  who: ", "\n  who: one: ", ["YML001"]),
        ("helplines.yml", "\n    name: ", "\n    name: one: ", ["YML001"]),
        ("library.yml", 'version: "0.2"', "version: 0.2", ["FMT003"]),
        ("pages/about.md", "---\n", "", ["FMT002"]),
        ("packets/a-hard-night.yml", "title:", "titel:", ["FMT001", "FMT002"]),
        ("ledger.yml", "published:", "<<<<<<< mine\npublished:", ["YML001"]),
        ("modules/co-regulation/learn.md", "{#babies}", "{#Babies}", ["MKD006"]),
    ],
)
def test_one_slip_is_one_fault(file: str, was: str, now: str, codes: list[str], library: Library) -> None:
    assert library.ledger.published, "without a promise nothing can seem to be lost"
    assert was in FILES.texts[file]
    slipped = Files({**FILES.texts, file: FILES.texts[file].replace(was, now, 1)}, ())
    errors = [one for one in check(slipped, TODAY).report.diagnostics if one.code.severity == "error"]
    assert sorted(one.code.id for one in errors) == codes
    assert {one.place.file for one in errors} == {file}


def test_a_wrong_entry_does_not_make_its_list_too_short() -> None:
    sample, file = read(ROOT / "tests" / "sample"), "modules/warm-socks/module.yml"
    assert "claims:" in sample.texts[file]
    slipped = Files({**sample.texts, file: sample.texts[file].replace("    status: strong\n", "", 1)}, ())
    errors = [one for one in check(slipped, TODAY).report.diagnostics if one.code.severity == "error"]
    assert [one.code.id for one in errors] == ["FMT002"]
