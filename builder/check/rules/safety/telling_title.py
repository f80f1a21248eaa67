"""A tab that tells whoever looks over the reader's shoulder."""

from collections.abc import Iterable, Iterator
from datetime import date

from builder.check.phrases import found_in
from builder.check.rule import Case, rule
from builder.check.safety import forms_of, safety
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Path
from builder.model.facts import ModuleFacts
from builder.model.library import Library
from builder.model.packet import packet_file


@rule(
    Code(
        "SAF002",
        "telling-title",
        "error",
        "The name in the browser’s tab stays on the screen and in the history. For some topics it is enough to put a "
        "reader in danger at home.",
        "Give the module or the packet a `discreet_title` that could be about anything, such as Give and take. The words stand in "
        "builder/check/safety.yml.",
        "SAMHSA 2014, Trauma-Informed Approach: safety; Chayn, trauma-informed design: safety, privacy",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "topics: [tea, rest]",
        "topics: [tea, domestic violence]",
        "topics: [tea, domestic violence]\ndiscreet_title: A small pause",
        "violence",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "title: A cup of tea",
        "title: A cup of tea\ndiscreet_title: Tea after abuse",
        "title: A cup of tea\ndiscreet_title: A small pause",
        "abuse",
    ),
    Case(
        "packets/warm-evening.yml",
        "discreet_title: An evening",
        "discreet_title: An evening after abuse",
        "discreet_title: One evening",
        "abuse",
    ),
)
def telling_title(library: Library, today: date) -> Iterator[Finding]:
    """Look for telling words in the names of each published module or packet without a discreet title, and in that title."""
    for module in library.published:
        yield from _told(module.file, module.facts.discreet_title, _names(module.facts))
    for name, packet in library.packets.items():
        if packet.status == "published":
            yield from _told(packet_file(name), packet.discreet_title, [(("title",), packet.title)])


def _told(file: str, discreet: str | None, names: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    for at, name in [(("discreet_title",), discreet)] if discreet else names:
        word = next(found_in(name, forms_of(safety().telling)), None)
        if word:
            where = "The discreet title names the topic" if discreet else "There is no discreet title"
            yield Finding(file, at, f'{where}, and "{word}" can endanger a reader. {_why(word)}', word)
            break


def _names(facts: ModuleFacts) -> Iterator[tuple[Path, str]]:
    yield ("title",), facts.title
    yield ("summary",), facts.summary
    for number, topic in enumerate(facts.topics):
        yield ("topics", number), topic
    for number, name in enumerate(facts.search.also_called):
        yield ("search", "also_called", number), name


def _why(word: str) -> str:
    return next(group.because for group in safety().telling if any(found_in(word, group.words)))
