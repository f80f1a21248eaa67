"""The name of a generated list in, its blocks out: topics, practices, claims, words, quotations, numbers, reviews."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import itemgetter

from builder.markup.day import in_words
from builder.model import document as doc
from builder.model.claim import STATUSES, Status
from builder.model.division import placed
from builder.model.library import Library
from builder.model.numbers import line_lists
from builder.model.shared import Line
from builder.render import by_topic
from builder.render.addresses import link, module_address, page_address, spoken, text
from builder.render.citations import Bibliography
from builder.render.modules import statement
from builder.render.prose import Typesetter, sentence
from builder.render.reviews import counted_reviews, review_state

MEANINGS: dict[Status, str] = {
    "strong": "Many studies, and they agree.",
    "moderate": "Several good studies, with real limits.",
    "limited": "Few studies, or small ones.",
    "contested": "People who know the field do not agree. We show both sides.",
    "theory": "It has not been tested, or cannot easily be.",
}
"""What each status means, in one sentence."""


Makers = Mapping[str, Callable[[], Iterator[doc.Block]]]
"""Lists by name, each with what makes its blocks."""

Name = tuple[str, str, str, str]
"""What people call something, the address and the anchor of where it is, and what that page is called."""


class Lists:
    """Makes the generated lists of one page. `more` are lists that others make."""

    def __init__(self, library: Library, bibliography: Bibliography, today: date, address: str, more: Makers) -> None:
        self.library = library
        self.today = today
        self.address = address
        self.setter = Typesetter(library, bibliography, address, None, self.make)
        self.makers: Makers = {
            "topics": self.topics,
            "practices": self.practices,
            "marks": self.marks,
            "claims": self.claims,
            "glossary": self.glossary,
            "quotations": self.quotations,
            "emergency": self.emergency,
            "helplines": self.helplines,
            "directories": self.directories,
            "reviews": self.reviews,
            "search": self.search,
            "called": self.called,
            **more,
        }

    def make(self, name: str) -> tuple[doc.Block, ...]:
        """Make the list called `name`; the rules have seen to it that there is one."""
        return tuple(self.makers[name]())

    def topics(self) -> Iterator[doc.Block]:
        """Each module with one sentence."""
        yield from by_topic.topics(map(by_topic.topic_row, self.library.published))

    def practices(self) -> Iterator[doc.Block]:
        """Every practice, by module."""
        yield from by_topic.practices(map(by_topic.practices_row, self.library.published))

    def marks(self) -> Iterator[doc.Block]:
        """The five marks."""
        yield doc.Marks(tuple((status, MEANINGS[status]) for status in STATUSES))

    def claims(self) -> Iterator[doc.Block]:
        """Every claim of the library, by module, and the sources of all of them."""
        for module in self.library.published:
            yield doc.Heading(2, module.id, text(module.facts.title))
            yield doc.Paragraph((link(f"Read {module.facts.title}", doc.To(module_address(module.id))),))
            for claim in module.facts.claims:
                yield replace(statement(claim, self.setter), anchor=f"{module.id}-{claim.id}")
        yield doc.Heading(2, "sources", text("Sources"))
        yield self.setter.bibliography.sources(self.setter.cited)

    def glossary(self) -> Iterator[doc.Block]:
        """Every word, in order of the alphabet."""
        for term in sorted(self.library.terms.values(), key=lambda one: one.term.casefold()):
            yield doc.Heading(3, term.id, text(term.term))
            yield sentence(term.means)
            if term.called:
                yield sentence(f"Also called: {', '.join(term.called)}.", "small")

    def quotations(self) -> Iterator[doc.Block]:
        """Every quotation with its provenance; what could not be found is described, not printed."""
        for quote in self.library.quotes.values():
            if quote.status != "unverified":
                yield doc.Heading(3, quote.id, text(quote.who))
                yield self.setter.quotation(quote.id)
                continue
            yield doc.Heading(3, quote.id, text(f"{quote.who}: not printed here"))
            for words in (quote.about, quote.checked, quote.caution):
                if words:
                    yield sentence(words)
        if self.setter.cited:
            yield doc.Heading(2, "sources", text("Sources"))
            yield self.setter.bibliography.sources(self.setter.cited)

    def emergency(self) -> Iterator[doc.Block]:
        """The emergency numbers, large."""
        entries = [
            (number, doc.Web(f"tel:{_digits(number)}"), country.name)
            for country in self.library.helplines.countries
            for number in country.emergency
        ]
        yield doc.Numbers(tuple(entries))

    def helplines(self) -> Iterator[doc.Block]:
        """Somebody to talk to: the publisher's own lines, then by country."""
        for one in line_lists(self.library):
            yield doc.Heading(3, one.anchor, text(one.name))
            yield doc.Listing(False, tuple(tuple(_line(line)) for line in one.lines))
            yield sentence(self.checked(one.lines), "small")

    def checked(self, lines: tuple[Line, ...]) -> str:
        """When somebody last checked these numbers, and whether that was too long ago."""
        every_days = self.library.settings.review.helplines_every_days
        due = min((day for line in lines if (day := line.due(every_days))), default=None)
        late = f" Some were to be checked again by {in_words(due)}." if due and due < self.today else ""
        days = [line.last_checked for line in lines if line.last_checked]
        if len(days) < len(lines):
            return f"Last checked with the services themselves: not yet.{late}"
        return f"Last checked with the services themselves: {in_words(min(days))}.{late}"

    def directories(self) -> Iterator[doc.Block]:
        """Lists for every other country."""
        items = tuple(
            (doc.Paragraph((doc.Link(doc.Web(one.address), text(one.name)), doc.Text(f": {one.says}"))),)
            for one in self.library.helplines.directories
        )
        yield doc.Listing(False, items)

    def reviews(self) -> Iterator[doc.Block]:
        """Each module's review state."""
        if self.library.shares:
            yield counted_reviews(self.library, self.today)
            return
        rows = tuple(
            ((by_topic.to(module.facts.title, module.id),), text(review_state(module, self.library, self.today).says))
            for module in self.library.published
        )
        yield doc.Table("Who has reviewed what", ("Topic", "State"), rows)

    def search(self) -> Iterator[doc.Block]:
        """The search field."""
        yield doc.SearchField()

    def called(self) -> Iterator[doc.Block]:
        """Everything that people call something here, by the alphabet, with where it leads."""
        for sign, group in groupby(self.by_letter(), itemgetter(0)):
            yield doc.Heading(3, f"under-{sign or 'others'}", text(sign.upper() or "Others"))
            yield from named([name for _, name in group])

    def by_letter(self) -> Iterator[tuple[str, Name]]:
        """Each name once, with its letter and by it; what starts with no letter comes first."""
        names: dict[tuple[str, ...], Name] = {}
        for one in self.names():
            names[*placed(one[0]), one[0].casefold(), *one[1:]] = one
        return ((key[0], names[key]) for key in sorted(names))

    def names(self) -> Iterator[Name]:
        """Each name that people use, where what they mean is, and what that page is called."""
        for module in self.library.published:
            facts = module.facts
            read, to_try = module_address(module.id), module_address(module.id, "practice")
            yield from (
                (name, read, "", facts.title) for name in (facts.title, *facts.search.also_called, *facts.topics)
            )
            there = f"{facts.title}: things to try"
            yield from ((name, to_try, "", there) for name in facts.search.to_try)
        glossary = self.library.pages["glossary"].facts.title
        for term in self.library.terms.values():
            for name in (term.term, *term.called):
                yield name, page_address("glossary"), term.id, glossary
        for page in self.library.pages.values():
            for name in page.facts.called:
                yield name, page_address(page.id), "", page.facts.title


