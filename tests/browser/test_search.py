"""Search on the shipped site in real Chromium: a reader's own words, typos and all, with a keyboard, from a folder."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.model.library import Library
from builder.model.page import Publication
from builder.site import search
from builder.site.weighed import texts_of
from builder.site.words import stem, telling, words

READY = "async () => { while (!globalThis.librarySearch?.stem) await new Promise((done) => setTimeout(done, 5)); }"
ASK = """async (all) => {
  const form = document.querySelector("[data-search]"), field = form.querySelector("input"), list = form.querySelector("[data-found]"), found = {};
  for (const asked of all) {
    field.value = asked;
    form.requestSubmit();
    await new Promise((done) => { const look = () => list.hasAttribute("aria-busy") ? setTimeout(look) : done(); look(); });
    found[asked] = [!form.querySelector("[data-danger]").hidden, [...list.querySelectorAll("a")].map((one) => one.href)];
  }
  return found;
}"""


def answers(page: Page, asked: Iterable[str]) -> dict[str, tuple[bool, list[str]]]:
    """For each question whether the help card shows, and the addresses that are found, in order."""
    page.get_by_role("searchbox").focus()
    page.evaluate(READY)
    found: dict[str, tuple[bool, list[str]]] = page.evaluate(ASK, list(asked))
    return found


@pytest.fixture
def home(page: Page, site_address: str) -> Page:
    page.goto(site_address)
    return page


def test_each_question_that_a_module_names_puts_one_of_its_pages_first(home: Page, library: Library) -> None:
    asked = {question: module.id for module in library.published for question in module.facts.search.asked_as}
    found = answers(home, asked)
    assert [one for one, module in asked.items() if f"/{module}/" not in (found[one][1] or [""])[0]] == []


@pytest.mark.parametrize(
    ("asked", "module"),
    [
        ("coregulation", "co-regulation"),
        ("co regulation", "co-regulation"),
        ("cant clam down", "co-regulation"),
        ("breething excercise", "co-regulation"),
        ("polyvagel theroy", "polyvagal-basics"),
        ("hyperindependance", "trauma-and-hyper-independence"),
        ("am i codependant", "co-regulation-vs-codependency"),
        ("lonley", "co-regulation-vs-codependency"),
        ("peoplepleasing", "co-regulation-vs-codependency"),
    ],
)
def test_words_that_are_misspelt_split_or_run_together_are_understood(home: Page, asked: str, module: str) -> None:
    assert f"/{module}/" in answers(home, [asked])[asked][1][0]


def test_the_pages_of_the_library_itself_are_found_by_everyday_words(home: Page, site_address: str) -> None:
    right = {
        "privacy": "privacy/",
        "can my boss see this": "privacy/",
        "home page": "",
        "steady together": "",
        "exit": "leaving/",
        "use it with no wifi": "offline/",
        "bigger letters": "accessibility/",
        "who pays for this": "about/",
        "handouts for patients": "clinicians/",
        "police": "help/",
        "glossary": "glossary/",
    }
    found = answers(home, right)
    assert {one: found[one][1][0].removeprefix(site_address) for one in right} == right


@pytest.mark.parametrize(
    "asked",
    [
        "i want to kill myself",
        "suicde",
        "i wanna dye killmyself",
        "he hits me",
        "hurting my self",
        "selfharm",
        "my son wants to die",
    ],
)
def test_words_of_acute_danger_put_help_first(home: Page, asked: str) -> None:
    assert answers(home, [asked])[asked][0]
    help_link = home.locator("[data-danger] a")
    assert help_link.evaluate("one => one.href").endswith("/help/")
    above, below = help_link.bounding_box(), home.locator("[data-found] a").first.bounding_box()
    assert not below or (above and above["y"] < below["y"])
    home.get_by_role("searchbox").fill("")
    expect(help_link).to_be_hidden()
    expect(home.locator("[data-found]")).to_be_hidden()


def test_the_help_above_the_results_is_told_too_and_first(home: Page) -> None:
    said = home.locator("[data-search] [role=status]")
    answers(home, ["he hits me"])
    expect(said).to_have_text(re.compile(r"^Help stands above the results\. \d pages? found\.$"))
    home.get_by_role("searchbox").fill("vagus nerve")
    expect(home.locator("[data-danger]")).to_be_hidden()
    expect(home.locator("[data-above]")).to_be_hidden()
    expect(home.locator("[data-count]")).to_have_text("8 pages found.")
    words = home.locator("[data-danger]").text_content() or ""
    assert words.index("See numbers to call or text") < words.index("You do not have to be alone")


def test_on_a_phone_the_answers_stand_where_the_keys_were(browser: Browser, site_address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for address in ("", "search/"):
        page.goto(site_address + address)
        field = page.get_by_role("searchbox")
        field.tap()
        page.evaluate(READY)
        page.keyboard.type("he hits me")
        expect(field).to_be_focused()
        page.keyboard.press("Enter")
        expect(field).not_to_be_focused()
        card, form = page.locator("[data-danger] a").bounding_box(), page.locator("[data-search]").bounding_box()
        assert card
        assert form
        assert 50 < form["y"] < 120, "below the handrail"
        assert card["y"] < 330
        assert page.locator(".leave").is_visible()
    context.close()


@pytest.mark.parametrize("address", ["", "search/"])
def test_where_nothing_is_found_help_is_named_once(page: Page, site_address: str, address: str) -> None:
    page.goto(site_address + address)
    answers(page, ["zzqxv wwkpt"])
    page.get_by_text("Nothing found for that").wait_for()
    assert page.get_by_text("If you are in danger").filter(visible=True).count() == 1


def test_everyday_words_do_not_look_like_danger(home: Page, library: Library) -> None:
    asked = [one for module in library.published for one in (*module.facts.search.also_called, *module.facts.topics)]
    asked += ["which topic fits me", "putting myself first", "will my family find out", "music that lifts me"]
    assert [one for one, (danger, _) in answers(home, asked).items() if danger] == []


def test_results_come_while_somebody_types_and_a_keyboard_is_enough(home: Page) -> None:
    home.keyboard.press("Tab")
    for _ in range(40):
        if home.evaluate("document.activeElement.matches('[data-search] input')"):
            break
        home.keyboard.press("Tab")
    home.keyboard.type("vag")
    home.locator("[data-found] a").first.wait_for()
    home.keyboard.type("us nerve")
    home.keyboard.press("Enter")
    expect(home.locator("[data-count]")).to_have_text("8 pages found.")
    home.keyboard.press("Tab")
    while not home.evaluate("document.activeElement.matches('[data-found] a')"):
        home.keyboard.press("Tab")
    home.keyboard.press("Enter")
    home.wait_for_url("**/polyvagal-basics/**")


def test_nothing_found_leads_to_the_list_of_names(home: Page) -> None:
    home.get_by_role("searchbox").fill("zzqxv wwkpt")
    home.evaluate(READY)
    home.keyboard.press("Enter")
    home.get_by_text("Nothing found for that").wait_for()
    home.get_by_role("link", name="What people call it").click()
    home.wait_for_url("**/search/#a-to-z")


def test_nothing_of_search_is_fetched_before_the_field_is_touched_and_no_question_ever(
    page: Page, site_address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site_address)))
    page.goto(site_address, wait_until="networkidle")
    assert not [path for path in asked if "search" in path]
    answers(page, ["vagus nervv", "kind company"])
    fetched = [path.rpartition("/")[2] for path in asked if "search" in path]
    assert set(fetched) == {"map.js", "search.js", "w0.js", "s0.js", "c0.js"}
    assert len(fetched) == 5
    assert page.evaluate("[location.href, localStorage.length, sessionStorage.length, document.cookie]") == [
        site_address,
        0,
        0,
        "",
    ]


def test_a_search_that_could_not_load_says_so_and_tries_again(home: Page) -> None:
    home.route("**/w0.js", lambda route: route.abort())
    home.get_by_role("searchbox").fill("vagus")
    home.get_by_text("The search did not load").wait_for()
    home.unroute("**/w0.js")
    home.get_by_role("searchbox").press("Enter")
    home.locator("[data-found] a").first.wait_for()


def test_search_works_from_a_folder_without_a_network(browser: Browser, built: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(f"{(built / 'search/index.html').as_uri()}#q")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("am i codependant")
    page.locator("[data-found] a").first.click()
    page.wait_for_url("**/co-regulation-vs-codependency/index.html")
    context.close()


def test_an_index_in_many_parts_answers_as_one_in_one_part(
    page: Page, built: Path, publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [
        "vagus nervv",
        "am i codependant",
        "breething excercise",
        "i cant calm down at night",
        "zzqxv",
        "coregulation",
    ]
    site = tmp_path / "site"
    shutil.copytree(built, site, ignore=shutil.ignore_patterns("search", "*.pdf"))
    found = []
    for _ in range(2):
        for path, script in (
            search.Search(publication.entries, publication.sayings).files(publication.danger_words).items()
        ):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(script)
        page.goto((site / "index.html").as_uri())
        found.append(answers(page, asked))
        monkeypatch.setattr(search, "SMALL", 0)
        monkeypatch.setattr(search, "PART", 600)
    assert len(list((site / "assets" / "search").rglob("w*.js"))) > 20
    assert found[0] == found[1]
    assert found[0]["coregulation"][1]


def test_without_scripts_the_names_are_listed_and_each_leads_to_its_page(
    browser: Browser, site_address: str, library: Library
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_address)
    page.get_by_role("link", name="What people call it").click()
    listed = [words.casefold() for words in page.locator("#main li").all_inner_texts()]
    for module in library.published:
        for name in module.facts.search.also_called:
            assert f"{name}, in {module.facts.title}".casefold() in listed
    assert listed.index("cortisol, in words, in plain words") < listed.index("hrv, in words, in plain words")
    page.get_by_role("link", name="cortisol", exact=True).click()
    assert page.url.endswith("/glossary/#stress-hormones")
    context.close()


def test_python_and_the_browser_cut_every_word_alike(home: Page, publication: Publication) -> None:
    texts = [text for one in publication.entries for text in texts_of(one).values()]
    odd = [
        "İstanbul’s Straße",
        "CAFÉ naïve",
        "x1 ½ ²",
        "don't DON’T",
        "co-regulation/self_care",
        "ﬁne Ωmega",
        "stopping panicked",
    ]
    vocabulary = sorted({word for text in texts for word in telling(text)})
    assert len(vocabulary) > 1_500
    answers(home, [])
    assert home.evaluate("all => all.map(librarySearch.stem)", vocabulary) == list(map(stem, vocabulary))
    assert home.evaluate("all => all.map(librarySearch.words)", texts + odd) == list(map(words, texts + odd))
