"""The library: everything that content/ says, parsed, in one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import Field

from builder.model.division import MOST, Share, shares_of
from builder.model.facts import ModuleFacts
from builder.model.ledger import NO_LEDGER, Ledger
from builder.model.noun import Noun, Words
from builder.model.outline import Outline
from builder.model.packet import Packet
from builder.model.prose import Prose
from builder.model.publisher import Publisher
from builder.model.shared import Helplines, Person, Quote, Reference, Saying, Settings, Term, Waiver
from builder.model.signed import Signed

Part = Literal["learn", "practice", "clinicians"]

PARTS: tuple[Part, ...] = ("learn", "practice", "clinicians")
"""The Markdown files of a module, in reading order."""


@dataclass(frozen=True)
class Figure:
    """One drawing: the file as it is, its title, description and licence, and the words that are drawn."""

    name: str
    file: str
    svg: str
    title: str
    description: str
    licence: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Module:
    """One topic: its facts, its prose and its drawings."""

    facts: ModuleFacts
    file: str
    prose: Mapping[Part, Prose]
    figures: Mapping[str, Figure]
    signed: Signed
    """What of its hash is its own: many pages ask for that."""

    @property
    def id(self) -> str:
        """The permanent id: the folder's name. That module.yml says the same is for a rule to see."""
        return self.file.split("/")[1]

    def as_published(self) -> "Module":
        """The module as readers would see it if it were no draft."""
        if self.facts.status != "draft":
            return self
        return replace(self, facts=self.facts.model_copy(update={"status": "published"}))


class Lit(Noun):
    """The one lit place of a page."""

    title: Words
    """A few words."""
    text: Words | None = None
    """What to know."""
    do: Words | None = None
    """The large sentence. Absent where a list stands in the lit place."""
    label: Words | None = None
    """Words of the button; they start with a verb."""
    target: Words | None = None
    """Where the button leads."""


class PageFacts(Noun):
    """The head of a page of the library itself (content/pages)."""

    title: Words
    """The page's name."""
    summary: Annotated[Words, Field(max_length=300)]
    """One sentence for search engines."""
    lead: Words
    """One sentence under the title."""
    lit: Lit | None = None
    """The lit place."""
    called: tuple[Words, ...] = ()
    """Other words by which people look for the page."""


@dataclass(frozen=True)
class SitePage:
    """A page of the library itself: home, help, about and so on."""

    id: str
    file: str
    facts: PageFacts
    prose: Prose


@dataclass(frozen=True)
class Library:
    """Everything in content/, or one part of it that is judged alone, with `everything` to look things up in.

    What a `publisher` sets of its own has taken its place in `settings` already.
    `packets` are kept by the names of their files. `outlines` tell what can be named in each module, drafts included.
    `waivers` are kept by their place in their file.
    `unread` are the shared files that could not be parsed: nothing can be judged by them. `faulty` are those of them and
    the others in which something could not be read. `rule_pages` are the addresses of the pages on rules, which the
    builder has by itself.
    """

    settings: Settings
    references: Mapping[str, Reference]
    quotes: Mapping[str, Quote]
    terms: Mapping[str, Term]
    helplines: Helplines
    people: Mapping[str, Person]
    modules: Mapping[str, Module]
    pages: Mapping[str, SitePage]
    packets: Mapping[str, Packet] = field(default_factory=dict)
    publisher: Publisher | None = None
    sayings: tuple[Saying, ...] = ()
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    waivers: Mapping[int, Waiver] = field(default_factory=dict)
    ledger: Ledger = NO_LEDGER
    unread: frozenset[str] = frozenset()
    faulty: frozenset[str] = frozenset()
    rule_pages: frozenset[str] = frozenset()
    everything: "Library | None" = None

    @property
    def is_whole(self) -> bool:
        """Whether all of it could be read. While it could not, what seems to be missing may be there."""
        return not self.faulty and not any(outline.broken for outline in self.outlines.values())

    @property
    def drafts(self) -> frozenset[str]:
        """The ids of the modules that no reader sees yet."""
        return frozenset(id for id, outline in self.outlines.items() if outline.status == "draft")

    def with_drafts(self) -> "Library":
        """The library as readers would see it if nothing were a draft."""
        shown = {"status": "published"}
        return replace(
            self,
            modules={id: module.as_published() for id, module in self.modules.items()},
            packets={name: packet.model_copy(update=shown) for name, packet in self.packets.items()},
        )

    def part(self, module: Module) -> "Library":
        """One module alone, with its library to look things up in."""
        nothing: dict[str, Any] = dict.fromkeys(
            ("references", "quotes", "terms", "people", "pages", "packets"), MappingProxyType({})
        )
        none = Helplines.model_construct(countries=(), directories=())
        return replace(
            self,
            modules={module.id: module},
            helplines=none,
            publisher=None,
            waivers={},
            ledger=NO_LEDGER,
            everything=self,
            **nothing,
        )

    @property
    def whole(self) -> "Library":
        """Everything there is: where a rule looks up what its part only names."""
        return self.everything or self

    def file_of(self, setting: str) -> str:
        """The file in which a setting stands that a publisher can give."""
        return "publisher.yml" if getattr(self.whole.publisher, setting, None) else "library.yml"

    def name_of(self, person: str) -> str:
        """A person's name by the id; the id itself where nobody has it."""
        known = self.people.get(person)
        return known.name if known else person

    @cached_property
    def published(self) -> tuple[Module, ...]:
        """The modules that readers see, by title."""
        shown = [module for module in self.modules.values() if module.facts.status == "published"]
        return tuple(sorted(shown, key=lambda module: (module.facts.title, module.id)))

    @cached_property
    def shares(self) -> tuple[Share[Module], ...]:
        """The published modules as lists of them are divided; nothing where one page can hold them all."""
        many = len(self.published) > MOST
        return tuple(shares_of(self.published, lambda module: module.facts.title)) if many else ()

    @cached_property
    def share_of(self) -> Mapping[str, str]:
        """The name of the share in which a module stands, by its id."""
        return {module.id: share.name for share in self.shares for module in share.held}

    @cached_property
    def published_packets(self) -> Mapping[str, Packet]:
        """The packets that readers see, by their names, in the order of their files."""
        return {name: packet for name, packet in self.packets.items() if packet.status == "published"}

    @cached_property
    def works(self) -> dict[str, str]:
        """Which work a source is, as JSON, of those of which a content hash had to know it (`content_hash`)."""
        return {}
