"""Ids in, addresses out: the one place that knows how the site is laid out (design: no order, no title, no date)."""

from builder.model.document import Inline, Link, Text, To
from builder.model.facts import ModuleFacts

PART_LABELS = {"learn": "Read", "practice": "Try", "clinicians": "For clinicians", "handout": "One sheet"}
"""The pages of a module, in order, by the words that lead to them."""


def module_address(module_id: str, part: str = "learn") -> str:
    """Address of one page of a module."""
    return f"{module_id}/" if part == "learn" else f"{module_id}/{part}/"


def page_address(page_id: str) -> str:
    """Address of a page of the library itself."""
    return {"home": "", "not-found": "404.html"}.get(page_id, f"{page_id}/")


def short_path(facts: ModuleFacts) -> str:
    """The address on paper and on the telephone."""
    return f"m/{facts.code}/"


def module_pdf(facts: ModuleFacts) -> str:
    """Path of the module's PDF. It carries the code, not the title, so that it tells nobody what it is about."""
    return f"{facts.id}/{facts.code}.pdf"


def handout_pdf(facts: ModuleFacts) -> str:
    """Path of the one sheet."""
    return f"{facts.id}/{facts.code}-one-sheet.pdf"


def target_of(target: str, own_module: str = "", own_address: str = "") -> To:
    """Resolve `module:…`, `practice:…`, `page:…`, `claim:…` or `#…` as an author writes it."""
    scheme, _, rest = target.partition(":")
    place, _, anchor = rest.partition("#")
    match scheme:
        case "module":
            module_id, _, part = place.partition("/")
            return To(module_address(module_id, part or "learn"), anchor)
        case "practice":
            module_id, _, practice = place.rpartition("/")
            return To(module_address(module_id or own_module, "practice"), practice)
        case "claim":
            module_id, _, claim = place.rpartition("/")
            return To(module_address(module_id or own_module), claim_anchor(claim))
        case "page":
            return To(page_address(place), anchor)
    return To(own_address, target.removeprefix("#"))


def claim_anchor(claim_id: str) -> str:
    """Where a claim stands on its module's learn page."""
    return f"claim-{claim_id}"


def link(words: str, to: To) -> Link:
    """A link with plain words."""
    return Link(to, text(words))


def text(words: str) -> tuple[Inline, ...]:
    """Plain words as inlines."""
    return (Text(words),)