def named(names: Sequence[Name]) -> Iterator[doc.Block]:
    """Names, each with where it leads."""
    rows = [(link(name, doc.To(*to)), doc.Text(f", in {where}")) for name, *to, where in names]
    yield doc.Listing(False, tuple((doc.Paragraph(row),) for row in rows))


def _line(line: Line) -> Iterator[doc.Block]:
    words: list[doc.Inline] = [doc.Strong(text(line.name)), doc.Text(f", {line.topic}. ")]
    if line.call:
        words += [doc.Text("Call "), doc.Link(doc.Web(f"tel:{_digits(line.call)}"), text(line.call)), doc.Text(". ")]
    if line.text:
        words += _to_text(line.text)
    if line.hours:
        words += [doc.Text(f"{line.hours.rstrip('.')}. ")]
    if line.address:
        shown = spoken(line.address).removeprefix("www.")
        words += [doc.Link(doc.Web(line.address), text(shown))]
    yield doc.Paragraph(tuple(words))


def _to_text(words: str) -> Iterator[doc.Inline]:
    """How to text a line; a number at its end opens a message to it, where no other digits make it unsure which is meant."""
    found = re.fullmatch(r"([^0-9+]*)(\+?[0-9][0-9 -]*?)\.?", words)
    if found:
        yield doc.Text(found[1])
        yield doc.Link(doc.Web(f"sms:{_digits(found[2])}"), text(found[2]))
    else:
        yield doc.Text(words.rstrip("."))
    yield doc.Text(". ")


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")
