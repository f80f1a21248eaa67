"""YAML text in, plain data out, with the extent of every value, and every trouble by its place.

Read from the parser's events, so that nothing is resolved behind our back: no aliases, no tags, no duplicate keys,
no YAML 1.1 guesses. Sequences become tuples. Scalars follow the YAML 1.2.2 core schema, and ISO dates are dates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from builder.diagnostics.code import Code
from builder.diagnostics.finding import Path
from builder.diagnostics.source import Extent
from builder.load import codes
from builder.load.broken import in_plain_words
from builder.markup.hidden import hidden_in, tag_in

MAX_DEPTH = 20
"""More levels than any content file needs."""

MAX_VALUES = 60_000
"""More values than any content file needs."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(0|[1-9]\d*)")
_FLOAT = re.compile(r"[-+]?(\d+\.\d*|\.\d+)([eE][-+]?\d+)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_AMBIGUOUS = re.compile(
    r"(?i:y|yes|n|no|on|off)|[Nn]ull|NULL|~|TRUE|FALSE|True|False"
    r"|[-+]?0\d+|0[xob][0-9a-fA-F_]+|[-+]?\d+(_\d+)+|\d+(:[0-5]?\d)+(\.\d*)?|[-+]?\d+(\.\d*)?[eE][-+]?\d+"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|=|\d{4}-\d{1,2}-\d{1,2}[Tt ].*"
)


@dataclass(frozen=True)
class Trouble:
    """One fault of the YAML itself: its code, its extent, and what is wrong."""

    code: Code
    extent: Extent
    message: str


@dataclass
class Tree:
    """What one YAML text holds. `data` is None where it could not be read."""

    data: Any = None
    extents: dict[Path, Extent] = field(default_factory=dict)
    keys: dict[Path, Extent] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)


def tree_of(text: str) -> Tree:
    """Read one YAML document. Never raises on any text."""
    tree = Tree()
    try:
        # Events are taken one by one: the parser's own time grows with the square of what is open.
        _Builder(tree, yaml.parse(text, Loader=_LOADER)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        start = min(mark.index, len(text)) if mark else 0
        _give_up(tree, start, in_plain_words(error.problem or "broken", text, start))
    except yaml.YAMLError:
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        start = found.start() if found else 0
        _give_up(tree, start, "This file holds a character that no text may hold.")
    except _Stop:
        pass
    return tree


def _give_up(tree: Tree, start: int, message: str) -> None:
    unread = " Nothing else in this file was checked yet." if tree.data is None else ""
    tree.troubles.append(Trouble(codes.BROKEN_YAML, Extent(start, start), f"{message}{unread}"))


class _Stop(Exception):
    """Reading on would be unsafe; the trouble is already noted."""


class _Builder:
    def __init__(self, tree: Tree, events: Iterator[Event]) -> None:
        self.tree = tree
        self.events = events
        self.values = 0

    def document(self) -> None:
        seen = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                seen += 1
                if seen > 1:
                    self.note(codes.BROKEN_YAML, event, "A second document starts here. A file holds one.")
                    raise _Stop
                self.tree.data = self.value(next(self.events), ())
            elif isinstance(event, DocumentEndEvent):
                continue

    def value(self, event: Event, path: Path) -> Any:
        if len(path) > MAX_DEPTH:
            self.note(codes.TOO_DEEP, event, f"Values are nested more than {MAX_DEPTH} levels deep here.")
            raise _Stop
        self.values += 1
        if self.values > MAX_VALUES:
            self.note(codes.TOO_LARGE, event, f"This file holds more than {MAX_VALUES:,} values.")
            raise _Stop
        if isinstance(event, AliasEvent):
            self.note(codes.ALIAS, event, f"The alias *{event.anchor} stands for another value.")
            return None
        if getattr(event, "tag", None) not in (None, "!"):
            self.note(codes.TAG, event, f"The tag {event.tag} is not allowed.")  # type: ignore[attr-defined]
        if isinstance(event, ScalarEvent):
            self.place(path, event, event)
            return self.scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(event, path)
        assert isinstance(event, MappingStartEvent)
        return self.mapping(event, path)

    def sequence(self, start: Event, path: Path) -> tuple[Any, ...]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                self.place(path, start, event)
                return tuple(items)
            items.append(self.value(event, (*path, len(items))))
        raise _Stop

    def mapping(self, start: Event, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                self.place(path, start, event)
                return found
            if not isinstance(event, ScalarEvent):
                self.note(codes.BROKEN_YAML, event, "A key is a plain word, not a list or an alias.")
                raise _Stop
            key, spot = str(event.value), (*path, str(event.value))
            if key in found:
                self.note(codes.DUPLICATE_KEY, event, f'The key "{key}" stands here a second time.')
                self.value(next(self.events), ("\0again",))  # what counts is the first, and so is where it stands
                continue
            self.tree.keys[spot] = _extent(event, event)
            found[key] = self.value(next(self.events), spot)
        raise _Stop

    def scalar(self, event: ScalarEvent) -> Any:
        text = event.value
        if tag := tag_in(text):
            self.note(codes.RAW_HTML, event, f"{tag} is HTML, and here plain words stand.")
        if event.style == '"' and (sign := hidden_in(text)):
            self.note(codes.HIDDEN_SIGN, event, f"These words hold a sign that nobody can see (U+{ord(sign):04X}).")
        if not event.implicit[0] or event.style:
            return text
        if text in ("", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if _INT.fullmatch(text) and len(text) < 19:
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
        if _DATE.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                self.note(codes.WRONG_FORM, event, f"There is no day {text}.")
                return date.min
        if _AMBIGUOUS.fullmatch(text):
            self.note(codes.AMBIGUOUS, event, f"{text} means different things to different programs.")
        return text

    def place(self, path: Path, first: Event, last: Event) -> None:
        self.tree.extents[path] = _extent(first, last)

    def note(self, code: Code, event: Event, message: str) -> None:
        self.tree.troubles.append(Trouble(code, _extent(event, event), message))


def _extent(first: Event, last: Event) -> Extent:
    assert first.start_mark is not None
    assert last.end_mark is not None
    return Extent(first.start_mark.index, last.end_mark.index)
