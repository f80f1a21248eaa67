"""Drawings are lines, shapes and words; anything that can act is refused at its line."""

import re

import pytest

from builder.load.drawing import figure_of
from tests.conftest import ROOT

GOOD = (ROOT / "tests/sample/modules/cup-of-tea/figures/cup.svg").read_text("utf-8")


def codes(text: str) -> list[str]:
    return [code.id for code, _ in figure_of("cup", "cup.svg", text)[1]]


def test_a_plain_drawing_is_read_with_its_words() -> None:
    figure, findings = figure_of("cup", "cup.svg", GOOD)
    assert not findings
    assert figure
    assert (figure.title, figure.licence) == ("Steam over a cup", "CC BY 4.0, Sample Library")


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        '<a href="https://x.example"><text>x</text></a>',
        '<image href="https://x.example/x.png"/>',
        '<use href="#x"/>',
        "<style>*{}</style>",
        "<foreignObject><b>x</b></foreignObject>",
        '<path onload="alert(1)" d="M0 0"/>',
        '<path style="x" d="M0 0"/>',
        '<path fill="url(https://x.example)" d="M0 0"/>',
        '<animate attributeName="x"/>',
        "<?php echo 1 ?>",
        '<!--><meta http-equiv="refresh" content="0;url=https://x.example/"><script>alert(1)</script>-->',
        "<g><![CDATA[</g><form><script>alert(1)</script></form><g>]]></g>",
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_what_can_act_is_refused(bad: str) -> None:
    assert "SVG002" in codes(GOOD.replace("<g fill", f"{bad}<g fill"))


def test_a_style_is_told_as_attributes_so_that_the_drawing_keeps_its_looks() -> None:
    path = '<path style="fill:none; stroke:#a85a12;-inkscape-stroke:none;clip-path:url(#x)" d="M0 0"/>'
    ((_, finding),) = figure_of("cup", "cup.svg", GOOD.replace("<g fill", f"{path}<g fill"))[1]
    assert finding.mend == 'Write each part of it as an attribute of its own: fill="none" stroke="#a85a12"'


def test_entities_are_refused_before_they_can_grow() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "' + "x" * 1000 + '"><!ENTITY b "' + "&a;" * 1000 + '">]>'
    assert codes(bomb + GOOD.replace("a cup", "&b;")) == ["SVG002"]


@pytest.mark.parametrize("tag", ["title", "desc", "metadata"])
def test_missing_words_are_named(tag: str) -> None:
    start, end = GOOD.index(f"<{tag}"), GOOD.index(f"</{tag}>") + len(tag) + 3
    assert codes(GOOD[:start] + GOOD[end:]) == ["SVG003"]


@pytest.mark.parametrize("text", ["", "<svg", "words", "<svg><g></svg>", "<html></html>"])
def test_what_is_no_drawing_is_named(text: str) -> None:
    assert codes(text)[0] == "SVG001"


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ('viewBox="0 0 320 120"', "", "SVG001"),
        ('viewBox="0 0 320 120"', 'viewBox="0 0 0 0"', "SVG001"),
        ('viewBox="0 0 320 120"', 'viewBox="0 0 320 120" width="0" height="0"', "SVG002"),
        ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "SVG001"),
    ],
)
def test_a_drawing_has_its_name_space_and_its_own_size(was: str, now: str, code: str) -> None:
    assert code in codes(GOOD.replace(was, now))


def test_two_drawings_never_share_a_name_on_a_page() -> None:
    made = [figure.svg for name in ("cup", "pot") if (figure := figure_of(name, f"{name}.svg", GOOD)[0])]
    ids = [set(re.findall(r' id="([^"]+)"', svg)) for svg in made]
    assert len(ids) == 2 and all(ids) and not ids[0] & ids[1]
    for svg, own in zip(made, ids, strict=True):
        assert {*" ".join(re.findall(r'aria-(?:labelled|described)by="([^"]+)"', svg)).split()} == own
