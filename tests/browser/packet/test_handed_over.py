"""Packets in real Chromium: made, opened by somebody else, printed, saved, reopened with no network; and links that are wrong or mean harm."""

import json
import re
from pathlib import Path
from urllib.parse import quote

import pymupdf
import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.host import Host
from tests.browser.packet.conftest import ALL, LINE, THREE, TITLES, decoded, opened, press, titles

pytestmark = pytest.mark.xdist_group("packet")  # what they share is made once


def test_a_packet_is_made_opened_printed_saved_and_reopened(
    browser: Browser, context: BrowserContext, host: Host, tmp_path: Path
) -> None:
    host.asked.clear()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    maker = opened(context, host)
    maker.get_by_role("group", name="Polyvagal basics").get_by_label("Try").check()
    maker.get_by_role("group", name="Co-regulation", exact=True).get_by_label("Read").check()
    maker.get_by_role("group", name="Co-regulation and codependency").get_by_label("One sheet").check()
    press(maker, "Up: Co-regulation")
    expect(maker.locator("[data-said]")).to_have_text("Co-regulation is number 1 of 3.")
    expect(maker.get_by_role("button", name="Up: Co-regulation", exact=True)).to_be_focused()
    maker.get_by_label("For whoever opens it").fill(LINE)
    asks = "To print or save, this page asks our host for the pages. The line and the order stay here."
    expect(maker.get_by_text(asks).filter(visible=True)).to_have_count(1)
    press(maker, "Copy the link")
    link = maker.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{host.address}packet/#{THREE}&line=See%20you%20on%20Tuesday%2E")
    assert re.fullmatch(r"[\w%&=+.-]+", link.partition("#")[2]), "no sign at which a messenger ends a link"
    press(maker, "Copy a message")
    message = maker.evaluate("navigator.clipboard.readText()")
    assert f"\n{link}\n" in message
    assert not re.search("regulation|vagal|codependen|Tuesday", message.replace(link, ""))
    press(maker, "Show the code")
    assert decoded(maker.get_by_role("dialog").screenshot()) == [link]
    maker.locator(".leave").hover(trial=True)
    maker.keyboard.press("Escape")
    expect(maker.get_by_role("button", name="Show the code")).to_be_focused()
    assert maker.evaluate("localStorage.length + sessionStorage.length") == 0
    assert maker.url == f"{host.address}packet/"

    other = browser.new_context(viewport={"width": 1280, "height": 800})
    reader = opened(other, host, link.partition("packet/")[2])
    expect(reader).to_have_title("Packet: Steady Together")
    assert titles(reader) == TITLES
    expect(reader.locator("blockquote")).to_have_text(LINE)
    expect(reader.get_by_text(asks).filter(visible=True)).to_have_count(1)
    press(reader, "Print it as one")
    expect(reader.locator(".whole")).to_be_visible()
    assert reader.evaluate("window.printed")
    pages = pymupdf.open("pdf", reader.pdf(prefer_css_page_size=True))
    texts = [re.sub(r"^\d+ / \d+ ", "", " ".join(page.get_text().split())) for page in pages]
    text, starts = " ".join(texts), iter(texts[1:])
    for head in (*TITLES, "Sources", "Get help now"):
        assert any(text.startswith(head) for text in starts), f"{head}: from a new page, in order"
    for words in (LINE, "Breathe out slowly", "Look round the room, slowly", "Samaritans", "version 0."):
        assert words in text, words
    assert text.count("It is not your job to calm a person who hurts") == 1, "help stands once"
    codes = [found for page in pages for found in decoded(page.get_pixmap(dpi=150).tobytes("png"))]
    assert codes == [link]

    press(reader, "Back to the list")
    with reader.expect_download() as coming:
        press(reader, "Save as a file")
    assert coming.value.suggested_filename == "packet.html"
    coming.value.save_as(tmp_path / "packet.html")
    other.close()
    saved = (tmp_path / "packet.html").read_text("utf-8")
    assert not re.search(r"<script|<link|<img|\son\w+=|@font-face|url\(", saved)
    away = browser.new_context(offline=True, viewport={"width": 360, "height": 740})
    copy = away.new_page()
    asked: list[str] = []
    copy.on("request", lambda request: asked.append(request.url))
    copy.goto((tmp_path / "packet.html").as_uri())
    assert copy.locator("h1").all_inner_texts() == ["Pages for you", *TITLES, "Sources", "Get help now"]
    expect(copy.locator("blockquote").first).to_have_text(LINE)
    assert copy.locator("article svg").count() == 2
    assert (
        copy.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].filter((a) => !document.getElementById(a.hash.slice(1))).map(String)"
        )
        == []
    )
    assert copy.locator(".leave").get_attribute("href") == maker.locator(".leave").get_attribute("href")
    copy.get_by_role("link", name="Get help now").first.click()
    expect(copy.get_by_role("heading", name="Get help now")).to_be_in_viewport()
    assert copy.evaluate("document.documentElement.scrollWidth") <= 360
    assert len(asked) == 1
    away.close()

    for path in host.asked:
        told = set(re.split(r"[^a-z]+", path.lower()))
        assert not told & {"coreg", "poly", "give", "line", "tuesday"}, path
        assert not {"#", "?", "%"} & set(path), path


