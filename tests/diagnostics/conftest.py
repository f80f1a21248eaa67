"""A report of a real run that holds something of everything."""

from pathlib import Path

import pytest

from builder import pipeline
from builder.diagnostics.diagnostic import Report
from builder.load.files import read
from tests.conftest import TODAY


@pytest.fixture
def report(messy: Path) -> Report:
    found = pipeline.check(read(messy / "content"), TODAY).report
    assert {one.code.severity for one in found.diagnostics} == {"error", "warning", "person"}
    assert found.waived
    return found
