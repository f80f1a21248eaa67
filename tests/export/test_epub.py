"""The EPUBs: valid, complete, the same each time, and modest in what they say of themselves."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.export import epubs_of, texts_of
from builder.model import document as doc
from builder.model.page import Publication
from builder.model.publisher import Publisher
from tests.conftest import ROOT
from tests.export.carried import PATHS, carried
from tests.export.kinds import EVERY, para, said
from tests.export.practices import BREATH
from tests.export.reading import files_of, shown, squeezed, trouble
from tests.export.reading import said as words

X = "{http://www.w3.org/1999/xhtml}"
ODD = (
    "]]> & &amp; <b>no</b> <!-- x --> <?php ?> {{ x }} 'a' \"b\" \x00\x08\x0b\x1b\x7f\x85\u2028\ufeff\ufffe\uffff\U0001ffff",
    "Donaudampfschifffahrtsgesellschaftskapitän" * 9,
    "שלום עולם \u202bمرحبا\u202c Ελλάδα नमस्ते 茶 👩‍👩‍👧 e\u0301",
)
"""What could break a file of XML, or a page."""
HEADINGS = [f"{X}h{level}" for level in range(1, 7)]


def odd(text: str, other: str) -> tuple[doc.Block, ...]:
    """Such text wherever words can stand."""
    link = doc.Link(doc.Web("https://x.org/a b?c=d&e=<f>"), said("Out. ", doc.Strong(said(other))))
    return (
        doc.Heading(2, "odd", said(text)),
        para(text, doc.Strong(said(other)), link, doc.Sure("theory", doc.To("nowhere/", "x"))),
        doc.Table(text, ("One", other), ((said(text), said(other)),)),
        doc.Listing(True, ((para(text), doc.Listing(False, ((para(other),),))),)),
        replace(BREATH, title=f"T {text}", steps=(text, other)),
        doc.Quotation(True, text, other, None, text, other, ""),
        doc.Sample(text, other),
    )


def body(publication: Publication, name: str = "co-regulation") -> ElementTree.Element:
    return ElementTree.fromstring(files_of(epubs_of(publication)[f"{PATHS[0]}.epub"])[f"EPUB/{name}.xhtml"])


def facts(epub: bytes) -> dict[str, list[str]]:
    """What the package document says of the book."""
    said: dict[str, list[str]] = {}
    for one in ElementTree.fromstring(files_of(epub)["EPUB/package.opf"])[0]:
        said.setdefault(one.get("property", one.tag.rpartition("}")[2]), []).append(one.text or "")
    return said


@pytest.fixture(scope="session")
def judged(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What EPUBCheck says of all that we make, of the oddest that we could make, and of one with a fault."""
    folder = tmp_path_factory.mktemp("epubs")
    here = carried(real=True)
    made = {
        **epubs_of(publication),
        **{f"real-{path}": data for path, data in epubs_of(replace(publication, has_real_address=True)).items()},
        **{f"kinds-{path}": data for path, data in epubs_of(here).items()},
        "odd.epub": epubs_of(carried(*odd(" ".join(ODD[:2]), ODD[2]), title=ODD[0]))[f"{PATHS[0]}.epub"],
        "faulty.epub": _faulty(epubs_of(here)[f"{PATHS[0]}.epub"]),
    }
    files = {name.replace("/", "-"): data for name, data in made.items()}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    command = [sys.executable, "-m", "tests.export.epubcheck", str(folder / "answer.json"), *files]
    command[4:] = [str(folder / name) for name in files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    answer = json.loads((folder / "answer.json").read_text("utf-8"))
    return {Path(path).name: said for path, said in answer.items()}


def test_epubcheck_has_nothing_to_say(judged: dict[str, list[str]]) -> None:
    assert len(judged) >= 14
    assert {name: said for name, said in judged.items() if said and name != "faulty.epub"} == {}


def test_epubcheck_sees_a_fault(judged: dict[str, list[str]]) -> None:
    assert "RSC-012" in " ".join(judged["faulty.epub"])


def test_the_fixture_has_every_kind_of_block() -> None:
    assert {type(block) for block in EVERY} == set(get_args(doc.Block))


def test_every_kind_says_all_its_words_in_order_and_nothing_else() -> None:
    for path in PATHS:
        page = files_of(epubs_of(carried())[f"{path}.epub"])["EPUB/co-regulation.xhtml"]
        assert trouble(shown(page), words(("Co-regulation", EVERY), text=False), text=False) == ""


def test_every_topic_of_the_library_says_what_its_page_says(publication: Publication) -> None:
    made = epubs_of(publication)
    assert publication.book
    sheets = [sheet for sheet in publication.sheets if sheet.kind == "module"]
    assert len(made) == len(sheets) + 1
    for sheet in sheets:
        page = files_of(made[f"{sheet.path}.epub"])[f"EPUB/{sheet.address.strip('/')}.xhtml"]
        assert trouble(shown(page), words((sheet.title, sheet.blocks), text=False), text=False) == "", sheet.path
    whole = files_of(made[f"{publication.book.path}.epub"])
    for chapter in publication.book.chapters:
        page = whole[f"EPUB/{chapter.addresses[0].strip('/')}.xhtml"]
        assert trouble(shown(page), words((chapter.title, chapter.blocks), text=False), text=False) == "", chapter.title


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=())), st.text() | st.sampled_from(ODD))
def test_any_text_survives(text: str, other: str) -> None:
    blocks = odd(text, other)
    page = files_of(epubs_of(carried(*blocks, title=text))[f"{PATHS[0]}.epub"])["EPUB/co-regulation.xhtml"]
    found, left = squeezed(shown(page)), 0
    for one in words((text, blocks), text=False):
        left = found.index(squeezed(one).strip("."), left)


