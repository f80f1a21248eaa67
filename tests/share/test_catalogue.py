"""The catalogue: valid by the schema beside it, every file as it is, and every value what a page shows."""

import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import jsonschema
import pypdf
import pytest

from builder.model.library import Library
from builder.model.publisher import Publisher
from builder.render import publication_of
from builder.share import shared_files
from tests.conftest import TODAY
from tests.share.libraries import NASTY, released, signed, with_facts, withdrawn

CARRIED = (".pdf", ".epub", ".txt", ".svg", ".png")


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def of(library: Library, files: Mapping[str, bytes] | None = None) -> dict[str, Any]:
    """What the catalogue of a library holds, once it has been found valid."""
    made = shared_files(publication_of(library, TODAY), files or {}, {})
    schema, said = json.loads(made["catalogue.schema.json"]), json.loads(made["catalogue.json"])
    checker = jsonschema.FormatChecker()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert not list(jsonschema.Draft202012Validator(schema, format_checker=checker).iter_errors(said))
    return dict(said)


def tea(said: dict[str, Any]) -> dict[str, Any]:
    return dict(next(one for one in said["modules"] if one["id"] == "cup-of-tea"))


def test_the_shipped_catalogue_says_what_the_pages_show(built: Path, library: Library) -> None:
    said = json.loads((built / "catalogue.json").read_text("utf-8"))
    jsonschema.validate(said, json.loads((built / "catalogue.schema.json").read_text("utf-8")))
    assert [one["id"] for one in said["modules"]] == [module.id for module in library.published]
    desk = words((built / "clinicians/index.html").read_text("utf-8"))
    for module in said["modules"]:
        pages = {part["part"]: (built / part["address"] / "index.html").read_text("utf-8") for part in module["parts"]}
        assert list(pages) == ["learn", "practice", "clinicians", "handout"]
        for part in module["parts"]:
            html = pages[part["part"]]
            assert words(html.split("<h1")[1].split("</h1>")[0].partition(">")[2]) == part["title"]
            tab = unescape(html.split("<title>")[1].split("</title>")[0])
            assert tab.startswith(module["discreet_title"] or module["title"])
            assert module["review"]["says"] in words(html)
            assert f"written for {', '.join(module['audience'])}." in words(html)
            assert f"Words: {module['licence']}." in words(html)
            assert f'lang="{module["language"]}"' in html
        assert module["address"] == module["parts"][0]["address"]
        assert module["summary"] in words(pages["learn"])
        assert all(f'href="../{one}/"' in pages["learn"] for one in module["related"])
        short = (built / module["short_address"] / "index.html").read_text("utf-8")
        assert f'data-to="../../{module["address"]}"' in short
        read = module["reading"]
        assert f"About {read['minutes']} minutes. Grade {read['grade']}. {module['review']['says']}" in desk
        assert f"Code {module['code']}" in desk
        assert read["minutes"] == round(read["words"] / 200)


