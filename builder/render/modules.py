"""A module in, its pages out: learn, practice, clinicians, handout, and the short address."""

from collections.abc import Iterator
from copy import copy
from datetime import date
from functools import cached_property

from builder.model import document as doc
from builder.model.anchors import claim_anchor
from builder.model.claim import Claim
from builder.model.library import Library, Module
from builder.model.page import Page
from builder.render.addresses import (
    PART_LABELS,
    files_of_topic,
    link,
    module_address,
    sheet_path,
    short_address,
    short_path,
    text,
)
from builder.render.citations import Bibliography
from builder.render.editions import edition_of
from builder.render.files import carried
from builder.render.prose import Typesetter, contents_of, exercise, points, sentence
from builder.render.reviews import review_state, signature


class ModulePages:
    """Makes every page of one module."""

    def __init__(self, module: Module, library: Library, bibliography: Bibliography, today: date) -> None:
        self.module = module
        self.facts = module.facts
        self.library = library
        self.bibliography = bibliography
        self.review = review_state(module, library, today)
        self.edition = edition_of(module, library)
        self.all_files = files_of_topic(module.id, library)

    def looking_up(self, library: Library) -> "ModulePages":
        """The same, with another library to look things up in."""
        other = copy(self)
        other.library, other.bibliography = library, self.bibliography.looking_up(library.references)
        return other

    @property
    def given(self) -> str:
        """What is known of the module before its pages are set, and comes from the whole library."""
        edition = self.edition and (self.edition.version, self.edition.on)
        return repr((self.review, edition, self.all_files))

    def pages(self) -> tuple[Page, ...]:
        """The module's pages, in reading order."""
        if self.facts.status == "withdrawn":
            return (self.withdrawn(), self.short())
        return (self.learn(), self.practice(), self.clinicians(), self.handout(), self.short())

    def setter(self, part: str) -> Typesetter:
        """A typesetter for one page of the module."""
        return Typesetter(
            self.library, self.bibliography, module_address(self.module.id, part), self.module, lambda _: ()
        )

    def learn(self) -> Page:
        setter = self.setter("learn")
        body = setter.blocks(self.module.prose["learn"].blocks)
        statements = self.statements(setter)
        blocks = (
            sentence(self.facts.summary, "lead"),
            *self.notice(),
            *self.choice(),
            self.lamp(),
            *self.state(),
            doc.Heading(2, "key-points", text("Key points")),
            points(self.facts.key_points),
            contents_of((*body, *self.pair(), *self.sources_head()), module_address(self.module.id)),
            *body,
            *self.pair(),
            doc.Heading(2, "claims", text("How sure we are, line by line")),
            *statements,
            *self.sources_head(),
            setter.bibliography.sources(setter.cited),
            *self.end("learn"),
        )
        return self.page("learn", self.facts.title, self.facts.summary, blocks)

    def named(self, part: str) -> tuple[str, str]:
        """What a page of the module is called, and what it is, in one sentence."""
        title = self.facts.title
        match part:
            case "practice":
                says = f"Small things to try, alone or with somebody, from the topic {title}. Stop whenever you like."
                return f"{title}: things to try", says
            case "clinicians":
                says = f"How to use the page on {title} in a session: what to send, what to say, when not to use it."
                return f"{title}, for clinicians", says
            case "handout":
                says = f"One sheet to print on {title}, with one thing to try and room to write."
                return f"{title}: one sheet", says
        return title, self.facts.summary

    def practice(self) -> Page:
        setter = self.setter("practice")
        title, summary = self.named("practice")
        body = setter.blocks(self.module.prose["practice"].blocks)
        blocks = (*self.opening(body), *self.sourced(setter), *self.end("practice"))
        return self.page("practice", title, summary, blocks)

    def clinicians(self) -> Page:
        setter = self.setter("clinicians")
        title, summary = self.named("clinicians")
        body = setter.blocks(self.module.prose["clinicians"].blocks)
        files = doc.Downloads(((f"{sheet_path(self.facts, 'handout')}.pdf", "One sheet for the client"),))
        ninety = (
            doc.Heading(3, "send", text("Send")),
            sentence(self.short_address(), "address"),
            doc.Heading(3, "print", text("Print")),
            files,
            doc.Heading(3, "say", text("Say")),
            doc.Say((sentence(self.facts.say),)),
        )
        blocks = (
            sentence("Everything you need at the end of a session. The rest of the page can wait.", "lead"),
            *self.notice(),
            doc.Lamp("In ninety seconds", "", "", "", None, ninety),
            *self.state(),
            contents_of(body, module_address(self.module.id, "clinicians")),
            *body,
            *self.sourced(setter),
            *self.end("clinicians"),
        )
        return self.page("clinicians", title, summary, blocks)

    def handout(self) -> Page:
        title, summary = self.named("handout")
        path = sheet_path(self.facts, "handout")
        files = doc.Downloads(tuple((f"{path}{style}.pdf", "One sheet to print") for style in ("", "-large")))
        note = "A paper copy can be seen by others. Keep it where you feel safe."
        blocks = (
            sentence("The words of the sheet, to read here or to print.", "lead"),
            *self.notice(),
            doc.Lamp("To print", note, "", "", None, (files,)),
            *self.state(),
            *self.sheet(),
            *self.end("handout"),
        )
        return self.page("handout", title, summary, blocks)

    def sheet(self) -> tuple[doc.Block, ...]:
        """What the one sheet says."""
        sheet = self.facts.handout
        practice = next(one for one in self.facts.practices if one.id == sheet.practice)
        rooms = tuple(doc.Room(question, lines) for question, lines in zip(sheet.questions, (2, 2), strict=True))
        return (points(sheet.points), exercise(practice), *rooms)

    def short(self) -> Page:
        """The page behind the short address: it leads on by itself, and by a link."""
        to = link(f"Go to {self.title_in_tab()}", doc.To(module_address(self.module.id)))
        blocks = (doc.Paragraph((to,)),)
        return Page(
            short_path(self.facts), "short", self.title_in_tab(), self.title_in_tab(), "", blocks, self.module.id
        )

    def withdrawn(self) -> Page:
        notice = self.facts.withdrawn
        assert notice is not None
        other = self.library.modules.get(notice.replaced_by or "")
        button = link(f"Read {other.facts.title}", doc.To(module_address(other.id))) if other else None
        lamp = (doc.Lamp("Read instead", "", other.facts.summary, "", button),) if other else ()
        blocks = (sentence("We have taken this page back.", "lead"), sentence(notice.reason), *lamp)
        return self.page("withdrawn", self.facts.title, "This page was taken back.", blocks)

    def lamp(self) -> doc.Lamp:
        """The lit place: the one thing to know and do."""
        short = self.facts.short
        button = link("Show me how", doc.To(module_address(self.module.id, "practice"), short.practice))
        return doc.Lamp("Only got a minute?", short.text, short.do, short.stop_if, button)

    def notice(self) -> tuple[doc.Paragraph, ...]:
        """A review that does not hold is told before anything else."""
        return (_about(self.review.notice, "notice"),) if self.review.trouble else ()

    def state(self) -> tuple[doc.Paragraph, ...]:
        """One line on the review, where no notice has told it."""
        return () if self.review.trouble else (_about(text(self.review.says), "small"),)

    def choice(self) -> tuple[doc.Block, ...]:
        note = self.facts.content_note
        if note is None:
            return ()
        here = module_address(self.module.id)
        ways = (
            link("Skip that part", doc.To(here, note.skip_to)),
            link("Go to the short version", doc.To(here, "minute")),
        )
        return (doc.Choice(note.covers, ways, note.steady),)

    def pair(self) -> tuple[doc.Block, ...]:
        """What is known and what is not."""
        head = doc.Heading(2, "know", text("What we know, and do not"))
        return (head, doc.Pair("We know", self.facts.what_we_know, "We do not know", self.facts.what_we_do_not))

    def sources_head(self) -> tuple[doc.Block, ...]:
        return (doc.Heading(2, "sources", text("Sources")),)

    def statements(self, setter: Typesetter) -> tuple[doc.Statement, ...]:
        """Every claim of the module, in the order of module.yml."""
        return tuple(statement(claim, setter) for claim in self.facts.claims)

    def sourced(self, setter: Typesetter) -> tuple[doc.Block, ...]:
        """The sources, where the page cites any."""
        if not setter.cited:
            return ()
        return (*self.sources_head(), setter.bibliography.sources(setter.cited))

    def opening(self, body: tuple[doc.Block, ...]) -> Iterator[doc.Block]:
        """A practice page's first paragraph is its lead, and the practice of the short version stands in the lamp."""
        first, *rest = body
        yield doc.Paragraph(first.children, "lead") if isinstance(first, doc.Paragraph) else first
        yield from self.notice()
        short = self.facts.short
        practice = next(one for one in self.facts.practices if one.id == short.practice)
        button = link("Show me the steps", doc.To(module_address(self.module.id, "practice"), short.practice))
        yield doc.Lamp("Start here", f"{practice.title}.", short.do, short.stop_if, button)
        yield from self.state()
        yield from rest

    def end(self, part: str) -> tuple[doc.Block, ...]:
        """Who has checked the page, and how to take it along."""
        related = tuple(
            (link(other.facts.title, doc.To(module_address(other.id))), other.facts.summary)
            for other in (self.library.modules[one] for one in self.facts.related)
        )
        more = (
            (doc.Heading(2, "related", text("Related topics")), doc.Topics(related))
            if related and part == "learn"
            else ()
        )
        return (
            doc.Heading(2, "review", text("Who has checked this page")),
            self.signature(),
            *more,
            doc.Heading(2, "take", text("Take it with you")),
            *carried(self.facts, self.all_files, guide=part == "clinicians"),
            sentence("This address is short enough to say aloud:"),
            sentence(self.short_address(), "address"),
            sentence("A paper copy can be seen by others. Keep it where you feel safe.", "small"),
        )

    def signature(self) -> doc.Signature:
        """Who has checked the module."""
        return signature(self.module, self.library, self.review, self.edition)

    def short_address(self) -> str:
        """The short address in words, without https://."""
        return short_address(self.library.settings.base_address, self.facts)

    @cached_property
    def parts(self) -> tuple[doc.Link, ...]:
        """The ways to its pages: the same on each of them, and kept once."""
        return tuple(link(label, doc.To(module_address(self.module.id, part))) for part, label in PART_LABELS.items())

    def title_in_tab(self) -> str:
        return self.facts.discreet_title or self.facts.title

    def described(self, summary: str) -> str:
        """What may be shown beside the title in the tab: a summary names the topic, so not where that one is discreet."""
        discreet = self.facts.discreet_title
        return f"{discreet}: from {self.library.settings.name}." if discreet else summary

    def page(self, kind: str, title: str, summary: str, blocks: tuple[doc.Block, ...]) -> Page:
        address = module_address(self.module.id, kind if kind in PART_LABELS else "learn")
        withdrawn, tab, described = kind == "withdrawn", self.title_in_tab(), self.described(summary)
        shown = () if withdrawn else self.parts
        sent = None if withdrawn else short_path(self.facts) if kind == "learn" else address
        works = tuple(url for one in blocks if isinstance(one, doc.Sources) for _, _, url in one.entries if url)
        return Page(
            address, kind, title, tab, summary, blocks, self.module.id, shown, described, sent=sent, works=works
        )


def _about(words: tuple[doc.Inline, ...], tone: str) -> doc.Paragraph:
    """Words on the review, and a way to what they mean."""
    return doc.Paragraph((*words, doc.Text(" "), link("What that means", doc.To("about/", "review"))), tone)


def statement(claim: Claim, setter: Typesetter) -> doc.Statement:
    """A claim as a block, its sources cited on this page."""
    return doc.Statement(
        claim_anchor(claim.id),
        claim.says,
        claim.status,
        claim.holds_for,
        claim.for_says or "",
        claim.against_says or "",
        setter.cite(claim.sources),
        setter.cite(claim.against),
    )
