"""A pair of colours is judged with the theme's own where the publisher gives one of the two, scheme by scheme."""

import pytest

from builder.check.colours import too_close
from builder.load.files import Files, read
from builder.load.gather import load_files
from tests.check.sample import SAMPLE

FILES = read(SAMPLE)


def found(kind: str, colours: str) -> list[tuple[tuple[object, ...], str]]:
    library = load_files(Files({**FILES.texts, "publisher.yml": f"name: A\ncolours: {colours}\n"}, ())).library
    return [(one.at[1:], one.message) for one in too_close(library, kind)]  # type: ignore[arg-type, index]


def test_the_given_colour_is_named_with_what_it_stands_on() -> None:
    assert found("text", '{light: {link: "#767676"}}') == [
        (
            ("light", "link"),
            "Links: link (#767676) on ground (#fbf8f3, the theme’s own) is 4.28 to 1 in the light colours; at least 7 to 1 is "
            "needed.",
        )
    ]


def test_each_pair_with_a_new_ground_is_computed_again() -> None:
    spots = [at for at, _ in found("text", '{dark: {ground: "#44505a"}}')]
    assert spots == [("dark", "ground")] * 3


@pytest.mark.parametrize(("edge", "stops"), [("#959595", True), ("#949494", False)])
def test_what_is_not_quite_enough_is_not_rounded_up(edge: str, stops: bool) -> None:
    told = found("drawn", f'{{light: {{ground: "#ffffff", edge: "{edge}"}}}}')
    assert [message for _, message in told if "edge" in message and "2.99 to 1" in message] == [
        message for _, message in told if stops
    ]
    assert bool(told) == stops


def test_colours_that_only_change_places_are_fine() -> None:
    assert not found("text", '{light: {act: "#fdf7ec", on-act: "#1c3240"}}')
    assert found("drawn", '{light: {act: "#fdf7ec", on-act: "#1c3240"}}')
