"""The codes of what can be wrong with a waiver. They lie here because a waiver is judged only when all else is found."""

from builder.diagnostics.code import Case, Code

_HOUSE = "House rule of this library"


def _waiver(rule: str, file: str, until: str = "2027-03-01", words: str = "") -> str:
    said = f"  words: {words}\n" if words else ""
    return (
        f"- rule: {rule}\n  file: {file}\n{said}  reason: The sample shows it.\n  by: Sample Writer\n  until: {until}\n"
    )


_USED = _waiver("REV001", "modules/cup-of-tea/module.yml")

UNUSED = Code(
    "WAI001",
    "unused-waiver",
    "warning",
    "A waiver that lets nothing through today would let a new mistake through tomorrow, and nobody would see it.",
    "Take the waiver out, or correct its file or its words.",
    _HOUSE,
    (
        Case("waivers.yml", "", _waiver("REV001", "modules/warm-socks/module.yml"), _USED, "REV001"),
        Case(
            "waivers.yml",
            "",
            _waiver("REV001", "modules/cup-of-tea/module.yml", words="draft"),
            _waiver("REV001", "modules/cup-of-tea/module.yml", words="published"),
            "draft",
        ),
        Case("waivers.yml", "", _waiver("REV001", "modules/cup-of-tee/module.yml"), _USED, "modules"),
    ),
)
EXPIRED = Code(
    "WAI002",
    "expired-waiver",
    "error",
    "Somebody allowed this up to a day. After that day it is no longer allowed by anybody.",
    "Mend what the waiver was for and take it out, or decide again and write a new reason and a new day.",
    _HOUSE,
    (Case("waivers.yml", "", _waiver("REV001", "modules/warm-socks/module.yml", "2026-11-23"), _USED, "2026-11-23"),),
)
NOT_ALLOWED = Code(
    "WAI003",
    "waiver-not-allowed",
    "error",
    "Rules for safety and security protect a reader who cannot see that one was set aside, and without the rules of "
    "the format no page can be made.",
    "Mend what the rule found, and take the waiver out.",
    _HOUSE,
    (Case("waivers.yml", "", _waiver("MKD001", "modules/warm-socks/learn.md"), _USED, "MKD001"),),
)
UNKNOWN_RULE = Code(
    "WAI004",
    "unknown-rule",
    "error",
    "A waiver of a rule that is not there lets nothing through; it is most often a slip of the pen.",
    "Write the code as the report shows it. `psychoed rules` lists them all.",
    _HOUSE,
    (Case("waivers.yml", "", _waiver("REV901", "modules/cup-of-tea/module.yml"), _USED, "REV901"),),
)

CODES = (UNUSED, EXPIRED, NOT_ALLOWED, UNKNOWN_RULE)
"""Every code of this room, in order."""
