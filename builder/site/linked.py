"""A page in, what it says of itself to machines out: JSON-LD in the words of schema.org, and no more than readers see."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from builder.model.page import Page, Publication
from builder.model.topic import Reviewed, Topic
from builder.site.escape import tidy

_SAYS_NOTHING = frozenset({"gone", "moved", "not-found", "short", "stick"})

_PACKET = "ready"


class _Told(NamedTuple):
    """All of a topic that machines are told."""

    is_discreet: bool
    audience: tuple[str, ...]
    changed: date | None
    review: Reviewed


class _Library(NamedTuple):
    """All of a publication that they are told of each page."""

    name: str
    language: str
    licence: str
    base_address: str
    publisher: str


def linked_of(publication: Publication) -> Mapping[str, str]:
    """Everything that `linked_data` says of a page and that the page does not hold, by the id of its module; "" for other pages."""
    library = repr(_library(publication))
    return {"": library, **{topic.id: f"{library} {_told(topic)}" for topic in publication.topics}}


def linked_data(page: Page, publication: Publication) -> str:
    """One JSON object, that can stand in a page; "" for a page that is no page of its own.

    Of a topic or a packet with a discreet title it says that one alone, and no source: programs show what stands here elsewhere.
    """
    if page.kind in _SAYS_NOTHING:
        return ""
    topic = publication.topic.get(page.module)
    told = _page(page, _library(publication), _told(topic) if topic else None)
    said = {"@context": "https://schema.org", **dict(told)}
    return tidy(json.dumps(said, ensure_ascii=False, separators=(",", ":"))).replace("<", "\\u003c")


def _told(topic: Topic) -> _Told:
    return _Told(topic.title_in_tab != topic.title, topic.audience, topic.changed, topic.review)


def _library(publication: Publication) -> _Library:
    own = publication.base_address if publication.has_real_address else ""
    publisher = publication.publisher.name if publication.publisher else ""
    return _Library(publication.name, publication.language, publication.licence, own, publisher)


def _page(page: Page, library: _Library, topic: _Told | None) -> Iterator[tuple[str, Any]]:
    is_discreet = topic is not None and topic.is_discreet
    yield "@type", "MedicalWebPage" if topic else "WebPage"
    yield "name", page.tab if is_discreet or page.kind == _PACKET else page.title
    yield "description", page.description or page.summary
    yield "inLanguage", library.language
    yield "isPartOf", {"@type": "WebSite", "name": library.name}
    yield "license", {"@type": "CreativeWork", "name": library.licence}
    if library.base_address:
        yield "url", f"{library.base_address}/{page.address}"
    if library.publisher:
        yield "publisher", {"@type": "Organization", "name": library.publisher}
    if topic:
        whom = "clinicians" if page.kind == "clinicians" else ", ".join(topic.audience)
        yield "audience", {"@type": "Audience", "audienceType": whom}
        yield from _review(topic)
        if not is_discreet and page.works:
            yield "citation", page.works


def _review(topic: _Told) -> Iterator[tuple[str, Any]]:
    if topic.changed:
        yield "dateModified", topic.changed.isoformat()
    if topic.review.is_of_these_words and topic.review.on:
        yield "lastReviewed", topic.review.on.isoformat()
        yield "reviewedBy", {"@type": "Person", "name": topic.review.by}
