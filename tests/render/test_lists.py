"""The generated lists: what a tap on a helpline calls, or writes to."""

import re
from dataclasses import replace

import pytest

from builder.model import document as doc
from builder.model.library import Library
from builder.model.shared import Country
from builder.render import publication_of
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        ("Text HOME to 741741", ["741741"]),
        ("Text 0477 13 11 14.", ["0477131114"]),
        ("Text +44 7860 039967", ["+447860039967"]),
        ("Text 555-0100", ["5550100"]),
        ("Text HELLO to 85258, 24/7", []),
        ("Text 988 from 8 to 22", []),
        ("Use the form on the website", []),
    ],
)
def test_a_tap_writes_to_a_number_only_where_it_is_sure_which_is_meant(
    words: str, opened: list[str], sample: Library
) -> None:
    line = {"name": "Night Line", "for": "Anyone", "text": words}
    country = {"id": "tea-land", "name": "Tea Land", "emergency": ("000",), "lines": (line,)}
    library = replace(
        sample, helplines=sample.helplines.model_copy(update={"countries": (Country.model_validate(country),)})
    )
    page = next(one for one in publication_of(library, TODAY).pages if one.address == "help/")
    assert re.findall(r"sms:([+\d]+)", repr(page.blocks)) == opened


def test_a_name_that_people_use_stands_under_its_letter_without_its_accent(sample: Library) -> None:
    terms = {id: term.model_copy(update={"called": ("Élan", "émile", "Emil")}) for id, term in sample.terms.items()}
    page = next(one for one in publication_of(replace(sample, terms=terms), TODAY).pages if one.address == "search/")
    blocks = list(page.blocks)
    heads = [block.anchor for block in blocks if isinstance(block, doc.Heading) and block.anchor.startswith("under-")]
    assert heads == sorted({*heads})
    under = blocks[
        next(at for at, one in enumerate(blocks) if isinstance(one, doc.Heading) and one.anchor == "under-e") + 1
    ]
    shown = re.findall("Élan|émile|Emil", repr(under))
    assert list(dict.fromkeys(shown)) == ["Élan", "Emil", "émile"]
