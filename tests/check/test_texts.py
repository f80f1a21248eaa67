"""Which words count: running text does, headings and fragments in lists do not."""

from builder.check.texts import module_pieces, pieces_of, sheets_of
from builder.load.gather import load
from tests.check.sample import SAMPLE

LIBRARY = load(SAMPLE).library
TEA = LIBRARY.modules["cup-of-tea"]


def test_every_published_module_has_its_four_sheets() -> None:
    names = [sheet.name for sheet in sheets_of(LIBRARY)][:8]
    assert names == ["learn", "practice", "clinicians", "handout"] * 2


def test_the_one_sheet_counts_the_practice_that_it_shows() -> None:
    sheet = next(sheet for sheet in sheets_of(LIBRARY) if sheet.name == "handout")
    texts = [piece.text for piece in sheet.pieces]
    assert "Hold it in two hands." in texts
    assert "Take a spoon." not in texts


def test_a_stop_rule_is_measured_as_the_sentence_that_it_is() -> None:
    assert any(piece.text == "Stop if the cup feels too hot." and piece.runs for piece in module_pieces(TEA))


def test_headings_and_fragments_in_lists_do_not_run() -> None:
    runs = {piece.text: piece.runs for piece in module_pieces(TEA)}
    assert runs["Spilled tea"] is False
    assert runs["the warmth of the cup"] is False
    assert runs["If you burn your hand"] is False
    assert runs["Cool it under the tap. You can get help now."] is True


def test_readers_own_words_and_drafts_are_not_judged() -> None:
    texts = {piece.text for piece in pieces_of(LIBRARY)}
    assert "why does tea feel nice" not in texts
    assert not any(piece.file.startswith("modules/window-seat") for piece in pieces_of(LIBRARY))
