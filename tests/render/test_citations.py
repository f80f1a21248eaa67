"""Citations follow APA 7, as the processor sets them."""

from pathlib import Path

import pytest

from builder.memory.shelf import Shelf
from builder.model.library import Library
from builder.render import citations
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


def test_a_source_is_set_once(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = ("coan2006", "beckes2011", "vanderkolk2014")
    first = Bibliography(library.references, keys, Shelf(tmp_path))
    monkeypatch.setattr(citations, "CitationStylesStyle", None)
    again = Bibliography(library.references, keys, Shelf(tmp_path))
    assert (again.cite(keys), again.sources(keys)) == (first.cite(keys), first.sources(keys))


def test_a_source_is_set_alone_as_it_is_among_others(library: Library) -> None:
    """Or it could not be kept alone: a processor that told two works of one year apart by letters would fail here."""
    one = library.references["coan2006"]
    twin = one.model_copy(update={"id": "coan2006b", "title": "Another title"})
    both = {"coan2006": one, "coan2006b": twin}
    together = Bibliography(both, both)
    for key in both:
        alone = Bibliography(both, [key])
        assert (alone.cite([key]), alone.sources([key])) == (together.cite([key]), together.sources([key]))


def test_an_id_is_a_name_and_nothing_more(library: Library, tmp_path: Path) -> None:
    one, other = library.references["coan2006"], library.references["beckes2011"]
    named = {"deJong": one.model_copy(update={"id": "deJong"}), "dejong": other.model_copy(update={"id": "dejong"})}
    for shelf in (None, Shelf(tmp_path), Shelf(tmp_path)):
        cite = Bibliography(named, named, shelf).cite(named)
        assert cite
        assert [short for short, _ in cite.sources] == ["Beckes & Coan, 2011", "Coan et al., 2006"]


def test_a_changed_source_is_set_again(library: Library, tmp_path: Path) -> None:
    Bibliography(library.references, ["coan2006"], Shelf(tmp_path))
    changed = {"coan2006": library.references["coan2006"].model_copy(update={"title": "Another title"})}
    (_, words, _), *_ = Bibliography(changed, ["coan2006"], Shelf(tmp_path)).sources(["coan2006"]).entries
    assert "Another title" in words