def test_the_shipped_catalogue_has_every_file_as_it_is(built: Path) -> None:
    said = json.loads((built / "catalogue.json").read_text("utf-8"))
    holders = [*said["modules"], *said["packets"], said["library"]]
    files = [file for holder in holders for file in holder["files"]]
    there = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.name.endswith(CARRIED)}
    assert sorted(file["path"] for file in files) == sorted(path for path in there if not path.startswith("assets/"))
    for file in files:
        data = (built / file["path"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(data), sha256(data).hexdigest())
        assert (file["pages"] is None) == (file["media_type"] != "application/pdf")
        if file["kind"] == "handout":
            assert file["pages"] == len(pypdf.PdfReader(io.BytesIO(data)).pages)
    assert {file["kind"] for module in said["modules"] for file in module["files"]} >= {"handout", "module", "guide"}
    assert {file["kind"] for file in said["library"]["files"]} >= {"book", "cards"}


def test_each_packet_is_told_with_its_pages_and_its_files(built: Path, library: Library) -> None:
    said = json.loads((built / "catalogue.json").read_text("utf-8"))["packets"]
    ready = {name: packet for name, packet in library.packets.items() if packet.status == "published"}
    assert {one["id"]: one["code"] for one in said} == {name: packet.code for name, packet in ready.items()}
    for one in said:
        html = (built / one["address"] / "index.html").read_text("utf-8")
        assert words(html.split("<h1")[1].split("</h1>")[0].partition(">")[2]) == one["title"]
        assert one["note"] in words(html)
        assert (built / one["short_address"] / "index.html").is_file()
        modules = [page.partition("/")[0] for page in ready[one["id"]].pages]
        assert [page.partition("/")[0] for page in one["pages"]] == modules
        assert all((built / page / "index.html").is_file() for page in one["pages"])
        assert {file["kind"] for file in one["files"]} == {"packet"}


@pytest.mark.parametrize(
    ("until", "of_words", "answer", "state"),
    [
        (date(2026, 12, 1), "", "yes", "reviewed"),
        (date(2026, 12, 1), "", "no", "found wanting"),
        (date(2026, 11, 1), "", "yes", "review overdue"),
        (date(2026, 12, 1), "0" * 64, "yes", "changed since review"),
    ],
)
def test_a_review_is_told_as_it_stands(sample: Library, until: date, of_words: str, answer: str, state: str) -> None:
    review = tea(of(signed(sample, until, of_words, answer)))["review"]
    assert (review["state"], review["by"], review["on"], review["next"]) == (
        state, "Ada Sample", "2026-06-01", until.isoformat(),
    )  # fmt: skip


def test_what_was_taken_back_what_is_discreet_and_who_offers_it_are_told(sample: Library) -> None:
    gone = tea(of(withdrawn(sample)))
    assert (gone["status"], gone["reading"], [one["part"] for one in gone["parts"]]) == (
        "withdrawn",
        None,
        ["withdrawn"],
    )
    assert tea(of(with_facts(sample, "cup-of-tea", discreet_title="A pause")))["discreet_title"] == "A pause"
    own = Publisher(name=NASTY, base_address="https://steady.org.uk/lib")
    live = replace(sample, publisher=own, settings=own.over(sample.settings))
    said = of(live, {"cup-of-tea/tea-one-sheet.pdf": b"%PDF", "old/tea.pdf": b""})
    assert (said["library"]["publisher"], said["library"]["base_address"]) == (NASTY, "https://steady.org.uk/lib/")
    assert [(file["kind"], file["media_type"]) for file in tea(said)["files"]] == [
        ("handout", "application/pdf"), ("code", "image/png"), ("code", "image/svg+xml"),
    ]  # fmt: skip
    assert not said["library"]["files"], "the other only stands where an older edition had it"
    (evening,) = said["packets"]
    assert [file["path"] for file in evening["files"]] == ["m/evening/qr.png", "m/evening/qr.svg"]


def test_a_version_is_the_one_in_which_the_words_last_changed(sample: Library) -> None:
    def versions(library: Library) -> dict[str, str]:
        return {one["id"]: one["version"] for one in of(library)["modules"]}

    past = replace(sample, settings=sample.settings.model_copy(update={"version": "0.4"}))
    assert set(versions(past).values()) == {"0.4"}
    assert versions(released(past)) == {"cup-of-tea": "0.1", "warm-socks": "0.2"}
    assert versions(with_facts(released(past), "cup-of-tea", summary="Another word.")) == {
        "cup-of-tea": "0.4", "warm-socks": "0.2",
    }  # fmt: skip


def test_the_same_library_gives_the_same_bytes(sample: Library) -> None:
    first, second = (shared_files(publication_of(released(sample), TODAY), {"a.pdf": b"a"}, {"a.pdf": 1}) for _ in "12")
    assert first == second
