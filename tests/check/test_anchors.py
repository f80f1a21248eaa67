"""What stands on a page has a name that nothing else on it has."""

import re
from dataclasses import replace

from builder.check.rules.structure.duplicate_id import duplicate_id
from builder.model.anchors import FORMS, FRAME
from builder.model.library import Library
from tests.conftest import ROOT, TODAY


def test_every_name_of_a_template_is_kept_from_authors() -> None:
    templates = list((ROOT / "theme").rglob("*.html"))
    names = {name for path in templates for name in re.findall(r'\bid="([a-z-]+)"', path.read_text("utf-8"))}
    assert names - {"q", "q-note"} == FRAME.union(*FORMS.values())


def test_two_claims_in_one_place_of_the_page_of_all_claims_are_named(sample: Library) -> None:
    tea, socks = sample.outlines["cup-of-tea"], sample.outlines["warm-socks"]
    outlines = {
        "cup-of-tea": replace(tea, claims=(("and-milk-cools", "theory"),)),
        "cup-of-tea-and-milk": replace(socks, id="cup-of-tea-and-milk", claims=(("cools", "theory"),)),
        "cup": replace(socks, id="cup", claims=(("warms", "theory"), ("of-tea", "theory"))),
    }
    found = [one.at for one in duplicate_id.find(replace(sample, modules={}, outlines=outlines), TODAY)]
    assert found == [("claims", 0, "id"), ("claims", 1, "id")]
