"""A claim: a statement of fact with a status and the sources that it stands on."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from builder.model.noun import Citekey, Id, Noun, Words

Status = Literal["strong", "moderate", "limited", "contested", "theory"]

STATUSES: tuple[Status, ...] = ("strong", "moderate", "limited", "contested", "theory")
"""Every status, the surest first."""


class LookedAgain(Noun):
    """Somebody looked for newer sources, and found none that changes what the claim says."""

    by: Id
    """Id of the person in people.yml."""
    on: date
    """The day of the search."""


class Claim(Noun):
    """One statement of fact, how sure it is, and on whose word."""

    id: Id
    """Permanent. Prose points here with `claim:ID`."""
    says: Words
    """One plain sentence, no stronger than the evidence."""
    status: Status
    """strong: many studies agree. moderate: good studies, with limits. limited: few or small studies.
    contested: experts openly disagree. theory: an idea not tested, or hard to test."""
    holds_for: Words
    """Who was studied, and the limits, in plain words."""
    sources: Annotated[tuple[Citekey, ...], Field(alias="for")] = ()
    """Citekeys of the sources that support it."""
    against: tuple[Citekey, ...] = ()
    """Citekeys of the sources that speak against it or limit it. Needed when contested."""
    looked_again: LookedAgain | None = None
    """Absent: nobody has looked for newer sources yet."""
    for_says: Words | None = None
    """When contested: the case for, in one sentence."""
    against_says: Words | None = None
    """When contested: the case against, in one sentence of about the same length."""
