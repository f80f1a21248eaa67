"""Families of codes: the first three letters of a code say to which one it belongs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """Codes that belong together. A finding of a family that is not `waivable` cannot be let through by anybody."""

    prefix: str
    title: str
    waivable: bool = True


FAMILIES = (
    Family("FIL", "Files and security", waivable=False),
    Family("YML", "YAML and security", waivable=False),
    Family("FMT", "Format", waivable=False),
    Family("MKD", "Markdown and security", waivable=False),
    Family("SVG", "Drawings and security", waivable=False),
    Family("STR", "Structure", waivable=False),
    Family("REF", "References, links and anchors", waivable=False),
    Family("EVI", "Evidence"),
    Family("QUO", "Quotations"),
    Family("REV", "Review and expiry"),
    Family("LAN", "Plain language and respectful wording"),
    Family("SAF", "Safety and choice", waivable=False),
    Family("ACC", "Accessibility of content"),
    Family("MED", "Media and licences", waivable=False),
    Family("ADR", "Addresses"),
    Family("WAI", "Waivers", waivable=False),
    Family("PDF", "Paper", waivable=False),
)
"""Every family, in the order in which lists show them."""

BY_PREFIX = {family.prefix: family for family in FAMILIES}
"""Every family by its letters."""
