"""What the library shares: its settings, sources, quotations, glossary, helplines and people."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, StringConstraints, model_validator

from builder.model.days import days_later
from builder.model.noun import Citekey, Id, Noun, Telephone, Web, Words

LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A language by its tag (BCP 47), such as en or pt-BR."""


class ReviewPolicy(Noun):
    """How often things are looked at again."""

    every_months: Annotated[int, Field(ge=1, le=36)]
    """Months between two reviews of a module."""
    helplines_every_days: Annotated[int, Field(ge=1, le=365)]
    """Days between two checks of a helpline with the service itself."""
    evidence_years: Annotated[int, Field(ge=1, le=50)]
    """A claim whose newest source is older than so many years needs somebody to look for a newer one."""
    evidence_every_months: Annotated[int, Field(ge=1, le=60)]
    """Months for which such a look holds."""
    warn_days: Annotated[int, Field(ge=1, le=365)]
    """Days before something falls due from which the check warns of it."""


class Waiver(Noun):
    """One finding that somebody lets through, on record. Safety and security cannot be waived."""

    rule: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}[0-9]{3}$")]
    """The code of the rule, such as LAN005."""
    file: Words
    """The file below content/ in which the finding stands."""
    words: Annotated[Words, StringConstraints(pattern=r"\S\s+\S")] | None = None
    """Two or more words of the line that is let through. Without them, every finding of this rule in the file is."""
    reason: Words
    """Why it is right here."""
    by: Words
    """Who decided it: a person's name."""
    until: date
    """The last day on which it holds."""


class Settings(Noun):
    """library.yml: who publishes this, where, and by which rules."""

    name: Words
    """The library's name."""
    tagline: Words
    """One line under the name."""
    languages: Annotated[tuple[LanguageTag, ...], Field(min_length=1, max_length=1)]
    """Language tag of the content, for instance en."""
    version: Words
    """The edition."""
    released: date
    """The day of this edition. It is the date in every file that is built."""
    base_address: Web
    """Where the site lives, unless publisher.yml says it. A name that ends in .example is a placeholder; builds say so."""
    funding: Words
    """Who paid."""
    licence: Words
    """The licence of the words."""
    exit_target: Web
    """The everyday page that "Leave this site" opens, unless publisher.yml names another."""
    review: ReviewPolicy
    """How often things are looked at again."""
    danger_words: tuple[Words, ...]
    """Words in a search that put help first."""

    @property
    def has_real_address(self) -> bool:
        """Whether the base address is more than a reserved example name (RFC 2606)."""
        labels = (urlsplit(self.base_address).hostname or "").split(".")
        reserved = labels[-1] in ("example", "invalid", "test", "localhost") or labels[-2:-1] == ["example"]
        return not reserved


class Name(Noun):
    """A person in a source: family and given name, or one literal name."""

    family: Words | None = None
    """Family name."""
    given: Words | None = None
    """Given names or initials."""
    literal: Words | None = None
    """The name of an organisation."""

    @model_validator(mode="after")
    def _says_who(self) -> "Name":
        if not self.family and not self.literal:
            raise ValueError("a name has a family name, or is literal: the name of an organisation")
        return self


DateParts = Annotated[tuple[int, ...], Field(min_length=1, max_length=3)]
"""Year, month, day, as far as known."""


class Issued(Noun):
    """When a source came out."""

    date_parts: Annotated[tuple[DateParts, ...], Field(alias="date-parts", min_length=1)]
    """Year, month, day, as far as known."""

    @model_validator(mode="after")
    def _is_in_the_calendar(self) -> "Issued":
        for parts in self.date_parts:
            try:
                date(*(*parts, 1, 1)[:3])
            except (ValueError, OverflowError):
                raise ValueError("there is no such day: write year, month, day, as far as known") from None
        return self


