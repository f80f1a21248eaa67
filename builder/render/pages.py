"""A page of content/pages in, a page out."""

from datetime import date

from builder.model import document as doc
from builder.model.library import Library, Lit, SitePage
from builder.model.page import Page
from builder.render.addresses import link, page_address, place_of
from builder.render.citations import Bibliography
from builder.render.lists import Lists, Makers
from builder.render.prose import contents_of, sentence

_SENT = frozenset(
    {
        "about", "accessibility", "changes", "glossary", "help", "home", "leaving", "privacy", "quotations", "research",
        "take", "topics", "try",
    }
)  # fmt: skip
_WITH_CONTENTS = frozenset({"authors", "checks", "help", "leaving", "rules"})


def site_page(page: SitePage, library: Library, bibliography: Bibliography, today: date, more: Makers) -> Page:
    """Set one page of the library itself. A list of numbers at its head stands in the lit place."""
    address = page_address(page.id)
    lists = Lists(library, bibliography, today, address, more)
    body = lists.setter.blocks(page.prose.blocks)
    lit = page.facts.lit
    lamp: tuple[doc.Block, ...] = ()
    if lit is not None:
        numbers = tuple(block for block in body[:1] if isinstance(block, doc.Numbers))
        body = body[len(numbers) :]
        lamp = (_lamp(lit, address, numbers),)
    if page.id in _WITH_CONTENTS:
        at = next((number for number, block in enumerate(body) if isinstance(block, doc.Heading)), 0)
        body = (*body[:at], contents_of(body, address), *body[at:])
    blocks = (sentence(page.facts.lead, "lead"), *lamp, *body)
    tab = library.settings.name if page.id == "home" else page.facts.title
    sent = address if page.id in _SENT else None
    return Page(address, page.id, page.facts.title, tab, page.facts.summary, blocks, sent=sent)


def _lamp(lit: Lit, address: str, children: tuple[doc.Block, ...]) -> doc.Lamp:
    button = link(lit.label, place_of(lit.target, own_address=address)) if lit.label and lit.target else None
    return doc.Lamp(lit.title, lit.text or "", lit.do or "", "", button, children)
