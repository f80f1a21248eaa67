"""A licence's short name in, what it lets people do and where that is told out."""

import re

_CREATIVE = re.compile(r"CC (BY(?:-NC)?(?:-SA|-ND)?) (\d\.\d)")


def licence_address(licence: str) -> str:
    """The address of a Creative Commons licence; "" for another."""
    found = _CREATIVE.fullmatch(licence)
    return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/" if found else ""


def licence_means(licence: str, name: str) -> str:
    """What one can do with the words, for the licence that lets people do most; "" for another."""
    if not re.fullmatch(r"CC BY \d\.\d", licence):
        return ""
    return f"You can copy, share and change them, if you name {name} and say what you changed."
