"""The style sheet keeps its promises: contrast as computed, nothing heavy, nothing that the look forbids."""

import gzip
import re

import pytest

from tests.conftest import ROOT

ASSETS = ROOT / "theme/assets"
CSS = (ASSETS / "style.css").read_text(encoding="utf-8")

TEXT = [("ink", "ground"), ("soft", "ground"), ("link", "ground"), ("on-lamp", "lamp"), ("on-night", "night"),
        ("on-act", "act")]  # fmt: skip
DRAWN = [("thread", "ground"), ("thread", "lamp"), ("edge", "ground"), ("act", "lamp")]


def tokens(scheme: str) -> dict[str, str]:
    light, dark = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    return found | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark)) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("upper", "lower", "least"), [(*pair, 7) for pair in TEXT] + [(*pair, 3) for pair in DRAWN])
def test_colours_can_be_told_apart(scheme: str, upper: str, lower: str, least: float) -> None:
    colours = tokens(scheme)
    assert contrast(colours[upper], colours[lower]) >= least


def test_colours_are_tokens() -> None:
    rules = re.sub(r":root \{.*?\}", "", CSS, flags=re.DOTALL)
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", rules)) <= {"#1c3240", "#000", "#fff", "#333", "#555", "#999"}
    assert contrast("#1c3240", tokens("dark")["on-night"]) >= 7


def test_nothing_is_smaller_than_sixteen_pixels() -> None:
    assert all(float(size) >= 1 for size in re.findall(r"font-size: ([\d.]+)rem", CSS))


def test_nothing_is_slanted_or_moves_by_itself() -> None:
    assert not re.search(r"italic|transition:|@keyframes|animation:|scroll-behavior|text-transform|box-shadow", CSS)


def test_the_theme_stays_light() -> None:
    weight = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in ASSETS.glob("*.*")}
    assert weight["style.css"] + weight["wide.css"] + weight["paper.css"] <= 7_500
    assert weight["steady.js"] <= 2_300
    assert weight["search.js"] <= 3_800  # on no first visit: it comes when somebody touches the field
    assert (ASSETS / "font/atkinson-next-latin-400-700.woff2").stat().st_size <= 21_000
