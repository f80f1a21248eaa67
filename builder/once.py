"""Files in, what they hold out: the same files are read and parsed once, whoever asks, and in whichever run."""

import gc
import pickle
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from builder.disk.later import EachLater, ItemsLater
from builder.load.files import Files
from builder.load.gather import Loaded, LoadedModule, Readers, load_module, load_shared
from builder.memory import digest
from builder.model.shelf import Shelf, key_of

_Read = TypeVar("_Read")


def reading(shelf: Shelf, ahead: Files | None = None) -> Readers:
    """Readers that find what was read before on `shelf`, which has to lie where nobody else writes. What was read before of the
    files `ahead`, they take from there at once."""
    builder = digest.of_builder()
    taken: dict[str, Any] = {}

    def key_for(kind: str, files: Files) -> str:
        return key_of(builder, kind, files.digest)

    def take(key: str) -> Any:
        with suppress(Exception):  # what cannot be read is made again
            return pickle.loads(shelf.get(key) or b"")
        return None

    def once(kind: str, files: Files, read: Callable[[], _Read]) -> _Read:
        key = key_for(kind, files)
        found: _Read | None = taken.pop(key, None) or take(key)
        if found is None:
            found = read()
            shelf.put(key, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
        return found

    def module(folder: str, files: Files) -> LoadedModule:
        return once(f"module {folder}", files, partial(_module, folder, files))

    if ahead:
        for folder in ahead.modules:
            key = key_for(f"module {folder}", ahead.of_module(folder))
            taken[key] = take(key)
    return Readers(module, lambda files: once("shared", files, partial(_shared, files)))


def _shared(files: Files) -> Loaded:
    loaded = load_shared(files)
    return replace(loaded, sources=EachLater(loaded.sources))


def _module(folder: str, files: Files) -> LoadedModule:
    loaded = load_module(folder, files)
    gc.collect(0)  # what reads a drawing holds cycles, and by itself the search for them is off: see `cli.main`
    module = loaded.module
    facts = module.facts.model_copy(update={"claims": ItemsLater(module.facts.claims)})
    signed = replace(module.signed, own=EachLater(module.signed.own))
    prose, figures = EachLater(module.prose), EachLater(module.figures)
    module = replace(module, facts=facts, prose=prose, figures=figures, signed=signed)
    return replace(loaded, module=module, sources=EachLater(loaded.sources))