class Reference(Noun):
    """One source: a CSL item (Citation Style Language 1.0.2, input data)."""

    id: Citekey
    """The citekey."""
    type: Literal["article-journal", "article", "book", "chapter", "report", "webpage", "thesis", "paper-conference"]
    """The kind of source."""
    title: Words
    """Title, as printed."""
    author: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Authors, in order."""
    issued: Issued
    """When it came out."""
    year_suffix: Annotated[str | None, StringConstraints(pattern=r"^[a-z]$"), Field(alias="year-suffix")] = None
    """A letter after the year, where another source has the same authors and the same year."""
    container_title: Annotated[Words | None, Field(alias="container-title")] = None
    """Journal or book that it is part of."""
    editor: tuple[Name, ...] = ()
    """Editors."""
    volume: Words | None = None
    """Volume."""
    issue: Words | None = None
    """Issue."""
    page: Words | None = None
    """Pages, or the number of the article."""
    edition: Words | None = None
    """Edition."""
    number: Words | None = None
    """Number of a report."""
    publisher: Words | None = None
    """Publisher."""
    DOI: Annotated[str | None, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] = None
    """Digital object identifier, only where a look-up showed it."""
    URL: Annotated[str | None, StringConstraints(pattern=r"^https?://\S+$")] = None
    """Web address."""
    ISBN: Words | None = None
    """Book number."""
    keyword: Words | None = None
    """What it is about."""
    note: Words | None = None
    """What it found, in whom, and how the record was checked."""

    @property
    def csl(self) -> dict[str, Any]:
        """The item as CSL-JSON."""
        item = self.model_dump(by_alias=True, exclude_none=True, exclude={"note", "keyword"}, mode="json")
        return {key: value for key, value in item.items() if value != []}


class Quote(Noun):
    """Words that somebody said, and how far the wording can be trusted."""

    id: Id
    """A page places it with a `quote` block."""
    status: Literal["verified", "paraphrase", "unverified"]
    """verified: exact words were found. paraphrase: the thought was found, not the words. unverified: never shown."""
    words: Words | None = None
    """The exact words. Only when verified."""
    says: Words | None = None
    """Our own sentence. Only for a paraphrase."""
    about: Words | None = None
    """What the line is about. Only when unverified: the words themselves are not printed."""
    who: Words
    """Who said it."""
    source: Citekey | None = None
    """Where it was found."""
    where: Words | None = None
    """Chapter or page."""
    checked: Words
    """How the wording was checked."""
    caution: Words | None = None
    """What a reader needs to know beside it."""

    @model_validator(mode="after")
    def _one_kind_of_words(self) -> "Quote":
        wanted = {"verified": "words", "paraphrase": "says", "unverified": "about"}[self.status]
        for field in ("words", "says", "about"):
            if (getattr(self, field) is not None) != (field == wanted):
                raise ValueError(f"a quotation that is {self.status} has `{wanted}` and no other wording")
        return self


class Term(Noun):
    """A word of the field, in plain words."""

    id: Id
    """A page explains it with `term:ID`."""
    term: Words
    """The word."""
    means: Words
    """Its meaning, in at most 25 plain words."""
    called: tuple[Words, ...] = ()
    """What people call it."""


class Saying(Noun):
    """What people say for something that the pages call by another name."""

    people_say: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Words that a reader can type."""
    we_say: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Words of the pages that are to be found by them."""


class Line(Noun):
    """One service to call or text."""

    name: Words
    """The service."""
    topic: Annotated[Words, Field(alias="for")]
    """Whom or what it is for."""
    call: Telephone | None = None
    """Number to call, alone."""
    text: Words | None = None
    """How to text it. A number at the end opens a message, if no other digits stand here."""
    hours: Words | None = None
    """When it answers."""
    address: Web | None = None
    """Its website."""
    last_checked: date | None = None
    """The day on which somebody checked it with the service. Empty: nobody has yet."""
    next_check: date | None = None
    """The day by which it is to be checked again."""

    def due(self, every_days: int) -> date | None:
        """The last day on which its check holds; nothing where nobody has promised one."""
        held = days_later(self.last_checked, every_days) if self.last_checked else None
        return min((day for day in (self.next_check, held) if day), default=None)


class Country(Noun):
    """The numbers of one country."""

    id: Id
    """Short name, for the address."""
    name: Words
    """The country."""
    emergency: Annotated[tuple[Telephone, ...], Field(min_length=1)]
    """Emergency numbers."""
    lines: tuple[Line, ...] = ()
    """Services."""


class Directory(Noun):
    """A list of lines that others keep."""

    name: Words
    """The directory."""
    says: Words
    """What one finds there."""
    address: Web
    """Its website."""


class Helplines(Noun):
    """helplines.yml."""

    countries: tuple[Country, ...]
    """By country."""
    directories: Annotated[tuple[Directory, ...], Field(min_length=1)]
    """Lists for every other country."""


class Person(Noun):
    """Somebody who wrote or reviewed. Nobody is invented."""

    id: Id
    """Reviews name this."""
    name: Words
    """The person's name."""
    credential: Words | None = None
    """Training or licence. A reviewer has one."""
    affiliation: Words | None = None
    """Where the person works."""
    wrote: tuple[Id, ...] = ()
    """Modules that the person wrote; nobody reviews their own."""


def authors_of(module: str, people: Mapping[str, Person]) -> tuple[Person, ...]:
    """Everybody who is named as having written a module."""
    return tuple(person for person in people.values() if module in person.wrote)
