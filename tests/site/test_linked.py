"""What pages say to machines: words of schema.org where they belong, and nothing that the page does not show."""

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from playwright.sync_api import Browser
from schema_org.registry import CLASS_METADATA, DATATYPES, PROPERTY_BY_SCHEMA, ancestry

from builder.markup.day import in_words
from builder.model.library import Library
from builder.model.page import Publication
from builder.model.publisher import Publisher
from builder.render import publication_of
from builder.site import build_site
from builder.site.linked import linked_data, linked_of
from tests.browser.host import Host, rules_of
from tests.conftest import ROOT, TODAY
from tests.render.test_publication import files_on
from tests.share.libraries import NASTY, released, signed, with_facts

MAY_BE = {"MedicalWebPage", "WebPage", "WebSite", "CreativeWork", "Organization", "Person", "Audience"}
"""No condition: codependency is none, and no page says that it is about one."""
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def data_of(html: str) -> dict[str, Any]:
    (found,) = DATA.findall(html)
    return dict(json.loads(found))


def kinds(name: str) -> set[str]:
    return {name, *ancestry(name)}


def faults(said: dict[str, Any]) -> list[str]:
    """What of it schema.org does not know, or knows for other things."""
    kind = said["@type"]
    found = [] if kind in CLASS_METADATA and kind in MAY_BE else [f"type {kind}"]
    for name, value in said.items():
        if name.startswith("@"):
            continue
        known = PROPERTY_BY_SCHEMA.get(name)
        if known is None or known.superseded_by or not set(known.domains) & kinds(kind):
            found.append(f"{kind}.{name}")
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                found += [] if set(known.ranges) & kinds(one["@type"]) else [f"{kind}.{name}: {one['@type']}"]
                found += faults(one)
            elif not set(known.ranges) & set(DATATYPES):
                found.append(f"{kind}.{name}: {one}")
            elif "Text" not in known.ranges and "Date" in known.ranges:
                date.fromisoformat(one)
    return found


def live(sample: Library) -> Publication:
    """A publication in which all that can be said is said, of a title that is an attack."""
    own = Publisher(name=NASTY, base_address="https://steady.org.uk/lib")
    library = signed(released(with_facts(sample, "cup-of-tea", title=NASTY)), date(2026, 12, 1))
    settings = own.over(library.settings).model_copy(update={"version": "0.4"})
    return publication_of(replace(library, publisher=own, settings=settings), TODAY)


def test_every_word_is_one_of_schema_org_and_stands_where_it_belongs(publication: Publication, sample: Library) -> None:
    full = live(sample)
    said = [json.loads(text) for one in (publication, full) for page in one.pages if (text := linked_data(page, one))]
    assert [faults(one) for one in said if faults(one)] == []
    assert {key for one in said for key in one} == {
        "@context", "@type", "name", "description", "inLanguage", "isPartOf", "license", "url", "publisher", "audience",
        "dateModified", "lastReviewed", "reviewedBy", "citation",
    }  # fmt: skip
    assert faults({"@type": "WebPage", "aspect": "x", "cookTime": "x", "publisher": {"@type": "WebSite"}}) == [
        "WebPage.aspect", "WebPage.cookTime", "WebPage.publisher: WebSite",
    ]  # fmt: skip


def shown(html: str) -> str:
    """What a reader sees of a page, and its address lines."""
    body = DATA.sub("", html[html.index("<body") :])
    return " ".join(unescape(re.sub(r"<[^>]+>", "", body)).split())


def test_pages_say_no_more_than_they_show(built: Path, library: Library) -> None:
    discreet = {module.id: module.facts.discreet_title for module in library.published if module.facts.discreet_title}
    seen = 0
    for path in sorted(built.rglob("*.html")):
        html, address = path.read_text("utf-8"), path.relative_to(built).as_posix()
        if address.startswith("m/") or address == "404.html":
            assert "ld+json" not in html, address
            continue
        said, module = data_of(html), address.split("/")[0]
        seen += 1
        words, hrefs = shown(html), {unquote(unescape(one)) for one in re.findall('href="([^"]+)"', html)}
        description = unescape(re.findall(r'<meta name="description" content="([^"]*)"', html)[0])
        assert said.pop("@context") == "https://schema.org"
        assert said.pop("@type") == ("MedicalWebPage" if module in library.modules else "WebPage")
        name = said.pop("name")
        h1 = shown("<body>" + html.split("<h1")[1].split("</h1>")[0].partition(">")[2])
        packet = library.packets.get(address.removeprefix("packets/").split("/")[0])
        assert name == (packet.tab if packet else discreet.get(module, h1))
        assert said.pop("description") == description
        assert said.pop("inLanguage") == "en"
        assert said.pop("isPartOf") == {"@type": "WebSite", "name": library.settings.name}
        assert f"Words: {said.pop('license')['name']}." in words
        audience = said.pop("audience", {}).get("audienceType")
        assert audience is None or (f"written for {audience}." in words or h1.endswith(f"for {audience}"))
        for source in said.pop("citation", []):
            assert source in hrefs and source.removeprefix("https://") in words, (address, source)
            assert module not in discreet
        if changed := said.pop("dateModified", ""):
            assert in_words(date.fromisoformat(changed)) in words
        assert not said, "nobody has signed anything, and nobody offers it"
    assert seen >= 100


