"""`psychoed packet` as a person runs it: names, a clinic's own lines, and every way to get it wrong."""

import io
import shutil
from pathlib import Path

import page as page_validation
import pymupdf
import pytest
import zxingcpp
from PIL import Image

from tests.run import ROOT, psychoed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "sample", tmp_path / "content")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    settings = tmp_path / "content" / "library.yml"
    text = settings.read_text("utf-8")
    (address,) = [line for line in text.splitlines() if line.startswith("base_address:")]
    settings.write_text(text.replace(address, "base_address: https://tea.org.uk/lib"), "utf-8")
    return tmp_path


def read(path: Path) -> list[str]:
    return [" ".join(page.get_text().split()) for page in pymupdf.open(path)]


def codes(path: Path) -> list[str]:
    pictures = (page.get_pixmap(dpi=150).tobytes("png") for page in pymupdf.open(path))
    return [one.text for data in pictures for one in zxingcpp.read_barcodes(Image.open(io.BytesIO(data)))]


def test_pages_by_id_and_code_with_a_clinics_own_lines(project: Path) -> None:
    own = ("--name", "Northside Clinic", "--telephone", "020 7946 0100", "--note", "Ring at any time.")
    done = psychoed.run(
        project, "packet", "tea", "Warm-Socks/practice", "tea.handout", "tea", *own, "-o", "new/mine.pdf"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Wrote new/mine.pdf, " in done.stdout
    path = project / "new" / "mine.pdf"
    first, *rest = read(path)
    lines = ("Added by those who gave you this", "Northside Clinic", "Telephone: 020 7946 0100", "Ring at any time.")
    said = [
        first.index(words) for words in (*lines, "Everything else is from", "tea.org.uk/lib/packet/", "In these pages")
    ]
    assert said == sorted(said)
    assert "Northside" not in " ".join(rest)
    heads = ("A cup of tea", "Warm socks: things to try", "A cup of tea: one sheet", "Sources", "Get help now")
    starts = [next(number for number, text in enumerate(rest) if text.startswith(head)) for head in heads]
    assert starts == sorted(starts)
    assert len(set(starts)) == len(heads), "each from a new page"
    assert codes(path) == ["https://tea.org.uk/lib/packet/#tea+socks.practice+tea.handout"]
    report = page_validation.validate_pdf_bytes(path.read_bytes())
    assert [failure.message for failure in report.failures] == []
    for words in ("Version", "1 of 2 topics are reviewed by a clinician.", "Words:"):
        assert words in first


_MOVED = """\
published:
  brew/: {since: "0.1"}
  brew/practice/: {since: "0.1"}
  m/brew/: {since: "0.1"}
  mug/: {since: "0.1"}
moved:
  brew/: cup-of-tea/
  brew/practice/: cup-of-tea/practice/
  m/brew/: m/tea/
gone:
  mug/: {why: Nobody uses it., instead: cup-of-tea/}
"""


def test_names_of_an_older_release_are_found(project: Path) -> None:
    (project / "content" / "ledger.yml").write_text(_MOVED, "utf-8")
    done = psychoed.run(project, "packet", "brew/practice", "brew.handout", "brew")
    assert done.returncode == 0, done.stdout + done.stderr
    assert codes(project / "packet.pdf") == ["https://tea.org.uk/lib/packet/#tea.practice+tea.handout+tea"]
    done = psychoed.run(project, "packet", "mug")
    assert done.returncode == 2
    assert '"mug" is gone: Nobody uses it.' in done.stderr


def test_a_ready_made_packet_with_another_name_on_it(project: Path) -> None:
    done = psychoed.run(project, "packet", "evening", "--name", "Northside Clinic", "--size", "large")
    assert done.returncode == 0, done.stdout + done.stderr
    first, *_ = read(project / "packet.pdf")
    assert "A warm evening" in first
    assert "Northside Clinic" in first
    assert codes(project / "packet.pdf") == ["https://tea.org.uk/lib/m/evening/"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("cup-of-te",), 'No topic and no packet is called "cup-of-te". Did you mean "cup-of-tea"?'),
        (("tea/practise",), 'A topic has no page "practise". Did you mean "practice"?'),
        (("window-seat",), '"window-seat" is a draft.'),
        (("sill",), 'No topic and no packet is called "sill".'),
        ((), "Missing argument"),
        (("tea", "--note", "x" * 281), "The note has 281 characters, and 280 fit."),
        (("tea", "--name", "茶"), "The font of the PDFs has no 茶."),
        (("tea", "-o", "theme/print/look.typ/x.pdf"), "cannot be written"),
    ],
)
def test_what_goes_wrong_is_said_and_nothing_is_written(project: Path, words: tuple[str, ...], said: str) -> None:
    done = psychoed.run(project, "packet", *words)
    assert done.returncode == 2, done.stdout + done.stderr
    assert said in done.stderr
    assert not list(project.rglob("*.pdf"))


def test_content_with_errors_makes_no_packet(project: Path) -> None:
    path = project / "content" / "modules" / "cup-of-tea" / "learn.md"
    path.write_text(path.read_text("utf-8").replace("(term:steep)", "(term:steap)"), "utf-8")
    done = psychoed.run(project, "packet", "tea")
    assert done.returncode == 1
    assert "No PDF was made." in done.stdout
