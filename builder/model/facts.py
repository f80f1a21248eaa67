"""What module.yml says about one module."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from builder.model.claim import Claim
from builder.model.noun import Id, Noun, Words
from builder.model.practice import Practice


class Short(Noun):
    """ "Only got a minute?": the whole page in one lit place."""

    text: Words
    """What to know, in one or two sentences."""
    do: Words
    """The one small thing to do, shown large."""
    stop_if: Words
    """Ends the sentence that starts with "Stop if"."""
    practice: Id
    """The practice that shows how."""


class ContentNote(Noun):
    """A choice before a heavy part."""

    covers: Words
    """What the part is about: topics, not feelings."""
    skip_to: Id
    """The anchor on the learn page where a reader who skips it goes on."""
    steady: Words
    """One small steadying step."""


class Search(Noun):
    """How readers look for this topic."""

    also_called: tuple[Words, ...]
    """Other names that people use."""
    asked_as: Annotated[tuple[Words, ...], Field(min_length=5)]
    """Questions in a reader's own words. Each is tested: it has to find this module."""
    to_try: tuple[Words, ...] = ()
    """Words by which people look for its things to try."""
    for_clinicians: tuple[Words, ...] = ()
    """Words by which clinicians look for their page."""


class Handout(Noun):
    """What the one sheet says."""

    points: Annotated[tuple[Words, ...], Field(min_length=2, max_length=3)]
    """Two or three short sentences."""
    practice: Id
    """The one practice on the sheet."""
    questions: Annotated[tuple[Words, ...], Field(min_length=2, max_length=2)]
    """Two questions with room to write."""


class Answer(Noun):
    """What the reviewer said to one question that no machine can answer."""

    ask: Id
    """The question, by its id in `psychoed review ask`."""
    said: Literal["yes", "no", "does-not-apply"]
    """The answer."""
    note: Words | None = None
    """Why, and what is to be done. Needed with no and with does-not-apply."""


class Review(Noun):
    """A clinician's signature. Absent until a real person signs."""

    by: Id
    """Id of the reviewer in people.yml."""
    role: Words
    """As what they reviewed it, for instance "clinical psychologist"."""
    on: date
    """The day of the review."""
    next: date
    """The day by which it is to be reviewed again."""
    of: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """The content hash that was reviewed."""
    answers: tuple[Answer, ...] = ()
    """What the reviewer answered. `psychoed review sign` writes them; they hold for these words only."""

    @property
    def noes(self) -> tuple[Answer, ...]:
        """What the reviewer found wanting."""
        return tuple(answer for answer in self.answers if answer.said == "no")


class Withdrawal(Noun):
    """Why a module was taken back."""

    reason: Words
    """What a reader who comes here needs to know."""
    replaced_by: Id | None = None
    """The module to read instead."""


class ModuleFacts(Noun):
    """One topic: its names, its claims, its practices and its review."""

    id: Id
    """Permanent. The folder's name and the address."""
    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{3,8}$")]
    """Permanent short code, easy to say and to type."""
    title: Words
    """The topic's name."""
    discreet_title: Words | None = None
    """Shown in the browser tab where the topic could endanger a reader."""
    summary: Words
    """One sentence, at most 30 words; search engines show it."""
    short: Short
    """The lit place at the top: at most 120 words, one action."""
    key_points: Annotated[tuple[Words, ...], Field(min_length=2, max_length=5)]
    """Two to five sentences; a reader can stop after them and be right."""
    audience: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Whom it is written for."""
    topics: Annotated[tuple[Words, ...], Field(min_length=1)]
    """What it is about."""
    status: Literal["draft", "published", "withdrawn"]
    """Only published modules, and the notice of withdrawn ones, reach the site."""
    withdrawn: Withdrawal | None = None
    """Needed when the status is withdrawn."""
    content_note: ContentNote | None = None
    """Only where a part is heavy."""
    search: Search
    """How readers look for it."""
    related: tuple[Id, ...] = ()
    """Ids of other modules."""
    say: Words
    """One sentence with which a clinician can introduce it."""
    fits: Words
    """When it helps to offer it, in one line."""
    not_for: Words
    """When not to use it, in one line."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """Every statement of fact."""
    what_we_know: Annotated[tuple[Words, ...], Field(min_length=1)]
    """What is known, in plain sentences."""
    what_we_do_not: Annotated[tuple[Words, ...], Field(min_length=1)]
    """What is not known, in plain sentences."""
    practices: Annotated[tuple[Practice, ...], Field(min_length=1)]
    """Things to try."""
    handout: Handout
    """The one sheet."""
    review: Review | None = None
    """Absent: shown as "not yet reviewed by a clinician"."""

    @property
    def whole(self) -> "ModuleFacts":
        """The same with nothing put away until somebody reads it: what is to be dumped."""
        return self.model_copy(update={"claims": tuple(self.claims)})
