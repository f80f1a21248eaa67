"""The content as it stands in, the promise that its addresses last out: the edition in library.yml, in the ledger."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from builder.check.promises import spoken
from builder.check.published import Published, published_of
from builder.diagnostics.errors import BuilderError
from builder.keeping import record
from builder.keeping.plan import Bench, Plan, said
from builder.keeping.sentence import sentence_in
from builder.load.gather import load_files
from builder.markup.day import in_words
from builder.model.content_hash import content_hash
from builder.model.ledger import Ledger

_SHOWN = 40


def release(content: Path, says: tuple[str, ...], today: date, write: bool) -> tuple[str, ...]:
    """Record everything that is published. Say what is new, and write it where `write` says so; nothing if all is recorded.

    Raises:
        BuilderError: the content has errors, or this version went out with another content.
    """
    says = tuple(sentence_in(one, "--says", "What is new needs words.") for one in says)
    bench = Bench(content, today)
    errors = [one for one in bench.before.report.diagnostics if one.code.severity == "error"]
    if errors:
        lines = said(errors, content)
        raise BuilderError(
            "\n".join(["Nothing can be released while the content has errors:", *lines]), "Mend them first."
        )
    settings = bench.library.settings
    library = load_files(bench.files).library
    at = settings.base_address.rstrip("/") if settings.has_real_address else None
    hashes = {module.id: content_hash(module, library) for module in library.published}

    def with_(there: Published) -> Ledger:
        return record.released(bench.ledger, there, settings.version, settings.released, says, hashes, at)

    there = published_of(replace(bench.library, ledger=with_(bench.there)))  # a release has its place on a page too
    ledger = with_(there)
    last = ledger.releases[-1]
    earlier = {one.version: one for one in bench.ledger.releases}
    new = tuple(_new(bench.ledger, ledger))
    if settings.version in earlier:
        if not new and not last.modules:
            if says:
                raise BuilderError(
                    f"Version {settings.version} is in the ledger already, and nothing has changed since. Nothing was written.",
                    "What is new is said of the next version: give library.yml its number, and the day of its release.",
                )
            return ()
        on = in_words(earlier[settings.version].on)
        raise BuilderError(
            "\n".join(
                [f"Version {settings.version} was released on {on}, with another content:", *new, *_words(last.modules)]
            ),
            "Give library.yml the next version, and the day of its release.",
        )
    if bench.ledger.releases and settings.released < bench.ledger.releases[-1].on:
        raise BuilderError(
            "The day of this release lies before that of the last one.", "Correct released: in library.yml."
        )
    bench.refuse_new_errors(Plan(), ledger, f"Version {settings.version} cannot be released so.")
    if write:
        bench.carry_out(Plan(), ledger)
    head = f"Version {settings.version}, {in_words(settings.released)}: {_counted(there)}."
    return (head, *new, *_words(last.modules))


def _new(before: Ledger, after: Ledger) -> Iterator[str]:
    """What was not promised before, by page."""
    known = {place for place, _ in before.promised}
    fresh: dict[str, list[str]] = {}
    for place, key in after.promised:
        if place not in known:
            fresh.setdefault(key, []).append(place)
    for number, (key, places) in enumerate(sorted(fresh.items(), key=lambda one: (-len(one[1]), one[0]))):
        if number == _SHOWN:
            yield f"… and new places on {len(fresh) - _SHOWN} more pages."
            return
        page = "the page, " if key in places else ""
        anchors, files = sum("#" in one for one in places), sum("#" not in one and one != key for one in places)
        yield f"New on {spoken(key)}: {page}{_many(anchors, 'anchor')}, {_many(files, 'file')}."


def _words(modules: dict[str, str]) -> list[str]:
    return [f"New words: {', '.join(modules)}."] if modules else []


def _counted(there: Published) -> str:
    anchors = sum(map(len, there.pages.values()))
    return f"{_many(len(there.pages), 'address')}, {_many(anchors, 'anchor')} and {_many(len(there.files), 'file')}"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}{'es' if noun.endswith('s') else 's'}"
