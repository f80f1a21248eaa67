"""The shipped library: no errors, only warnings that a real person clears, and the promises of its pages."""

import re

import pytest

from builder.load.files import read
from builder.markup.walk import blocks_of, placed_of, plain, runs_of
from builder.model.library import Library, Module
from builder.model.page import Publication
from builder.model.prose import Placed
from builder.pipeline import check
from builder.render.reviews import NOT_REVIEWED
from builder.site.impact import impacts, phrases_of
from builder.site.index import index_of
from builder.site.weighed import together
from tests.conftest import ROOT, TODAY

MODULES = ("co-regulation", "polyvagal-basics", "trauma-and-hyper-independence", "co-regulation-vs-codependency")


def words_on(module: Module, part: str) -> list[str]:
    prose = module.prose[part]  # type: ignore[index]
    return [word for block in blocks_of(prose.blocks) for run in runs_of(block) for word in plain(run).split()]


def test_nothing_is_wrong_and_what_is_open_is_for_a_person() -> None:
    report = check(read(ROOT / "content"), TODAY).report
    assert report.modules == len(MODULES)
    assert {one.code.severity for one in report.diagnostics} <= {"person"}


@pytest.mark.parametrize("module_id", MODULES)
def test_each_module_is_whole(library: Library, module_id: str) -> None:
    module = library.modules[module_id]
    practice = next(
        one
        for one in module.facts.practices
        if one.id in {b.argument for b in placed_of(module.prose["learn"], "practice")}
    )
    shown = [
        *module.facts.key_points,
        module.facts.short.text,
        *module.facts.what_we_know,
        *module.facts.what_we_do_not,
        *practice.steps,
    ]
    assert 900 <= len(words_on(module, "learn")) + sum(len(one.split()) for one in shown) <= 1500
    assert len(module.facts.practices) >= 3
    assert len(module.figures) >= 2
    assert len(module.facts.search.asked_as) >= 5


@pytest.mark.parametrize("module_id", MODULES)
def test_the_clinicians_page_has_what_a_therapist_needs(library: Library, module_id: str) -> None:
    anchors = {getattr(block, "anchor", "") for block in library.modules[module_id].prose["clinicians"].blocks}
    assert {"when", "introduce", "listen", "not", "ask", "evidence"} <= anchors


def test_what_is_no_diagnosis_and_what_is_disputed_is_said_at_once(library: Library) -> None:
    for module_id in ("trauma-and-hyper-independence", "co-regulation-vs-codependency"):
        module = library.modules[module_id]
        assert "not a diagnosis" in " ".join(words_on(module, "learn")[:100])
        assert "not a diagnosis" in " ".join(module.facts.key_points)
    module = library.modules["polyvagal-basics"]
    assert "disputed" in " ".join(words_on(module, "learn")[:100])


def test_each_learn_page_leads_to_help(library: Library) -> None:
    for module in library.published:
        assert "page:help" in str(module.prose["learn"].blocks)


def test_the_help_page_says_of_each_country_when_its_lines_were_checked(
    library: Library, publication: Publication
) -> None:
    page = next(page for page in publication.pages if page.address == "help/")
    said = str(page.blocks).count("Last checked with the services themselves: ")
    assert said == sum(1 for country in library.helplines.countries if country.lines) > 0
    assert all(directory.address in str(page.blocks) for directory in library.helplines.directories)


def test_who_has_reviewed_is_told_by_what_cannot_grow_old(library: Library, publication: Publication) -> None:
    pages = {page.address: page for page in publication.pages}
    unsigned = sum(module.facts.review is None for module in library.published)
    for name in ("about", "clinicians"):
        assert str(pages[f"{name}/"].blocks).count(NOT_REVIEWED) == unsigned
        written = str(library.pages[name].prose.blocks)
        assert "Each topic says at its top who has reviewed it, or that nobody has." in written
        assert not re.search(r"signed (any|these) pages? (of it )?yet", written)


def test_every_placed_quotation_is_verified_or_a_paraphrase(library: Library) -> None:
    placed = {
        block.argument
        for module in library.modules.values()
        for prose in module.prose.values()
        for block in blocks_of(prose.blocks)
        if isinstance(block, Placed) and block.kind == "quote"
    }
    assert placed
    assert all(library.quotes[one].status in ("verified", "paraphrase") for one in placed)


def test_what_we_say_for_the_words_of_readers_stands_on_a_page(publication: Publication) -> None:
    sayings = [((f"zz{at}zz",), (phrase,)) for at, phrase in enumerate(we_say(publication))]
    index = index_of((one.key, one.weighed()) for one in together(publication.entries, phrases_of(sayings)))
    found = {word for words, _ in impacts(index.words, index.pages, sayings) for word in words}
    assert [phrase for at, phrase in enumerate(we_say(publication)) if f"zz{at}zz" not in found] == []


def we_say(publication: Publication) -> list[str]:
    return sorted({phrase for _, ours in publication.sayings for phrase in ours})
