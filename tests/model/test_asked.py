"""What is made when somebody asks is made when it has to be, and reads like what was made."""

import pytest

from builder.model.asked import EachTime, WhenAsked


def test_nothing_is_made_before_somebody_asks_and_then_once() -> None:
    made = []

    def make() -> tuple[str, ...]:
        made.append("made")
        return "one", "two", "three"

    asked = WhenAsked(make)
    assert not made
    assert (asked[0], asked[-1], tuple(asked), len(asked), asked[1:]) == (
        "one",
        "three",
        ("one", "two", "three"),
        3,
        ("two", "three"),
    )
    assert made == ["made"]


def test_what_takes_less_to_make_than_to_hold_is_made_each_time() -> None:
    made = []

    def make() -> tuple[str, ...]:
        made.append("made")
        return ("one",)

    asked = EachTime(make)
    assert not made
    assert tuple(asked) == tuple(asked) == ("one",)
    assert len(made) >= 2


@pytest.mark.parametrize("kind", [EachTime, WhenAsked])
def test_the_same_things_are_the_same_whoever_makes_them(kind: type[EachTime[str]]) -> None:
    one, same, other = (kind(lambda said=said: (said,)) for said in ("tea", "tea", "rain"))
    assert one == same
    assert hash(one) == hash(same)
    assert repr(one) == repr(("tea",))
    assert one != other


def test_what_is_made_is_known_by_what_it_rests_on() -> None:
    made = []

    def make() -> tuple[str, ...]:
        made.append("made")
        return ("one",)

    assert repr(EachTime(make, lambda: "all of it")) == "all of it"
    assert not made
