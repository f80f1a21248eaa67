"""The word lists: what counts as a use, and that the lists themselves are sound."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from builder import pipeline
from builder.check.limits import limits
from builder.check.phrases import found_in, without_mentions
from builder.check.rules.language.late_caveat import late_caveat
from builder.check.words import entries, uses_of
from builder.load.files import read
from builder.load.gather import load
from builder.load.skeleton import skeleton, stand_in
from builder.model.library import Library
from tests.check.sample import SAMPLE
from tests.conftest import TODAY

LIBRARY = load(SAMPLE).library


@pytest.mark.parametrize(
    ("text", "phrases", "found"),
    [
        ("She WON’T go", ["won't"], ["WON’T"]),
        ("committed\n suicide", ["committed suicide"], ["committed\n suicide"]),
        ("a well-being willow", ["will", "being"], []),
        ("codependent people", ["codepend*"], ["codependent"]),
        ("for example, e.g. this", ["e.g."], ["e.g."]),
        ("nothing of it", ["addict", "needy"], []),
    ],
)
def test_a_phrase_is_found_as_it_is_written(text: str, phrases: list[str], found: list[str]) -> None:
    assert list(found_in(text, phrases)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Some say “toxic” here.",
        'Some say "toxic" here.',
        "Do not say that a friend is toxic.",
        "You may read that people are toxic. They are people.",
    ],
)
def test_a_word_that_is_talked_about_is_not_used(text: str) -> None:
    assert not list(found_in(without_mentions(text), ["toxic"]))
    assert len(without_mentions(text)) == len(text)


def test_a_word_after_a_mention_is_used() -> None:
    assert list(found_in(without_mentions("Do not say so. A toxic word."), ["toxic"])) == ["toxic"]


@pytest.mark.parametrize(
    "harmful",
    [
        "Healing only happens in relationship.",
        "It is time to let people in.",
        "Your partner’s calm will calm you.",
        "Repair the rupture.",
        "Hyper-independence is a trauma response.",
        "That is not emotional maturity.",
        "Your mother failed to co-regulate you.",
        "You cannot regulate alone.",
        "Healthy people open up.",
        "She makes poor eye contact.",
        "You are codependent.",
        "He is an enabler.",
        "Loneliness is as deadly as smoking.",
        "Your ACE score means that you are at risk.",
        "Somatic therapy rewires the nervous system.",
        "He is an anxious type, and resistant.",
        "Clean and dirty tests.",
        "A child with autism.",
        "The victim was not heard.",
        "It was a suicidal gesture.",
        "She is manipulative, an attention seeker.",
        "A high-functioning adult.",
        "He is wheelchair-bound.",
        "Reach out to your family.",
    ],
)
def test_what_the_evidence_speaks_against_is_on_the_list(harmful: str) -> None:
    assert list(found_in(harmful, [form for entry in entries() for form in entry.avoid]))


@pytest.mark.parametrize(
    "harmless",
    [
        "You used the word codependent. It is not a diagnosis.",
        "An anxious night can be long.",
        "You cannot calm down, and nobody is near.",
        "Needing people is part of being human.",
        "Nobody can see the dirty dishes.",
    ],
)
def test_what_is_kind_and_true_is_not(harmless: str) -> None:
    errors = [form for entry in entries() if entry.severity == "error" for form in entry.avoid]
    assert not list(found_in(harmless, errors))


@pytest.mark.parametrize(
    "right",
    [
        "Alcoholics Anonymous meets in many towns.",
        "Toxic stress is a term for long strain.",
        "Treatment-resistant depression can ease.",
        "Narcissistic personality disorder is a diagnosis.",
        "A borderline result is checked again.",
        "We asked about enablers and barriers.",
        "Crime victims can ask for support.",
        "Victim Support can go to court with you.",
        "Let someone in your life know.",
        "Change the cloth, so that you stay clean and dry.",
        "The Body Keeps the Score is a book.",
    ],
)
def test_a_name_or_a_term_that_only_sounds_like_a_label_is_let_through(right: str) -> None:
    assert not _used(key_points=(right,))


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ("The body keeps the score.", "body keeps the score"),
        ("Let someone in, one step at a time.", "Let someone in"),
        ("Toxic stress comes from toxic people.", "toxic"),
        ("An alcoholic can find Alcoholics Anonymous.", "alcoholic"),
        ("A survivor is no victim.", "victim"),
        ("Talk to your partner about it.", "Talk to your partner about it"),
    ],
)
def test_the_label_itself_is_not(wrong: str, word: str) -> None:
    assert [one.endswith(word) for one in _used(key_points=(wrong,))] == [True]


def test_clinicians_may_speak_of_a_rupture_with_a_client() -> None:
    rupture = "Repairing the rupture in the alliance takes time."
    assert not _used(say=rupture)
    assert _used(key_points=(rupture,)) == ["Repairing the rupture"]


def test_a_person_may_choose_a_word_so_it_is_only_a_warning() -> None:
    library = _with(key_points=("Some call themselves a victim.",))
    assert not list(uses_of(library, "error"))
    assert list(uses_of(library, "warning"))


def test_the_list_has_reasons_and_no_form_twice() -> None:
    forms = [form for entry in entries() for form in entry.avoid]
    assert len(forms) == len(set(forms))
    assert all(entry.because.endswith(".") for entry in entries())


def test_what_the_list_recommends_is_not_itself_to_be_avoided() -> None:
    errors = [form for entry in entries() if entry.severity == "error" for form in entry.avoid]
    assert [entry.use for entry in entries() if any(found_in(entry.use, errors))] == []


def test_a_caveat_can_be_met() -> None:
    assert all(caveat.when and caveat.say for caveat in limits().caveats)


def test_another_name_needs_its_caveat_too() -> None:
    tea = LIBRARY.modules["cup-of-tea"].facts
    named = {"search": tea.search.model_copy(update={"also_called": ("hyper-independence",)})}
    said = {"key_points": ("Hyper-independence is an everyday word, not a diagnosis.",)}
    today = date(2026, 11, 24)
    assert [one.at for one in late_caveat.find(_with(**named), today)] == [("search", "also_called", 0)]
    assert not list(late_caveat.find(_with(**named, **said), today))


def test_every_sentence_of_the_empty_form_that_only_tells_what_to_write_is_known_as_such() -> None:
    texts = " ".join(skeleton("low-mood", "Low mood", "low").values())
    told = set(re.findall(r"\b(?:Say|Write) [^.\]\n]*\.?|\bwrite an? [^\n\]]*|another name", texts))
    assert len(told) > 25
    assert told <= set(limits().unwritten)
    assert all(sentence in texts for sentence in limits().unwritten)


def test_an_order_can_stand_in_a_safety_block_and_nowhere_else(tmp_path: Path) -> None:
    order = "In a crisis you must call for help at once."
    content = shutil.copytree(SAMPLE, tmp_path / "content")
    learn = content / "modules" / "cup-of-tea" / "learn.md"
    text = learn.read_text("utf-8")
    for was, orders in (("Cool it under the tap.", 0), ("Tea can spill.", 1)):
        learn.write_text(text.replace(was, f"{was} {order}"), "utf-8")
        found = pipeline.check(read(content), TODAY).report.diagnostics
        assert sum(one.code.id == "LAN005" for one in found) == orders


def test_nothing_in_the_facts_of_the_empty_form_can_pass_for_an_author_s_words() -> None:
    given = {"id", "code", "title", "stop_if", "audience", "status", "practice", "minutes"}
    facts = stand_in()
    words = {text for key, value in facts.items() if key not in given for text in _texts(value, given - {"title"})}
    assert words
    assert words <= set(limits().unwritten)
    assert [claim["for"] for claim in facts["claims"]] == [()]


def _texts(value: Any, given: set[str]) -> Iterator[str]:
    match value:
        case dict():
            yield from (text for key, one in value.items() if key not in given for text in _texts(one, given))
        case tuple():
            yield from (text for one in value for text in _texts(one, given))
        case str():
            yield value


def _with(**facts: object) -> Library:
    tea = LIBRARY.modules["cup-of-tea"]
    changed = replace(tea, facts=tea.facts.model_copy(update=facts))
    return replace(LIBRARY, modules={tea.id: changed}, pages={})


def _used(**facts: object) -> list[str]:
    return [one.word for severity in ("error", "warning") for one in uses_of(_with(**facts), severity)]