def test_a_heading_of_any_name_has_a_place_of_its_own() -> None:
    heads = tuple(doc.Heading(2, name, (doc.Text(name),)) for name in ("title", "contents", "file", "id"))
    page = files_of(epubs_of(carried(*heads))[f"{PATHS[0]}.epub"])["EPUB/co-regulation.xhtml"]
    ids = re.findall(r'\bid="([^"]+)"', page.decode())
    assert len(ids) == len(set(ids)) == 5


def test_it_begins_with_what_it_is_so_that_a_device_knows_it() -> None:
    for data in epubs_of(carried()).values():
        with ZipFile(BytesIO(data)) as archive:
            first, *others = archive.infolist()
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert data[30:58] == b"mimetypeapplication/epub+zip"
        assert {one.date_time for one in (first, *others)} == {(2026, 11, 23, 0, 0, 0)}


def test_it_says_what_it_is() -> None:
    offered = replace(carried(), publisher=Publisher(name="Northside Clinic"))
    said = facts(epubs_of(offered)[f"{PATHS[0]}.epub"])
    assert said["identifier"] == facts(epubs_of(carried(BREATH))[f"{PATHS[0]}.epub"])["identifier"]
    assert said["identifier"] != facts(epubs_of(carried())[f"{PATHS[1]}.epub"])["identifier"]
    assert (said["title"], said["language"]) == (["Together"], ["en"])  # what others can see on a shelf
    assert (said["creator"], said["publisher"]) == (["Steady Together"], ["Northside Clinic"])
    assert said["dcterms:modified"] == ["2026-11-23T00:00:00Z"]
    title = squeezed(shown(files_of(epubs_of(offered)[f"{PATHS[0]}.epub"])["EPUB/_title.xhtml"]))
    for line in (
        "Co-regulation From Steady Together. Offered by Northside Clinic. Version 0.1, 23 November 2026. "
        "Not yet reviewed by a clinician. The living page: steady-together.example/m/coreg Words: CC BY 4.0, "
        "creativecommons.org/licenses/by/4.0. You can copy, share and change them, if you name Steady Together and say",
        "Get help now",
    ):
        assert squeezed(line) in title


def test_it_claims_no_more_than_is_true() -> None:
    said = facts(epubs_of(carried())[f"{PATHS[0]}.epub"])
    assert said["schema:accessMode"] == ["textual", "visual"]
    assert said["schema:accessModeSufficient"] == ["textual"]
    assert said["schema:accessibilityHazard"] == ["none"]
    assert {"alternativeText", "longDescription"} < set(said["schema:accessibilityFeature"])
    assert "No person has certified that." in said["schema:accessibilitySummary"][0]
    assert not any("conformsTo" in name or "certified" in name for name in said)
    plain = facts(epubs_of(replace(carried(BREATH), book=None))[f"{PATHS[0]}.epub"])
    assert plain["schema:accessMode"] == ["textual"]
    assert "alternativeText" not in plain["schema:accessibilityFeature"]


