"""The ledger: what the tool wrote is read, and what a hand did to it is a finding at its place."""

import pytest

from builder.load.files import Files
from builder.load.gather import load_shared
from builder.model.ledger import NO_LEDGER, Gone, Ledger

WRITTEN = """\
# Written by psychoed release, move and retire. Do not edit by hand.
releases:
  - {version: "0.1.0", on: 2026-11-24, says: ["Tea: a first page."], modules: {cup-of-tea: "%s"}}
published:
  "": {since: "0.1.0", anchors: "minute"}
  cup-of-tea/: {since: "0.1.0", anchors: "no try what-it-is"}
files:
  cup-of-tea/: "tea.pdf tea.txt"
moved:
  cup-of-tea/#steep: cup-of-tea/#try
  "#start": "#minute"
gone:
  cup-of-tea/#no: {why: "It was cold.", instead: cup-of-tea/}
""" % ("a1" * 32)


def _read(text: str) -> tuple[list[tuple[str, str]], Ledger]:
    loaded = load_shared(Files({"ledger.yml": text}, ()))
    said = [(code.id, finding.message) for code, finding in loaded.findings if finding.file == "ledger.yml"]
    return said, loaded.library.ledger


def test_what_was_written_is_read() -> None:
    said, ledger = _read(WRITTEN)
    assert not said
    assert [place for place, _ in ledger.promised] == [
        "", "#minute", "cup-of-tea/", "cup-of-tea/#no", "cup-of-tea/#try", "cup-of-tea/#what-it-is",
        "cup-of-tea/tea.pdf", "cup-of-tea/tea.txt",
    ]  # fmt: skip
    assert [(one.version, set(one.modules)) for one in ledger.releases] == [("0.1.0", {"cup-of-tea"})]
    assert ledger.gone["cup-of-tea/#no"] == Gone(why="It was cold.", instead="cup-of-tea/")


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("gone:", "lost:", "FMT001"),
        ("gone:", "<<<<<<< HEAD\ngone:", "YML001"),
        ('cup-of-tea/: {since', '../cup-of-tea/: {since', "FMT005"),
        ("cup-of-tea/#try\n", "https://elsewhere.example/\n", "FMT005"),
        ('"tea.pdf tea.txt"', '"../tea.pdf"', "FMT005"),
        ("published:", "- published:", "YML001"),
    ],
)  # fmt: skip
def test_what_a_hand_broke_is_named_and_promises_nothing(was: str, now: str, code: str) -> None:
    said, ledger = _read(WRITTEN.replace(was, now))
    assert code in [one for one, _ in said]
    assert ledger == NO_LEDGER


def test_a_library_that_never_released_promises_nothing() -> None:
    loaded = load_shared(Files({}, ()))
    assert loaded.library.ledger == NO_LEDGER
    assert not [finding for _, finding in loaded.findings if finding.file == "ledger.yml"]
