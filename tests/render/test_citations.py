"""Citations follow APA 7, as the processor sets them."""

from builder.model.library import Library
from builder.render.citations import Bibliography


def test_one_two_and_more_authors(library: Library) -> None:
    keys = ("coan2006", "beckes2011", "holtlunstad2024")
    cite = Bibliography(library.references, keys).cite(keys)
    assert cite
    assert [short for short, _ in cite.sources] == ["Beckes & Coan, 2011", "Coan et al., 2006", "Holt-Lunstad, 2024"]


def test_an_entry_ends_with_its_doi_as_an_address(library: Library) -> None:
    entries = Bibliography(library.references, ["coan2006"]).sources(["coan2006"]).entries
    anchor, words, address = entries[0]
    assert anchor == "source-coan2006"
    assert words.startswith("Coan, J. A., Schaefer, H. S., & Davidson, R. J. (2006). Lending a Hand")
    assert words.endswith("Psychological Science, 17(12), 1032–1039.")
    assert address == "https://doi.org/10.1111/j.1467-9280.2006.01832.x"


def test_a_book_without_an_editor_has_none(library: Library) -> None:
    (_, words, _), *_ = Bibliography(library.references, ["vanderkolk2014"]).sources(["vanderkolk2014"]).entries
    assert words.endswith("in the Healing of Trauma. Viking.")