def test_headings_skip_no_level_and_the_contents_lead_to_them() -> None:
    deep = (
        doc.Heading(3, "a", said("Deep")),
        doc.Heading(3, "b", said("Deeper")),
        BREATH,
        doc.Heading(2, "c", said("C")),
    )
    for blocks in (EVERY, deep):
        levels = [HEADINGS.index(one.tag) for one in body(carried(*blocks)).iter() if one.tag in HEADINGS]
        assert levels[0] == 0
        assert all(after <= before + 1 for before, after in pairwise(levels))
    led = [one.get("href") for one in body(carried(), "_contents").iter(f"{X}a")]
    assert led[:3] == ["co-regulation.xhtml", "co-regulation.xhtml#key-points", "co-regulation.xhtml#what-it-is"]


def test_links_lead_into_the_book_or_to_a_real_site_or_nowhere() -> None:
    def led(real: bool) -> dict[str, str]:
        links = body(carried(real=real)).iter(f"{X}a")
        return {squeezed("".join(one.itertext())): one.get("href", "") for one in links}

    before, after = led(real=False), led(real=True)
    assert before["Showmehow"] == "#a-long-slow-breath-out"
    assert before["Skipthatpart"] == "#something-to-try"
    assert before["Gethelpnow"] == "help.xhtml"
    assert before["Goodevidence,withlimits"] == "#support-lowers-stress-hormones"
    assert before["Thorsteinsson&James,1999"] == "#thorsteinsson1999"
    assert before["112"] == "tel:112"
    assert "amapofbodystates" not in before
    assert after["amapofbodystates"] == "https://steady.org.uk/polyvagal-basics/#states"


def test_a_practice_a_table_a_drawing_and_a_mark_tell_a_screen_reader_what_they_are() -> None:
    page = body(carried())
    practice = next(one for one in page.iter(f"{X}section") if one.get("class") == "practice")
    kinds = [(one.tag.removeprefix(X), one.get("class")) for one in practice]
    assert kinds.index(("p", "stop")) < kinds.index(("ol", None))
    assert page.find(f".//*[@id='{practice.get('aria-labelledby')}']") is not None
    table = next(page.iter(f"{X}table"))
    assert [one.get("scope") for one in table.iter(f"{X}th")] == ["col"] * 3 + ["row"] * 2
    assert next(iter(table)).tag == f"{X}caption"
    drawings = [one for one in page.iter("{http://www.w3.org/2000/svg}svg") if one.get("class") != "mark"]
    assert len(drawings) == 2
    for drawing in drawings:
        ids = {one.get("id") for one in drawing.iter()}
        assert drawing.get("role") == "img"
        assert set(drawing.get("aria-labelledby", "-").split()) <= ids
    marks = [one for one in page.iter("{http://www.w3.org/2000/svg}svg") if one.get("class") == "mark"]
    shapes = {ElementTree.tostring(one) for one in marks}
    assert (len(shapes), {one.get("aria-hidden") for one in marks}) == (5, {"true"})


def test_the_reader_sets_letters_and_colours() -> None:
    style = files_of(epubs_of(carried())[f"{PATHS[0]}.epub"])["EPUB/style.css"].decode()
    rules = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    assert not re.search(r"font-(size|family)|[^-]color:|background|#[0-9a-f]{3}|\dpx", rules)


def test_the_same_bytes_in_another_process(sample_publication: Publication) -> None:
    def digest(publication: Publication) -> str:
        made = {**epubs_of(publication), **texts_of(publication)}
        return sha256(b"".join(name.encode() + data for name, data in made.items())).hexdigest()

    code = (
        "from hashlib import sha256; from pathlib import Path; from tests.conftest import TODAY;"
        "from builder.load.gather import load; from builder.render import publication_of;"
        "from builder.export import epubs_of, texts_of;"
        "one = publication_of(load(Path('tests/sample')).library, TODAY);"
        "made = {**epubs_of(one), **texts_of(one)};"
        "print(sha256(b''.join(name.encode() + data for name, data in made.items())).hexdigest())"
    )
    again = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": "77"}, capture_output=True, text=True, check=True
    )
    assert again.stdout.strip() == digest(sample_publication)
    assert epubs_of(carried()) == epubs_of(carried())


def _faulty(epub: bytes) -> bytes:
    """The same with a link that leads nowhere."""
    done = BytesIO()
    with ZipFile(BytesIO(epub)) as whole, ZipFile(done, "w") as broken:
        for one in whole.infolist():
            broken.writestr(one, whole.read(one).replace(b'href="#something-to-try"', b'href="#nowhere"'))
    return done.getvalue()
