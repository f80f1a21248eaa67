"""A way out that leads back to the library's own host."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "SAF006",
        "exit-stays-here",
        "error",
        "Leave this site opens this address while somebody may be looking. A page of the library’s own host shows its name, "
        "and can lead back to what was read.",
        "Name an everyday page of another host, such as one on the weather. It needs no account, shows nothing of earlier "
        "visits and is light. Open it in a private window before each release.",
        "GOV.UK Design System, Exit a page quickly: where to send people",
    ),
    Case(
        "library.yml",
        "exit_target: https://weather.example/today",
        "exit_target: https://sample.example/weather",
        "exit_target: https://weather.example/",
        "https://sample.example/weather",
    ),
    Case(
        "library.yml",
        "exit_target: https://weather.example/today",
        "exit_target: https://WWW.Sample.example/",
        "exit_target: https://resample.example/",
        "https://WWW.Sample.example/",
    ),
    Case(
        "publisher.yml",
        "",
        "name: Tea Clinic\nexit_target: https://sample.example/weather\n",
        "name: Tea Clinic\nexit_target: https://rain.example/\n",
        "https://sample.example/weather",
    ),
    reads="library.yml",
)
def exit_stays_here(library: Library, today: date) -> Iterator[Finding]:
    """Compare the hosts of the exit and of the library. Every part has the settings: they are judged with the pages."""
    if library.pages and _one_site(library.settings.exit_target, library.settings.base_address):
        message = "Leave this site would open a page of the library’s own host."
        yield Finding(library.file_of("exit_target"), ("exit_target",), message)


def _one_site(one: str, other: str) -> bool:
    """Whether two addresses have one host, or one host lies below the other."""
    hosts = ((urlsplit(address).hostname or "").rstrip(".").removeprefix("www.") for address in (one, other))
    first, second = (f".{host}" for host in hosts)
    return first.endswith(second) or second.endswith(first)
