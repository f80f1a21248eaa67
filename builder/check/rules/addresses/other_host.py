"""A base address that is not the one at which the last release is out."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.ledger import FILE
from builder.model.library import Library

_OUT = 'releases:\n  - {version: "0.1", on: 2026-01-02, at: "https://%s"}\n'


@rule(
    Code(
        "ADR006",
        "other-host",
        "warning",
        "Every printed code and every link that somebody keeps starts with the old address. Where nothing answers there, "
        "all of them open nothing, and no list of places that moved can help.",
        "Have the old address lead on to the new one, each page to the same page, for as long as sheets are in use. "
        "Then release the next version: it records the new address.",
        "W3C, Cool URIs don’t change",
    ),
    Case(FILE, "", _OUT % "old.sample.org", _OUT % "sample.example", "https://sample.example", in_file="library.yml"),
    reads=FILE,
)
def other_host(library: Library, today: date) -> Iterator[Finding]:
    """Compare the base address with that of the last release that had a real one."""
    out = next((one for one in reversed(library.ledger.releases) if one.at), None)
    now = library.settings.base_address.rstrip("/")
    if out and out.at != now:
        message = f"Version {out.version} is out at {out.at}, and codes that were printed lead there, not to {now}."
        yield Finding(library.file_of("base_address"), ("base_address",), message)
