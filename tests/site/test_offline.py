"""The worker lists every file with its digest, at the address by which a host knows it, and has one version for one set of bytes."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.site.build import ENGINES
from builder.site.headers import header_files
from builder.site.offline import write_worker
from tests.site.filled import filled
from tests.site.kinds import PUBLICATION

FOR_HOSTS = tuple(header_files("https://a.example"))


def library(site: Path) -> dict[str, Any]:
    text = (site / "sw.js").read_text("utf-8").removeprefix("const LIBRARY = ")
    return dict(json.JSONDecoder().raw_decode(text)[0])


@pytest.mark.parametrize("engine", ENGINES)
def test_every_file_is_listed_with_its_digest(sites: dict[str, Path], engine: str) -> None:
    site = sites[engine]
    listed = library(site)["files"]
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    files = {address + "index.html" if address == "" or address.endswith("/") else address for address in listed}
    assert files == there - {"sw.js", *FOR_HOSTS}
    for address, digest in listed.items():
        path = site / address
        data = (path / "index.html" if path.is_dir() else path).read_bytes()
        assert digest == f"sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}", address


def test_the_page_says_how_much_there_is_to_keep(sites: dict[str, Path]) -> None:
    html = (sites["mkdocs"] / "offline" / "index.html").read_text("utf-8")
    assert re.search(r"It is <span data-size>about \d+</span> MB\.", html)


@pytest.mark.parametrize("change", ["a page", "the day", "the code"])
def test_other_bytes_have_another_version(sites: dict[str, Path], tmp_path: Path, change: str) -> None:
    site = filled(tmp_path / "site", sites["mkdocs"])
    write_worker(PUBLICATION, "// code", site)
    first = library(site.site)["version"]
    if change == "a page":
        site.put("index.html", b"Other.")
    day = "2027-01-01" if change == "the day" else PUBLICATION.released
    write_worker(replace(PUBLICATION, released=day), "// other" if change == "the code" else "// code", site)
    assert library(site.site)["version"] != first
