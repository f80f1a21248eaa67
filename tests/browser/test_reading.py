"""A reader's own letters and space: for this page, kept only when asked, gone again when not, and on paper too."""

from playwright.sync_api import Page

SIZE = "getComputedStyle(document.querySelector('main p')).fontSize"
KEPT = "Object.entries(localStorage)"


def size(page: Page) -> float:
    return float(page.evaluate(SIZE).removesuffix("px"))


def test_letters_grow_on_this_page_alone(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}co-regulation/")
    usual = size(page)
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Letters and space").click()
    assert not page.locator(".menu").is_visible()
    page.get_by_label("Largest").check()
    assert size(page) == usual * 1.5
    page.get_by_label("Larger").check()
    assert size(page) == usual * 1.25
    assert page.evaluate(KEPT) == []
    page.goto(f"{site_address}help/")
    assert page.evaluate("document.documentElement.dataset.reading") == ""


def test_what_is_kept_holds_on_every_page_until_it_is_not(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.get_by_label("Larger").check()
    page.get_by_label("More").check()
    page.get_by_label("Keep this for other pages").check()
    page.goto(f"{site_address}co-regulation/practice/")
    assert size(page) > 20
    assert page.evaluate("getComputedStyle(document.querySelector('main p')).letterSpacing") != "normal"
    assert page.get_by_label("Larger").is_checked()
    page.get_by_label("Keep this for other pages").uncheck()
    assert page.evaluate(KEPT) == []


def test_the_largest_letters_fit_a_narrow_phone(page: Page, site_address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    for address in ("", "co-regulation-vs-codependency/", "research/", "help/"):
        page.goto(site_address + address)
        page.get_by_label("Largest").check()
        page.get_by_label("More").check()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_a_drawing_is_told_in_words_too(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}co-regulation/")
    drawing = page.locator("figure.drawing").first
    drawing.get_by_text("This drawing in words").click()
    assert drawing.locator("details p").is_visible()
    assert drawing.locator("details p").inner_text() == drawing.locator("desc").text_content()


def test_the_guide_starts_stops_and_ends_by_itself(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}co-regulation/practice/")
    running = "document.querySelector('.dot').getAnimations().length"
    assert page.evaluate(running) == 0
    page.get_by_role("button", name="Start the guide").click()
    assert page.evaluate(running) == 1
    page.get_by_role("button", name="Stop the guide").click()
    assert page.evaluate(running) == 0
    page.get_by_role("button", name="Start the guide").click()
    page.evaluate("document.querySelector('.dot').getAnimations()[0].finish()")
    page.get_by_role("button", name="Start the guide").wait_for()


def test_the_guide_steps_and_does_not_glide_where_motion_is_unwelcome(page: Page, site_address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site_address}co-regulation/practice/")
    page.get_by_role("button", name="Start the guide").click()
    at = """(time) => {
        const dot = document.querySelector('.dot'), run = dot.getAnimations()[0];
        run.pause(); run.currentTime = time;
        return dot.getBoundingClientRect().y;
    }"""
    assert page.evaluate(at, 100) == page.evaluate(at, 3900) != page.evaluate(at, 4100)


def test_what_may_upset_is_named_before_the_rest_with_a_way_past_it(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}co-regulation-vs-codependency/")
    order = page.evaluate("""[...document.querySelectorAll('.handrail a[href*=help], .ask, .lit, #key-points')]
        .map(one => one.className || one.id || 'help')""")
    assert order == ["help", "ask", "lit", "key-points"]
    page.get_by_role("link", name="Skip that part").click()
    past = page.locator("#daily-help")
    assert past.bounding_box()["y"] < 200  # type: ignore[index]
    page.go_back()
    page.get_by_role("link", name="Go to the short version").click()
    assert page.url.endswith("#minute")
