"""The style sheet keeps its promises: contrast as computed, nothing heavy, nothing that the look forbids."""

import gzip
import re

import pytest

from builder.check.colours import Pair, palette
from builder.check.contrast import contrast
from builder.model.publisher import Colours
from builder.site.style import style_of
from tests.conftest import ROOT

ASSETS = ROOT / "theme/assets"
CSS = style_of(ROOT / "theme")

PAIRS = [(pair, kind.least) for kind in (palette().text, palette().drawn) for pair in kind.pairs]


def tokens(scheme: str) -> dict[str, str]:
    light, dark = re.findall(r":root\{(.*?)\}", CSS, re.DOTALL)[:2]
    found = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", light))
    return found | (dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", dark)) if scheme == "dark" else {})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("pair", "least"), PAIRS, ids=lambda one: f"{one.upper}-{one.lower}" if isinstance(one, Pair) else ""
)
def test_colours_can_be_told_apart(scheme: str, pair: Pair, least: float) -> None:
    colours = tokens(scheme)
    assert contrast(colours[pair.upper], colours[pair.lower]) >= least


def test_the_check_knows_the_colours_of_the_style_sheet_and_a_publisher_can_give_each() -> None:
    assert palette().light == tokens("light")
    assert palette().dark == tokens("dark")
    assert {field.alias or name for name, field in Colours.model_fields.items()} == set(tokens("light"))


def test_contrast_is_what_wcag_says_it_is() -> None:
    assert contrast("#000000", "#FFFFFF") == contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#010101", "#010101") == 1


def test_colours_are_tokens() -> None:
    rules = re.sub(r":root\{.*?\}", "", CSS, flags=re.DOTALL)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", rules)) <= {"#000", "#555"}  # on paper


def test_nothing_is_smaller_than_sixteen_pixels() -> None:
    assert all(float(size) >= 1 for size in re.findall(r"font-size:([\d.]+)rem", CSS))


def test_nothing_is_slanted_or_moves_by_itself() -> None:
    assert not re.search(r"italic|transition:|@keyframes|animation:|scroll-behavior|text-transform|box-shadow", CSS)


def test_what_an_older_browser_does_not_know_takes_nothing_else_along() -> None:
    """One unknown selector drops the whole list that it stands in, and stops a script."""
    sheets = CSS + "".join(path.read_text("utf-8") for path in ASSETS.glob("*.css"))
    unlike = re.compile(r":has\((?:[^()]|\([^()]*\))*\)|:(?:is|not|where)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
    lists = [one for one in re.findall(r"[^{}]+(?=\{)", sheets) if ":has(" in one and "," in unlike.sub("", one)]
    assert lists == []
    assert [path.name for path in ASSETS.glob("*.js") if ":has(" in path.read_text("utf-8")] == []


def test_the_theme_stays_light() -> None:
    weight = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in ASSETS.glob("*.*")}
    assert len(gzip.compress(CSS.encode(), 9)) <= 8_000
    assert weight["steady.js"] + weight["reading.js"] + weight["guide.js"] <= 4_096
    assert (
        weight["code.js"] <= 2_100
    )  # on the home page, and where an address is lost; the codes come when they are needed
    assert weight["share.js"] + weight["share.css"] + weight["qr.js"] <= 7_000  # when somebody sends a page
    assert weight["search.js"] <= 3_800  # on no first visit: it comes when somebody touches the field
    assert (ASSETS / "font/atkinson-next-words.woff2").stat().st_size <= 12_500
