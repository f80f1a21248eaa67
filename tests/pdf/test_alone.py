"""A large file is made by a process of its own: the same bytes, and its end is told in plain words."""

import threading
import time
from datetime import UTC, datetime

import pytest

from builder.diagnostics.errors import BuilderError
from builder.disk.programs import Programs
from builder.export import pdf, pdfs_of
from builder.model.files import STYLES
from builder.pdf import press
from builder.pdf.press import Job, Source, made_alone
from tests.export.sheets import BOOK, THEME, publication

RELEASED = datetime(2026, 11, 23, tzinfo=UTC)


def test_the_bytes_are_those_of_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    here = pdfs_of(publication(book=BOOK), THEME, styles=STYLES[:1])
    monkeypatch.setattr(press, "_LARGE", 0)
    assert pdfs_of(publication(book=BOOK), THEME, styles=STYLES[:1]) == here


def test_what_the_machine_stops_is_told_so() -> None:
    programs = Programs()

    def stop() -> None:
        while not programs.running:
            time.sleep(0.01)
        for one in list(programs.running):
            one.kill()

    threading.Thread(target=stop, daemon=True).start()
    job = Job("book.pdf", Source("#while true {}"), STYLES[0], "")
    with pytest.raises(BuilderError) as error:
        made_alone(job, THEME / "print", RELEASED, programs)
    assert "This machine stopped what was making book.pdf, perhaps for want of memory." in str(error.value)


def test_a_fault_in_the_source_is_told_as_ever() -> None:
    made = made_alone(Job("book.pdf", Source('#panic("odd")'), STYLES[0], ""), THEME / "print", RELEASED, Programs())
    assert not made.data
    assert "odd" in made.trouble


@pytest.mark.parametrize("told", ["", '#whereabouts((label("here"),))'])
def test_a_link_to_a_place_of_which_nobody_tells_is_told_too(told: str) -> None:
    source = (
        '#import "/look.typ": *\n#set document(title: "A", description: "B")\n'
        f'#inside(label("there"), "There") #metadata(none)#label("here")\n{told}\n'
    )
    made = made_alone(Job("book.pdf", Source(source), STYLES[0], ""), THEME / "print", RELEASED, Programs())
    assert not made.data
    assert "theme/print" in made.trouble


@pytest.mark.parametrize(
    ("signs", "at_once"),
    [
        ([200_000] * 4, 4),
        ([200_000] * 4 + [50_000] * 4, 4),
        ([200_000] * 4 + [50_000] * 60, 1),
        ([400_000] * 4, 2),
        ([2_000_000] * 4, 1),
        ([50_000], 1),
    ],
)
def test_large_files_are_made_side_by_side_where_there_is_room(
    signs: list[int], at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "processors", lambda: 4)
    assert pdf.at_once([Job("a.pdf", Source(" " * many), STYLES[0], "") for many in signs]) == at_once
