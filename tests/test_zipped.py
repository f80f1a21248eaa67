"""A zip is the same each time, in the order of its files, whatever the day of the edition."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from builder.zipped import zip_into, zipped


def test_the_files_are_in_order_and_what_is_packed_is_stored() -> None:
    files = {"mimetype": b"x", "b.html": b"b" * 99, "a.pdf": b"a"}
    made = zipped(files, "2026-05-01")
    assert made == zipped(files, "2026-05-01")
    with ZipFile(BytesIO(made)) as archive:
        found = archive.infolist()
        assert {one.filename: archive.read(one) for one in found} == files
    assert [one.filename for one in found] == list(files)
    assert [one.compress_type for one in found] == [ZIP_STORED, ZIP_DEFLATED, ZIP_STORED]
    assert {one.date_time for one in found} == {(2026, 5, 1, 0, 0, 0)}


def test_files_that_come_one_after_another_make_the_same_zip(tmp_path: Path) -> None:
    files = {"mimetype": b"x", "b.html": b"b" * 99, "a.pdf": b"a"}
    with (tmp_path / "made.zip").open("xb") as file:
        zip_into(file, iter(files.items()), "2026-05-01")
    assert (tmp_path / "made.zip").read_bytes() == zipped(files, "2026-05-01")


@pytest.mark.parametrize(("released", "year"), [("1975-05-01", 1980), ("2107-12-31", 2107), ("2226-11-26", 2107)])
def test_a_day_that_no_zip_knows_is_in_the_nearest_year_that_it_does(released: str, year: int) -> None:
    with ZipFile(BytesIO(zipped({"a": b"a"}, released))) as archive:
        assert [one.date_time[0] for one in archive.infolist()] == [year]
