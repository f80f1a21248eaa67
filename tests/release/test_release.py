"""What goes out beside the site: whole, checkable by others' tools, the same twice; and every part of it is named."""

import json
import shutil
import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from builder.load.gather import load
from builder.model.library import Library
from release.files import SUMS, files_of
from release.parts import TO_BUILD, carried, packages
from tests.conftest import ROOT

pytestmark = pytest.mark.xdist_group("release")  # what they share is made once
NAME = f"steady-together-{load(ROOT / 'content').library.settings.version}"
FONTS_AND_OTHERS = ("*.woff2", "*.ttf", "*.otf", "qr.js")


@pytest.fixture(scope="module")
def files(built: Path, library: Library) -> dict[str, bytes]:
    return files_of(built, library.settings)


@pytest.fixture(scope="module")
def bom(files: dict[str, bytes]) -> dict[str, Any]:
    return dict(json.loads(files[f"{NAME}.cdx.json"]))


def test_the_list_of_parts_is_valid_cyclonedx(files: dict[str, bytes]) -> None:
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(files[f"{NAME}.cdx.json"].decode()) is None
    assert validator.validate_str('{"bomFormat": "CycloneDX", "specVersion": "1.6", "odd": 1}') is not None


def test_it_names_each_part_with_version_and_licence_and_what_needs_what(bom: dict[str, Any], library: Library) -> None:
    parts = {part["bom-ref"]: part for part in bom["components"]}
    (maker,) = (ref for ref in parts if ref.startswith("psychoed@"))
    locked = {f"{one.name}@{one.version}" for one in packages(TO_BUILD)}
    theirs = {f"{one.name}@{one.version}" for one in carried()}
    assert set(parts) == locked | theirs | {maker}
    assert {ref for ref, part in parts.items() if part["scope"] == "required"} == theirs, "what a reader gets"
    assert all(part["licenses"] for part in parts.values())
    assert all(parts[ref]["purl"] == f"pkg:pypi/{ref}" for ref in locked)
    assert bom["metadata"]["component"]["version"] == library.settings.version
    needs = {one["ref"]: set(one.get("dependsOn", ())) for one in bom["dependencies"]}
    assert maker in needs[bom["metadata"]["component"]["bom-ref"]]
    assert any(
        name.startswith("markupsafe@") for name in next(on for ref, on in needs.items() if ref.startswith("jinja2@"))
    )


def test_each_file_of_others_in_the_theme_is_listed_with_its_digest_and_its_licence_lies_there(
    bom: dict[str, Any],
) -> None:
    listed = {
        file["name"]: file["hashes"][0]["content"] for part in bom["components"] for file in part.get("components", ())
    }
    there = {path for pattern in FONTS_AND_OTHERS for path in (ROOT / "theme").rglob(pattern)}
    assert listed == {path.relative_to(ROOT).as_posix(): sha256(path.read_bytes()).hexdigest() for path in there}
    assert all("licen" in one.text.read_text("utf-8").lower() for one in carried())


def test_the_zip_brings_the_whole_site_back_and_the_sums_fit(
    files: dict[str, bytes], built: Path, tmp_path: Path
) -> None:
    with ZipFile(BytesIO(files[f"{NAME}-site.zip"])) as archive:
        held = {name.removeprefix(f"{NAME}/"): archive.read(name) for name in archive.namelist()}
    assert held == {
        path.relative_to(built).as_posix(): path.read_bytes() for path in built.rglob("*") if path.is_file()
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert len(files[SUMS].splitlines()) == len(files) - 1 == 3
    program = ["sha256sum"] if shutil.which("sha256sum") else ["shasum", "-a", "256"]
    subprocess.run([*program, "-c", SUMS], cwd=tmp_path, check=True, capture_output=True)


def test_the_same_site_gives_the_same_bytes(files: dict[str, bytes], built: Path, library: Library) -> None:
    assert files_of(built, library.settings) == files
