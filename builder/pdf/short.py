"""A number in, as few bytes as say it out."""

from functools import cache

_POWERS = tuple(10**near for near in range(6))


def short(number: float, near: int = 2) -> bytes:
    """A number as short as it can be written."""
    return _short(round(number * _POWERS[near]), near)


@cache
def tenths(number: int) -> bytes:
    """So many tenths, as short as they can be written."""
    return _short(number, 1)


@cache
def _short(many: int, near: int) -> bytes:
    told = f"{many / 10**near:.{near}f}".rstrip("0").rstrip(".") if near else str(many)
    told = told.replace("0.", ".", 1) if told.startswith(("0.", "-0.")) else told
    return b"0" if told in ("", "-0", "-") else told.encode()
