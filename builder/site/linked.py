"""A page in, what it says of itself to machines out: JSON-LD in the words of schema.org, and no more than readers see."""

import json
from collections.abc import Iterator
from typing import Any

from builder.model.page import Page, Publication
from builder.model.topic import Topic
from builder.site.escape import tidy

_SAYS_NOTHING = frozenset({"gone", "moved", "not-found", "short", "stick"})

_PACKET = "ready"


def linked_data(page: Page, publication: Publication) -> str:
    """One JSON object, that can stand in a page; "" for a page that is no page of its own.

    Of a topic or a packet with a discreet title it says that one alone, and no source: programs show what stands here elsewhere.
    """
    if page.kind in _SAYS_NOTHING:
        return ""
    said = {"@context": "https://schema.org", **dict(_page(page, publication, publication.topic.get(page.module)))}
    return tidy(json.dumps(said, ensure_ascii=False, separators=(",", ":"))).replace("<", "\\u003c")


def _page(page: Page, publication: Publication, topic: Topic | None) -> Iterator[tuple[str, Any]]:
    discreet = topic is not None and topic.title_in_tab != topic.title
    yield "@type", "MedicalWebPage" if topic else "WebPage"
    yield "name", page.tab if discreet or page.kind == _PACKET else page.title
    yield "description", page.description or page.summary
    yield "inLanguage", publication.language
    yield "isPartOf", {"@type": "WebSite", "name": publication.name}
    yield "license", {"@type": "CreativeWork", "name": publication.licence}
    if publication.has_real_address:
        yield "url", f"{publication.base_address}/{page.address}"
    if publication.publisher:
        yield "publisher", {"@type": "Organization", "name": publication.publisher.name}
    if topic:
        whom = "clinicians" if page.kind == "clinicians" else ", ".join(topic.audience)
        yield "audience", {"@type": "Audience", "audienceType": whom}
        yield from _review(topic)
        if not discreet and page.works:
            yield "citation", page.works


def _review(topic: Topic) -> Iterator[tuple[str, Any]]:
    if topic.changed:
        yield "dateModified", topic.changed.isoformat()
    if topic.review.is_of_these_words and topic.review.on:
        yield "lastReviewed", topic.review.on.isoformat()
        yield "reviewedBy", {"@type": "Person", "name": topic.review.by}
