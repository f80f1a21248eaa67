"""Many different mistakes in many files: each is named in one run, at its line and column, and nothing is published."""

import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import commands
from tests.run import psychoed

SAMPLE = Path(__file__).parent / "sample"
TEA = "modules/cup-of-tea"
SOCKS = "modules/warm-socks"


@dataclass(frozen=True)
class Planted:
    """One mistake: what it replaces in which file, the code that names it, and the words that it points at."""

    file: str
    was: str
    bad: str
    code: str
    at: str


FAULTS = (
    Planted(f"{TEA}/module.yml", "code: tea", "code: Tea", "FMT005", "Tea"),
    Planted(f"{TEA}/module.yml", "audience: [adults]", "audiense: [adults]", "FMT001", "audiense"),
    Planted(f"{TEA}/module.yml", "    minutes: 2\n", "    minutes: two\n", "FMT003", "two"),
    Planted(f"{TEA}/module.yml", "    status: limited\n", "    status: strongish\n", "FMT004", "strongish"),
    Planted(f"{TEA}/module.yml", "also_called: [tea break, a brew]", "also_called: [no, a brew]", "YML005", "no, a"),
    Planted(f"{TEA}/module.yml", "for: [spoon2010]", "for: [spoon2011]", "REF001", "spoon2011"),
    Planted(f"{TEA}/module.yml", "related: [warm-socks]", "related: [warm-sox]", "REF005", "warm-sox"),
    Planted(f"{TEA}/learn.md", "(term:steep)", "(term:stepe)", "REF004", "term:stepe"),
    Planted(f"{TEA}/learn.md", "[@kettle2001; @spoon2010]", "[@kettle2001; @spoon2001]", "REF001", "@spoon2001"),
    Planted(f"{TEA}/learn.md", "/// figure | cup", "/// figure | cups", "REF007", "cups"),
    Planted(f"{TEA}/learn.md", "A cloth is enough.", "A <b>cloth</b> is enough.", "MKD001", "<b>"),
    Planted(f"{TEA}/learn.md", "## Spilled tea {#spilled}", "## Spilled tea", "STR004", "## Spilled tea"),
    Planted(f"{TEA}/learn.md", "(module:warm-socks#wool)", "(module:warm-socks#wol)", "REF009", "module:warm-socks#wol"),
    Planted(f"{TEA}/practice.md", "/// practice | stir-slowly", "/// praktice | stir-slowly", "MKD003", "/// praktice"),
    Planted(f"{TEA}/figures/cup.svg", "<g fill", "<script>alert(1)</script><g fill", "SVG002", "<script"),
    Planted(f"{SOCKS}/module.yml", "title: Warm socks", "title: Warm socks\ntitle: Socks", "YML002", "title: Socks"),
    Planted("quotes.yml", "status: paraphrase", "status: verified", "FMT005", "id: spoon-slow"),
    Planted("quotes.yml", "source: kettle2001", "source: kettle2002", "REF001", "kettle2002"),
    Planted("glossary.yml", "- id: steep", "- id: Steep", "FMT005", "Steep"),
    Planted("helplines.yml", 'call: "555 0100"', "call: 5550100", "FMT003", "5550100"),
    Planted("helplines.yml", 'emergency: ["000"]\n    lines:\n      - name: Sample Night', 'emergency: [000]\n    lines:\n      - name: Sample Night', "YML005", "000"),
    Planted("references.yml", "publisher: Sample Press", "publisher: Sample Press\n  publisher: Other", "YML002", "publisher: Other"),
    Planted("people.yml", "wrote: [", "wrote: [}, ", "YML001", "}, "),
    Planted("library.yml", "released: 2026-11-24", "released: 2026-11-31", "FMT005", "2026-11-31"),
    Planted("library.yml", "licence: CC BY 4.0\n", "", "FMT002", "name: Sample"),
    Planted("library.yml", "exit_target: https://", "exit_target: http://", "FMT005", "http://"),
    Planted("pages/home.md", "/// list | search", "/// list | serch", "REF010", "serch"),
    Planted("pages/home.md", "module:cup-of-tea/practice#hold-the-cup", "module:cup-of-tee/practice", "REF005", "module:cup-of-tee"),
    Planted("pages/about.md", "---\ntitle:", "---\ntitel:", "FMT001", "titel"),
)  # fmt: skip


def _plant(folder: Path) -> dict[Planted, tuple[str, int, int]]:
    for fault in FAULTS:
        path = folder / fault.file
        text = path.read_text("utf-8")
        assert text.count(fault.was) >= 1, fault
        path.write_text(text.replace(fault.was, fault.bad, 1), "utf-8")
    places = {}
    for fault in FAULTS:
        text = (folder / fault.file).read_text("utf-8")
        offset = text.index(fault.bad) + fault.bad.index(fault.at) if fault.at in fault.bad else text.index(fault.at)
        before = text[:offset]
        places[fault] = (fault.file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
    return places


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "content")
    for name in ("theme", "mkdocs.yml"):
        (tmp_path / name).symlink_to(SAMPLE.parents[1] / name)
    return tmp_path


def test_there_are_enough_of_them() -> None:
    assert len(FAULTS) >= 25
    assert len({fault.file for fault in FAULTS}) >= 8


def test_every_fault_is_named_in_one_run_at_its_place(project: Path) -> None:
    places = _plant(project / "content")
    code, findings = psychoed.findings(project)
    assert code == 1
    found = {(one["code"], one["file"].removeprefix("content/"), one["line"], one["column"]) for one in findings}
    missing = [(fault.code, *place) for fault, place in places.items() if (fault.code, *place) not in found]
    assert not missing, "\n".join(map(str, [*missing, "found:", *sorted(found)]))


def test_nothing_is_published_and_the_old_site_stays_as_it_was(project: Path) -> None:
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text('<p data-theme="psychoed">the old site')
    before = _hashes(project)
    _plant(project / "content")
    planted = _hashes(project)
    result = psychoed.run(project, "build")
    assert result.returncode == 1
    assert "Nothing was built" in result.stdout
    assert _hashes(project) == planted
    assert {name: value for name, value in before.items() if name.startswith("site")} == {
        name: value for name, value in planted.items() if name.startswith("site")
    }


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_help_lists_every_command() -> None:
    said = CliRunner().invoke(commands, ["--help"]).output
    assert all(name in said for name in ("check", "build", "pdf", "serve", "rules", "explain", "schema", "new"))


def test_a_broken_list_of_sources_is_named_once_and_not_at_every_citation(project: Path) -> None:
    sources = project / "content" / "references.yml"
    sources.write_text(sources.read_text("utf-8") + "- {id: [\n", "utf-8")
    _, findings = psychoed.findings(project)
    assert [one["code"] for one in findings if one["severity"] == "error"] == ["YML001"]


def test_a_finding_in_a_shared_list_points_at_its_own_entry(project: Path) -> None:
    quotes = project / "content" / "quotes.yml"
    text = quotes.read_text("utf-8").replace("source: spoon2010", "source: spoon2011")
    quotes.write_text("- who: Nobody\n" + text, "utf-8")
    _, findings = psychoed.findings(project)
    line = quotes.read_text("utf-8").split("\n").index("  source: spoon2011") + 1
    assert ("REF001", line, 11) in {(one["code"], one["line"], one["column"]) for one in findings}
