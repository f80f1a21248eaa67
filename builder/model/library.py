"""The library: everything that content/ says, parsed, in one frozen value."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from builder.model.facts import ModuleFacts
from builder.model.noun import Noun, Words
from builder.model.prose import Prose
from builder.model.shared import Helplines, Person, Quote, Reference, Settings, Term

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
    prose: dict[Part, Prose]
    figures: dict[str, Figure]

    @property
    def id(self) -> str:
        """The permanent id."""
        return self.facts.id


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


@dataclass(frozen=True)
class SitePage:
    """A page of the library itself: home, help, about and so on."""

    id: str
    file: str
    facts: PageFacts
    prose: Prose


@dataclass(frozen=True)
class Library:
    """Everything in content/. `unread` are the shared files that could not be parsed: nothing can be judged by them."""

    settings: Settings
    references: dict[str, Reference]
    quotes: dict[str, Quote]
    terms: dict[str, Term]
    helplines: Helplines
    people: dict[str, Person]
    modules: dict[str, Module]
    pages: dict[str, SitePage]
    unread: frozenset[str] = frozenset()

    @cached_property
    def published(self) -> tuple[Module, ...]:
        """The modules that readers see, by title."""
        shown = [module for module in self.modules.values() if module.facts.status == "published"]
        return tuple(sorted(shown, key=lambda module: (module.facts.title, module.id)))
