"""The codes of what can be wrong with a waiver. They lie here because a waiver is judged only when all else is found."""

from builder.diagnostics.code import Case, Code

_HOUSE = "House rule of this library"


def _waiver(rule: str, file: str, until: str = "2027-03-01", words: str = "") -> str:
    said = f"  words: {words}\n" if words else ""
    return (
        f"- rule: {rule}\n  file: {file}\n{said}  reason: The sample shows it.\n  by: Sample Writer\n  until: {until}\n"
    )


_USED = _waiver("LAN005", "pages/try.md", words="it will boil")
_SOCKS = "modules/warm-socks/learn.md"

UNUSED = Code(
    "WAI001",
    "unused-waiver",
    "warning",
    "A waiver that lets nothing through today would let a new mistake through tomorrow, and nobody would see it.",
    "Take the waiver out, or correct its file or its words.",
    _HOUSE,
    (
        Case("waivers.yml", "", _waiver("LAN005", _SOCKS) + _USED, _USED, "LAN005"),
        Case("waivers.yml", "", _waiver("LAN005", "pages/try.md", words="can boil") + _USED, _USED, "can boil"),
        Case("waivers.yml", "", _waiver("LAN005", "pages/tray.md") + _USED, _USED, "pages"),
    ),
)
EXPIRED = Code(
    "WAI002",
    "expired-waiver",
    "error",
    "Somebody allowed this up to a day. After that day it is no longer allowed by anybody.",
    "Mend what the waiver was for and take it out, or decide again and write a new reason and a new day.",
    _HOUSE,
    (Case("waivers.yml", "", _waiver("LAN005", _SOCKS, "2026-11-23") + _USED, _USED, "2026-11-23"),),
)
NOT_ALLOWED = Code(
    "WAI003",
    "waiver-not-allowed",
    "error",
    "Rules for safety and security protect a reader who cannot see that one was set aside, and without the rules of "
    "form and structure no page can be made. A waiver without an end is forgotten.",
    "Mend what the rule found, and take the waiver out.",
    _HOUSE,
    (
        Case("waivers.yml", "", _waiver("MKD001", _SOCKS) + _USED, _USED, "MKD001"),
        Case("waivers.yml", "", _waiver("LAN005", _SOCKS, "2029-03-01") + _USED, _USED, "2029-03-01"),
    ),
)
UNKNOWN_RULE = Code(
    "WAI004",
    "unknown-rule",
    "error",
    "A waiver of a rule that is not there lets nothing through; it is most often a slip of the pen.",
    "Write the code as the report shows it. `psychoed rules` lists them all.",
    _HOUSE,
    (Case("waivers.yml", "", _waiver("LAN901", _SOCKS) + _USED, _USED, "LAN901"),),
)

CODES = (UNUSED, EXPIRED, NOT_ALLOWED, UNKNOWN_RULE)
"""Every code of this room, in order."""
