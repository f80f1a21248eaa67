"""What is made when somebody asks is made once, and reads like what was made."""

from builder.model.asked import WhenAsked


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


def test_the_same_things_are_the_same_whoever_makes_them() -> None:
    one, same, other = (WhenAsked(lambda said=said: (said,)) for said in ("tea", "tea", "rain"))  # type: ignore[misc]
    assert one == same
    assert hash(one) == hash(same)
    assert repr(one) == repr(("tea",))
    assert one != other
