"""What is said of a source that is not there, of one that nobody checked, and of a claim that is not there."""

from dataclasses import replace
from datetime import date

import pytest

from builder.check.rules.evidence.source_unchecked import source_unchecked
from builder.check.rules.references.unknown_claim import unknown_claim
from builder.check.rules.references.unknown_source import unknown_source
from builder.load.gather import load
from builder.model.library import Library
from tests.check.sample import SAMPLE

TODAY = date(2026, 11, 24)
LIBRARY = load(SAMPLE).library


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("kettle2010", "kettle2001"),
        ("kettel2001", "kettle2001"),
        ("kttle2001", "kettle2001"),
        ("kettlle2001", "kettle2001"),
        ("nettle2001", "kettle2001"),
        ("metal2001", ""),
        ("spoor1999", ""),
    ],
)
def test_a_source_of_another_author_is_never_offered(written: str, offered: str) -> None:
    (found,) = unknown_source.find(_resting_on(written), TODAY)
    assert found.message.partition("Did you mean ")[2] == (f'"{offered}"?' if offered else "")


def test_a_claim_that_is_not_there_never_offers_the_name_of_its_own_module() -> None:
    tea = replace(LIBRARY.outlines["cup-of-tea"], claims=())
    found = list(unknown_claim.find(replace(LIBRARY, outlines={**LIBRARY.outlines, "cup-of-tea": tea}), TODAY))
    assert found
    assert not [one.message for one in found if "Did you mean" in one.message]


@pytest.mark.parametrize("note", [None, "finding: Warm.", "verified:", "It was not verified: see there."])
def test_a_note_without_a_look_up_is_none(note: str | None) -> None:
    found = list(source_unchecked.find(_noting(note), TODAY))
    assert {"quotes.yml", "modules/cup-of-tea/module.yml", "modules/cup-of-tea/learn.md"} <= {one.file for one in found}


def test_a_source_that_only_a_draft_names_can_wait() -> None:
    drafts = {id: one for id, one in _noting(None).modules.items() if one.facts.status == "draft"}
    assert not list(source_unchecked.find(replace(_noting(None), modules=drafts, quotes={}, pages={}), TODAY))


def _resting_on(key: str) -> Library:
    tea = LIBRARY.modules["cup-of-tea"]
    claim = tea.facts.claims[0].model_copy(update={"sources": (key,)})
    facts = tea.facts.model_copy(update={"claims": (claim,)})
    return replace(LIBRARY, modules={tea.id: replace(tea, facts=facts)})


def _noting(note: str | None) -> Library:
    spoon = LIBRARY.references["spoon2010"].model_copy(update={"note": note})
    return replace(LIBRARY, references={**LIBRARY.references, spoon.id: spoon})
