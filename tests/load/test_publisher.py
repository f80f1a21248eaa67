"""The publisher's own file: what it sets wins over the library's, and every slip is named at its place."""

import pytest

from builder.load.files import Files, read
from builder.load.gather import load_files
from builder.pipeline import check
from tests.check.sample import SAMPLE
from tests.conftest import TODAY

FILES = read(SAMPLE)
OWN = """\
name: Tea Clinic
exit_target: https://rain.example/today
colours:
  dark:
    on-lamp: "#fff0d6"
"""


def with_own(text: str) -> Files:
    return Files({**FILES.texts, "publisher.yml": text}, ())


def said(text: str) -> list[tuple[str, int, int, str]]:
    """What is said of the publisher's file: code, line, column and words."""
    found = check(with_own(text), TODAY).report.diagnostics
    return [
        (one.code.id, one.place.line, one.place.column, one.message)
        for one in found
        if one.place.file == "publisher.yml"
    ]


def test_what_it_gives_wins_and_what_it_leaves_out_stays() -> None:
    library = load_files(with_own(OWN)).library
    assert library.settings.exit_target == "https://rain.example/today"
    assert library.settings.base_address == "https://sample.example"
    assert [library.file_of(key) for key in ("exit_target", "base_address")] == ["publisher.yml", "library.yml"]
    assert library.publisher
    assert library.publisher.colours.given == {"light": {}, "dark": {"on-lamp": "#fff0d6"}}
    assert not said(OWN)


def test_a_library_without_it_is_nobodys() -> None:
    library = load_files(FILES).library
    assert library.publisher is None
    assert library.file_of("exit_target") == "library.yml"


@pytest.mark.parametrize(
    ("was", "now", "code", "line", "column", "words"),
    [
        ("exit_target:", "exit_targt:", "FMT001", 2, 1, 'Did you mean "exit_target"?'),
        ("on-lamp:", "on_lamp:", "FMT001", 5, 5, 'Did you mean "on-lamp"?'),
        ('"#fff0d6"', "#fff0d6", "FMT005", 5, 13, "between quotation marks"),
        ('"#fff0d6"', '"#fff"', "FMT005", 5, 14, "six digits"),
        ('"#fff0d6"', '"wheat"', "FMT005", 5, 14, "six digits"),
        ('"#fff0d6"', '"#ffffff} body {"', "FMT005", 5, 14, "six digits"),
        ("https://rain", "http://rain", "FMT005", 2, 14, "https://"),
        ("name: Tea Clinic\n", "", "FMT002", 1, 1, '"name"'),
        ("Tea Clinic", "Tea <b>Clinic</b>", "MKD001", 1, 7, "plain words"),
    ],
)
def test_a_slip_is_named_at_its_place(was: str, now: str, code: str, line: int, column: int, words: str) -> None:
    assert OWN.count(was) == 1
    ((found, *place, message),) = said(OWN.replace(was, now))
    assert (found, place) == (code, [line, column])
    assert words in message


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ("", "REV007"),
        (", last_checked: 2026-11-01, next_check: 2026-11-23", "REV008"),
        (", last_checked: 2026-11-01, next_check: 2026-12-20", "REV009"),
    ],
    ids=["never", "overdue", "soon"],
)
def test_the_publishers_numbers_fall_due_like_all_others(days: str, code: str) -> None:
    text = f"name: Tea Clinic\nhelplines:\n  - {{name: Tea Line, for: Anyone{days}}}\n"
    assert [found for found, *_ in said(text)] == [code]