def test_leaving_takes_the_choice_along(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    context.route("https://en.wikipedia.org/**", lambda route: route.fulfill(body="Weather"))
    page.get_by_label("Read").first.check()
    page.get_by_label("For whoever opens it").fill(LINE)
    page.locator(".leave").click()
    page.wait_for_url("https://en.wikipedia.org/**")
    page.goto(f"{host.address}packet/")
    assert page.get_by_label("For whoever opens it").input_value() == ""
    assert page.locator("[data-topics] :checked").count() == 0


UNKNOWN = "not known here"
WRONG = {
    "one page": ("#coreg", 1, "", ""),
    "an id and capitals": ("#Co-Regulation,POLY.Practice.", 2, "", ""),
    "what a messenger made of it": ("#coreg%2Bpoly%20give&line=Hello", 3, "Hello", ""),
    "twelve": (f"#{'+'.join(ALL[:12])}", 12, "", ""),
    "too many": (f"#{'+'.join(ALL)}", 12, "", "This link names 16 pages"),
    "the same twice": ("#coreg+coreg+coreg.practice", 2, "", ""),
    "unknown": ("#coreg+nothing+poly.nothing", 1, "", f"2 pages in this link are {UNKNOWN}"),
    "nothing known": ("#nothing", 0, "", "There is no page to show."),
    "only a line": ("#&line=Hello", 0, "Hello", "There is no page to show."),
    "broken": ("#coreg&line=50%25%20of%C3%28%20it%", 1, "50% of\ufffd( it%", "could not be read"),
    "long": (f"#coreg&line={'a' * 400}", 1, "a" * 280, "longer than a packet holds"),
    "two lines": ("#coreg&line=One%0D%0A%0ATwo", 1, "One Two", ""),
    "a tag": (f"#coreg&line={quote('<img src=x onerror=alert(1)><script>alert(2)</script>')}", 1,
              "<img src=x onerror=alert(1)><script>alert(2)</script>", ""),
    "a script": (f"#javascript:alert(1)+coreg&line={quote('javascript:alert(1) https://x.example tel:911')}", 1,
                 "javascript:alert(1) https://x.example tel:911", UNKNOWN),
    "turned round": (f"#coreg&line={quote(chr(0x202E) + 'abc' + 'Z' + chr(0x301) * 60)}", 1, "abc\u0179\u0301\u0301\u0301", ""),
    "not to be seen": (f"#coreg&line={quote('a' + chr(0xE0061) + chr(0xFE0F) + 'b' + chr(0x2800) * 9 + 'c')}", 1, "ab c", ""),
    "our own names": ("#constructor+__proto__+tostring+coreg", 1, "", UNKNOWN),
}  # fmt: skip


def test_whatever_is_wrong_with_a_link_the_rest_is_shown(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    for name, (hash, pages, line, trouble) in WRONG.items():
        page.goto(f"{host.address}packet/{hash}")
        expect(page.get_by_role("heading", level=1), name).to_have_text("Pages for you")
        assert len(titles(page)) == pages, name
        said = page.locator("[data-sender] blockquote")
        assert (said.text_content() if said.is_visible() else "") == line, name
        assert trouble in (told := page.locator("[data-troubles]").inner_text()), name
        assert bool(trouble) == bool(told.strip()), (name, told)
        assert not re.search("nothing|javascript|proto|alert", told), "no word of a link among ours"
        assert page.locator("main :is(img, script, iframe)").count() == 0, name
        assert page.locator("[data-sender] *").count() == 2, "plain text"
        assert page.evaluate("[...document.links].every((a) => /^(https?):$/.test(a.protocol))"), name
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
    page.goto(f"{host.address}packet/#{THREE}&line=Hello")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("&line=Hello"), "a link to a part of the page keeps the packet"
    press(page, "Put together other pages")
    assert page.locator("[data-order] li").count() == 3
    assert page.get_by_label("For whoever opens it").input_value() == "", "the line of somebody else stays theirs"


def test_ids_of_an_older_release_are_found(context: BrowserContext, host: Host, built: Path) -> None:
    """The script of a later release, in which one topic has another id, one was taken back and one is gone."""
    known = json.loads((built / "assets" / "pages.js").read_text("utf-8").partition("=")[2].rstrip(";\n"))
    known["was"] = {"soothing": "co-regulation", "soothing.practice": "co-regulation.practice", "soothe": "coreg"}
    known["gone"] = {"old": "m/old/"}
    (poly,) = [topic for topic in known["topics"] if topic[0] == "poly"]
    poly[2:] = [{"": ["Polyvagal basics", "This page was taken back."]}, True]
    body = f"globalThis.libraryPages={json.dumps(known)}"
    context.route("**/assets/pages.js", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page = opened(context, host, "#soothe+soothing.practice+poly.practice+old+give")
    assert titles(page) == [
        "Co-regulation", "Co-regulation: things to try", "Polyvagal basics", "A page that is gone",
        "Co-regulation and codependency",
    ]  # fmt: skip
    expect(page.get_by_text("This page was taken back.")).to_be_visible()
    assert not page.locator("[data-troubles]").inner_text()
    press(page, "Put together other pages")
    assert page.locator("[data-order] li").count() == 3, "what was taken back is not handed on"
    assert page.get_by_role("group", name="Polyvagal basics").count() == 0


def test_what_does_not_load_is_not_made_and_from_a_folder_there_are_files(
    context: BrowserContext, host: Host, built: Path
) -> None:
    page = opened(context, host, f"#{THREE}")
    context.route("**/polyvagal-basics/practice/", lambda route: route.fulfill(status=503))
    press(page, "Print it as one")
    expect(page.locator("[data-done]").last).to_contain_text("nothing was made")
    assert page.locator(".whole").count() == 0
    page.goto(f"{(built / 'packet' / 'index.html').as_uri()}#{THREE}&line=Hello")
    assert titles(page) == TITLES
    for link in page.locator("[data-list] a").all():
        assert Path(link.get_attribute("href").removeprefix("file://")).is_file()  # type: ignore[union-attr]
    press(page, "Print it as one")
    files = page.locator("[data-done] a").all()
    assert len(files) == 3
    for link in files:
        assert Path(link.get_attribute("href").removeprefix("file://")).is_file()  # type: ignore[union-attr]


def test_without_scripts_the_page_leads_to_ready_made_packets(browser: Browser, host: Host) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host.address}packet/#{THREE}")
    expect(page.get_by_text("A ready-made packet needs none.")).to_be_visible()
    expect(page.get_by_role("button", name="Copy the link")).to_be_hidden()
    page.get_by_role("link", name="For a hard night", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("For a hard night")
    page.goto(f"{host.address}m/night/")
    page.wait_for_url(f"{host.address}packets/a-hard-night/")
    context.close()