def test_a_review_a_release_and_a_publisher_are_said_once_they_are_true(sample: Library) -> None:
    full = live(sample)
    (page,) = (one for one in full.pages if one.address == "cup-of-tea/")
    said, blocks = json.loads(linked_data(page, full)), str(page.blocks)
    assert (said["lastReviewed"], said["reviewedBy"]["name"], said["dateModified"]) == (
        "2026-06-01", "Ada Sample", "2026-01-02",
    )  # fmt: skip
    for day in ("lastReviewed", "dateModified"):
        assert in_words(date.fromisoformat(said[day])) in blocks
    assert "Reviewed by Ada Sample" in blocks
    assert said["url"] == "https://steady.org.uk/lib/cup-of-tea/"
    (clinicians,) = (one for one in full.pages if one.address == "cup-of-tea/clinicians/")
    assert json.loads(linked_data(clinicians, full))["audience"]["audienceType"] == "clinicians"
    for late in (signed(sample, date(2026, 12, 1), "0" * 64), signed(sample, date(2026, 12, 1), said="no")):
        other = publication_of(late, TODAY)
        (page,) = (one for one in other.pages if one.address == "cup-of-tea/")
        assert not {"lastReviewed", "reviewedBy", "dateModified"} & set(json.loads(linked_data(page, other)))


def test_what_stands_on_no_page_and_is_said_of_it_tells_it_apart(sample: Library) -> None:
    """Else a page that was made before would go on saying what it said."""
    full, seen = live(sample), set[str]()
    (page,) = (one for one in full.pages if one.address == "cup-of-tea/")
    topic, page = full.topic[page.module], replace(page, tab="A page")
    assert full.publisher
    others = (
        full,
        *(replace(full, **{name: "other"}) for name in ("name", "language", "licence", "base_address")),
        replace(full, has_real_address=False),
        replace(full, publisher=None),
        *(
            replace(full, topics=(replace(topic, **change),))
            for change in (
                {"title_in_tab": "A note"},
                {"audience": ("anyone",)},
                {"changed": date(2026, 2, 3)},
                {"review": replace(topic.review, state="changed since review")},
            )
        ),
    )
    for other in others:
        said = linked_data(page, other)
        assert said not in seen
        seen.add(said)
    assert len({linked_of(other)[page.module] for other in others}) == len(others)


def test_both_engines_say_the_same(sites: dict[str, Path]) -> None:
    said = [
        {
            path.relative_to(site): found
            for path in site.rglob("*.html")
            if (found := DATA.findall(path.read_text("utf-8")))
        }
        for site in sites.values()
    ]
    assert said[0] == said[1]
    assert len(said[0]) >= 15
    assert "Owl & Key" in str(said[0])


def test_in_chromium_it_is_data_under_the_strict_policy_and_no_title_breaks_out(
    browser: Browser, sample: Library, tmp_path: Path
) -> None:
    full = live(sample)
    build_site(
        full, {path: b"x" for page in full.pages for path in files_on(page)}, {}, project=ROOT, out=tmp_path / "site"
    )
    rules = rules_of((tmp_path / "site/_headers").read_text("utf-8"))
    with Host(tmp_path / "site", "/lib/", rules) as host:
        page = browser.new_page()
        broken: list[str] = []
        page.on("dialog", lambda dialog: (broken.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: broken.append(message.text))
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.add_init_script(
            "addEventListener('securitypolicyviolation', (event) => console.log(event.violatedDirective))"
        )
        page.goto(f"{host.address}cup-of-tea/")
        (held,) = page.locator('[type="application/ld+json"]').all_text_contents()
        assert json.loads(held)["name"].split() == NASTY.split()
        assert broken == []
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {textContent: 'alert(2)'}))"
        )
        assert any("script-src" in one for one in broken), "the policy is on"
        page.close()
