"""A zip is the same each time, in the order of its files, whatever the day of the edition."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from builder.zipped import zipped


def test_the_files_are_in_order_and_what_is_packed_is_stored() -> None:
    files = {"mimetype": b"x", "b.html": b"b" * 99, "a.pdf": b"a"}
    made = zipped(files, "1975-05-01")
    assert made == zipped(files, "1975-05-01")
    with ZipFile(BytesIO(made)) as archive:
        found = archive.infolist()
        assert {one.filename: archive.read(one) for one in found} == files
    assert [one.filename for one in found] == list(files)
    assert [one.compress_type for one in found] == [ZIP_STORED, ZIP_DEFLATED, ZIP_STORED]
    assert {one.date_time[0] for one in found} == {1980}  # a zip knows no earlier year
