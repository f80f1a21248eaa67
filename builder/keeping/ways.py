"""Two names in, how every place that has the old one is called now out."""

from collections.abc import Callable

Way = Callable[[str], str | None]
"""A place in, the place where it is now out; None where it has not moved."""


def nowhere(place: str) -> str | None:
    """Nothing else has moved."""
    return None


def under(old: str, new: str) -> Way:
    """A page with all that is on it and below it."""

    def way(place: str) -> str | None:
        return new + place.removeprefix(old) if place.startswith(old) else None

    return way


def of_stem(old: str, new: str) -> Way:
    """Files that are made of one thing: coreg.pdf, coreg-large.pdf, coreg.epub."""

    def way(place: str) -> str | None:
        is_one = place.startswith((f"{old}.", f"{old}-")) and "#" not in place
        return new + place.removeprefix(old) if is_one else None

    return way


def of_module(old: str, new: str) -> Way:
    """A module's pages and files, and the places of lists that are named after it."""
    own = under(f"{old}/", f"{new}/")

    def way(place: str) -> str | None:
        address, mark, anchor = place.partition("#")
        if mark and (anchor == old or anchor.startswith(f"{old}-")) and not address.startswith(f"{old}/"):
            return f"{address}#{new}{anchor.removeprefix(old)}"
        return own(place)

    return way


def of_claim(old: str, new: str) -> Way:
    """A claim in the lists of all claims, where it is named after its module. Both are its places on its pages."""

    def way(place: str) -> str | None:
        address, _, anchor = place.partition("#")
        return f"{address}#{_listed(new)}" if anchor == _listed(old) else None

    return way if "#claim-" in old and "#claim-" in new else nowhere


def _listed(claim: str) -> str:
    module, _, anchor = claim.partition("/#claim-")
    return f"{module}-{anchor}"


def first(*ways: Way) -> Way:
    """The first way that knows a place."""
    return lambda place: next((now for way in ways if (now := way(place)) is not None), None)
