"""A large file is made by a process of its own: the same bytes, and its end is told in plain words."""

import threading
import time
from datetime import UTC, datetime

import pytest

from builder.diagnostics.errors import BuilderError
from builder.disk.programs import Programs
from builder.export import pdf, pdfs_of
from builder.export.pdf import Job, Made, made_alone
from builder.model.files import STYLES
from tests.export.sheets import BOOK, THEME, publication

RELEASED = datetime(2026, 11, 23, tzinfo=UTC)


def test_the_bytes_are_those_of_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    here = pdfs_of(publication(book=BOOK), THEME, styles=STYLES[:1])
    monkeypatch.setattr(pdf, "_LARGE", 0)
    assert pdfs_of(publication(book=BOOK), THEME, styles=STYLES[:1]) == here


def test_what_the_machine_stops_is_told_so() -> None:
    programs = Programs()

    def stop() -> None:
        while not programs.running:
            time.sleep(0.01)
        for one in list(programs.running):
            one.kill()

    threading.Thread(target=stop, daemon=True).start()
    job = Job("book.pdf", "#while true {}", STYLES[0], "")
    with pytest.raises(BuilderError) as error:
        made_alone(job, THEME / "print", RELEASED, programs)
    assert "This machine stopped what was making book.pdf, perhaps for want of memory." in str(error.value)


def test_a_fault_in_the_source_is_told_as_ever() -> None:
    made = made_alone(Job("book.pdf", '#panic("odd")', STYLES[0], ""), THEME / "print", RELEASED, Programs())
    assert not made.data
    assert "odd" in made.trouble


@pytest.mark.parametrize(("vast", "small", "at_once"), [(10**6, 0, "both"), (0, 0, "one"), (10**6, 9, "one")])
def test_large_files_are_made_side_by_side_where_there_is_room(
    vast: int, small: int, at_once: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_LARGE", 1)
    monkeypatch.setattr(pdf, "_VAST", vast)
    monkeypatch.setattr(pdf, "_processors", lambda: 2)
    here, most, lock = [0], [0], threading.Lock()

    def noted(job: Job, *_: object) -> Made:
        with lock:
            here[0] += 1
            most[0] = max(most[0], here[0])
        time.sleep(0.1)
        with lock:
            here[0] -= 1
        return Made(b"", 0)

    jobs = [Job(f"{number}.pdf", "large" if number < 2 else "s", STYLES[0], "") for number in range(2 + small)]
    monkeypatch.setattr(pdf, "_jobs", lambda *_: iter(jobs))
    monkeypatch.setattr(pdf, "made_alone", noted)
    monkeypatch.setattr(pdf, "made_of", lambda *_: Made(b"", 0))
    pdfs_of(publication(), THEME)
    assert most == [2 if at_once == "both" else 1]
