"""The lists on safety and on labels are sound, and what the rules make of words that a case cannot show."""

from dataclasses import replace
from datetime import date

import pytest

from builder.check.labels import bare, labels
from builder.check.limits import limits
from builder.check.phrases import found_in
from builder.check.rules.addresses.telling_address import telling_address
from builder.check.rules.safety.body_focus_without_choice import body_focus_without_choice
from builder.check.rules.safety.danger_without_help import danger_without_help
from builder.check.rules.safety.help_page_without_numbers import help_page_without_numbers
from builder.check.safety import forms_of, safety
from builder.load.gather import load
from builder.model.library import Library
from builder.model.shared import Helplines
from tests.check.sample import SAMPLE

TODAY = date(2026, 11, 24)
LIBRARY = load(SAMPLE).library
LISTS = {
    **{name: getattr(safety(), name) for name in ("danger", "telling", "alarming", "body")},
    **{name: getattr(labels(), name) for name in ("links", "headings", "openings")},
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_reasons_and_no_form_twice(name: str) -> None:
    forms = forms_of(LISTS[name])
    assert len(forms) == len(set(forms))
    assert all(group.because.endswith(".") for group in LISTS[name])


@pytest.mark.parametrize("form", [*forms_of(labels().links), *forms_of(labels().headings)])
def test_a_label_of_the_list_can_be_met(form: str) -> None:
    assert bare(form) == form


@pytest.mark.parametrize(
    "harmless",
    [
        "Pick one thing that scares you a little.",
        "Your alarm can ring when there is no danger.",
        "Afraid of spiders, of heights, or of flying.",
        "Words of non-violent communication.",
        "Stop if the stretch hurts.",
    ],
)
def test_everyday_fear_and_pain_are_no_danger(harmless: str) -> None:
    assert not list(found_in(harmless, forms_of(safety().danger)))


@pytest.mark.parametrize(
    "danger",
    [
        "After an overdose, or overdosing again.",
        "He said that he would kill himself.",
        "You may not want to live.",
        "Or think that others are better off dead.",
        "He chokes you.",
        "She was forced to have sex.",
        "Someone who hurts a child.",
    ],
)
def test_what_puts_somebody_in_danger_is(danger: str) -> None:
    assert list(found_in(danger, forms_of(safety().danger)))


def test_danger_in_the_yaml_of_a_page_asks_for_a_way_in_its_markdown() -> None:
    tea = LIBRARY.modules["cup-of-tea"]
    facts = tea.facts.model_copy(update={"not_for": "Someone who is in danger."})
    library = replace(LIBRARY, modules={tea.id: replace(tea, facts=facts)}, pages={})
    (found,) = danger_without_help.find(library, TODAY)
    assert (found.file, found.at) == (tea.file, ("not_for",))
    assert "modules/cup-of-tea/clinicians.md" in found.message


@pytest.mark.parametrize("name", ["Leaving your husband", "Being gay at home", "LGBTQ teenagers", "Living with HIV"])
def test_a_title_that_can_give_a_reader_away_tells(name: str) -> None:
    assert list(found_in(name, forms_of(safety().telling)))


@pytest.mark.parametrize("name", ["Coming out of a low mood", "Leaving home for the first time", "Traffic noise"])
def test_everyday_titles_tell_nothing(name: str) -> None:
    assert not list(found_in(name, forms_of(safety().telling)))


def test_what_the_list_offers_for_one_focus_is_not_another_focus() -> None:
    offered = [form for focus in safety().body for form in focus.choice]
    assert not [form for form in offered if any(found_in(form, forms_of(safety().body)))]


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (("Close your eyes.", "Listen."), 1),
        (("Close your eyes, or leave them open.", "Listen."), 0),
        (("Close your eyes.", "Eyes open is fine too."), 0),
        (("Sit down if you like.", "Close your eyes."), 1),
        (("Do not close your eyes.", "Listen."), 0),
        (("Make no plan. Hold hands.", "Close your eyes."), 2),
    ],
)
def test_the_other_way_counts_where_a_reader_finds_it(steps: tuple[str, ...], found: int) -> None:
    assert len(list(body_focus_without_choice.find(_with_steps(steps), TODAY))) == found


@pytest.mark.parametrize(("id", "found"), [("domestic-violence", 1), ("self-harm-help", 1), ("codependency", 0)])
def test_an_id_is_read_word_by_word_even_in_a_draft(id: str, found: int) -> None:
    draft = LIBRARY.modules["tidy-drawer"]
    module = replace(draft, facts=draft.facts.model_copy(update={"id": id}))
    assert len(list(telling_address.find(replace(LIBRARY, modules={id: module}), TODAY))) == found


def test_an_address_that_cannot_change_any_more_can_be_let_through_on_record() -> None:
    assert telling_address.code.is_waivable


def test_a_help_page_with_no_country_is_named() -> None:
    none = Helplines.model_construct(countries=(), directories=LIBRARY.helplines.directories)
    found = list(help_page_without_numbers.find(replace(LIBRARY, helplines=none), TODAY))
    assert [one.file for one in found] == ["helplines.yml"]


def test_the_licence_of_this_library_is_one_for_drawings() -> None:
    assert LIBRARY.settings.licence in limits().licences


def _with_steps(steps: tuple[str, ...]) -> Library:
    tea = LIBRARY.modules["cup-of-tea"]
    first = tea.facts.practices[0].model_copy(update={"steps": steps})
    facts = tea.facts.model_copy(update={"practices": (first, *tea.facts.practices[1:])})
    return replace(LIBRARY, modules={tea.id: replace(tea, facts=facts)}, pages={})
