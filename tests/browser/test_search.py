"""Search in real Chromium: a reader's own words put the right topic first or second."""

import pytest
from playwright.sync_api import Page

from builder.model.library import Library

QUESTIONS = {
    "co-regulation": (
        "why does my baby calm down when i hold him",
        "is it normal to feel better next to someone calm",
        "how do i help a friend who is freaking out",
        "breathing to calm down fast at nite",
        "my heart races and my partner helps me settle",
    ),
    "polyvagal-basics": (
        "my therapist talks about the vagus nerve, is it real",
        "fight flight freeze what is happening to me",
        "what is dorsal shutdown",
        "is poly vagal theory proven",
        "i feel numb and far away",
    ),
    "trauma-and-hyper-independence": (
        "asking for help makes me feel sick",
        "i do everything myself and im exhausted",
        "does somatic therapy work for trauma",
        "i dont trust anyone since childhood",
        "is being too independent a trauma response",
    ),
    "co-regulation-vs-codependency": (
        "am i codependant",
        "i lose myself taking care of him",
        "how to say no without feeling guilty",
        "is it bad to need people so much",
        "i am lonely all the time",
    ),
}
ASKED = [(module, question) for module, questions in QUESTIONS.items() for question in questions]


@pytest.mark.parametrize(("module", "question"), ASKED)
def test_a_readers_own_words_put_the_topic_first_or_second(
    page: Page, site_address: str, module: str, question: str
) -> None:
    page.goto(site_address)
    page.get_by_role("searchbox").fill(question)
    page.get_by_role("searchbox").press("Enter")
    results = page.locator("[data-found] a")
    results.first.wait_for(timeout=5000)
    found = results.evaluate_all("all => all.map(one => one.href)")
    assert any(f"/{module}/" in address for address in found[:2]), found


def test_words_of_acute_danger_put_help_first(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.get_by_role("searchbox").fill("i want to kill myself")
    page.get_by_role("searchbox").press("Enter")
    help_link = page.locator("[data-danger] a")
    help_link.wait_for()
    assert help_link.evaluate("one => one.href").endswith("/help/")
    above = help_link.bounding_box()
    below = page.locator("[data-found] a").first.bounding_box()
    assert not below or (above and above["y"] < below["y"])


def test_nothing_found_says_what_to_do(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.get_by_role("searchbox").fill("zzqxv wwkpt")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_text("Nothing found for that").wait_for()


def test_the_questions_are_not_those_that_the_index_holds(library: Library) -> None:
    known = {
        words.lower().replace("’", "").replace("'", "")
        for module in library.modules.values()
        for words in (*module.facts.search.asked_as, *module.facts.search.also_called)
    }
    assert not [question for _, question in ASKED if question in known]
