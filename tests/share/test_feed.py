"""The feed of changes keeps the rules of Atom (RFC 4287), and says what the page of changes says."""

import re
from dataclasses import replace
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from lxml import etree

from builder.model.library import Library
from builder.model.publisher import Publisher
from builder.render import publication_of
from builder.share import shared_files
from tests.conftest import TODAY
from tests.share.libraries import NASTY, released

ATOM, XHTML = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/1999/xhtml}"
ONCE = ("id", "title", "updated")
AT_MOST_ONCE = ("subtitle", "rights", "content", "published", "summary", "generator", "icon", "logo")
KNOWN = {
    "feed": {*ONCE, "author", "link", "entry", "subtitle", "rights"},
    "entry": {*ONCE, "link", "content"},
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
LIVE = "https://steady.org.uk/lib/changes.xml"


def feed_of(library: Library) -> etree._Element:
    """The feed of a library, once it has been found to be one."""
    data = shared_files(publication_of(library, TODAY), {}, {})["changes.xml"]
    feed = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for one in (feed, *entries):
        holds = _whole(one)
        assert holds["title"][0].strip()
        assert urlsplit(holds["id"][0]).scheme
        assert MOMENT.fullmatch(holds["updated"][0])
        assert datetime.fromisoformat(holds["updated"][0])
    assert feed.findall(f"{ATOM}author/{ATOM}name"), "4.1.1: no author, and none in each entry"
    ids = [one.findtext(f"{ATOM}id") for one in (feed, *entries)]
    assert len(set(ids)) == len(ids)
    return feed


def _whole(one: etree._Element) -> dict[str, list[str]]:
    """Sections 4.1.1 to 4.1.3: what stands once, what stands at most once, one link of a kind, one div in XHTML."""
    holds: dict[str, list[str]] = {}
    for child in one:
        holds.setdefault(etree.QName(child).localname, []).append("".join(child.itertext()))
    assert set(holds) <= KNOWN[etree.QName(one).localname]
    assert all(len(holds[key]) == 1 for key in ONCE)
    assert all(len(holds.get(key, ())) <= 1 for key in AT_MOST_ONCE)
    links = one.findall(f"{ATOM}link")
    kinds = [(link.get("rel"), link.get("type")) for link in links]
    assert ("alternate", "text/html") in kinds
    assert len(set(kinds)) == len(kinds)
    assert all(urljoin(LIVE, link.get("href")).startswith("https://") for link in links)
    for content in one.findall(f"{ATOM}content"):
        assert content.get("type") == "xhtml"
        assert [child.tag for child in content] == [f"{XHTML}div"]
        assert {child.tag for child in content[0].iter()} <= {f"{XHTML}{tag}" for tag in ("div", "ul", "li")}
    return holds


def said(feed: etree._Element) -> dict[str, list[str]]:
    return {
        entry.findtext(f"{ATOM}title"): [item.text for item in entry.iter(f"{XHTML}li")]
        for entry in feed.findall(f"{ATOM}entry")
    }


def test_it_tells_each_version_the_newest_first_and_a_discreet_topic_by_its_other_name(sample: Library) -> None:
    feed = feed_of(released(sample))
    told = said(feed)
    assert list(told) == ["Version 0.4", "Version 0.3", "Version 0.2", "Version 0.1"]
    assert told["Version 0.4"] == ["Pages that moved: 1.", "Pages that were taken back: 1."]
    assert told["Version 0.3"] == ["No topic changed its words."]
    assert told["Version 0.2"] == [NASTY.replace("\x01", ""), "Changed: Keeping warm."]
    assert told["Version 0.1"] == ["A first page.", "New: A cup of tea, Keeping warm."]
    assert feed.findtext(f"{ATOM}updated") == "2026-07-08T00:00:00Z"
    assert "socks" not in "".join(feed.itertext())


def test_before_the_first_release_it_says_so(sample: Library) -> None:
    feed = feed_of(sample)
    assert said(feed) == {}
    assert feed.findtext(f"{ATOM}subtitle") == "Nothing was released yet."


def test_with_an_address_of_its_own_it_leads_there(sample: Library) -> None:
    own = Publisher(name=NASTY, base_address="https://steady.org.uk/lib")
    feed = feed_of(replace(released(sample), publisher=own, settings=own.over(sample.settings)))
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": LIVE, "alternate": "https://steady.org.uk/lib/changes/"}
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == NASTY.replace("\x01", "")
    entry = feed.find(f"{ATOM}entry/{ATOM}link")
    assert entry is not None
    assert entry.get("href") == "https://steady.org.uk/lib/changes/#version-0-4"
