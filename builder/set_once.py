"""A module's pages in, everything that is set of it out: it is set anew only if it has to be.

What was set rests on the module's own files and on what was looked up elsewhere on the way, as `judge` has it.
"""

import json
import pickle
from contextlib import suppress
from dataclasses import astuple, fields, replace
from typing import Any, NoReturn

from builder.check.measures import measured
from builder.load.files import Files
from builder.memory import digest
from builder.memory.looked import KINDS, Values, noting
from builder.model.library import Library, Module
from builder.model.shelf import Shelf, key_of
from builder.model.topic import Measured
from builder.render import ModulePages, SetModule, set_module, to_keep


class _Unknown:
    """Stands where nobody notes what is looked up: what was set by it would never be set again."""

    def __getattr__(self, name: str) -> NoReturn:
        raise AssertionError(f"{name}: a module may not be set by what nobody notes")


_NOT_NOTED: Any = {
    field.name: _Unknown() for field in fields(Library) if field.name not in (*KINDS, "settings", "everything")
}


class SetOnce:
    """Knows how the modules of a library were set and measured, from a `shelf` that lies where nobody else writes."""

    def __init__(self, files: Files, library: Library, shelf: Shelf) -> None:
        own = {folder: files.of_module(folder) for folder in files.modules}
        self.digests = {
            folder: digest.of_words((digest.of_files(one.texts, one.refused), library.modules[folder].facts.status))
            for folder, one in own.items()
        }
        self.ground = key_of(digest.of_builder(), repr(library.settings))
        self.values = Values(library, {kind: {} for kind in KINDS} | {"modules": {**self.digests}})
        self.shelf = shelf

    def measures(self) -> dict[str, Measured]:
        """What the page to read of each published module measures, by the module's id."""
        return {module.id: self._measured(module) for module in self.values.library.published}

    def _measured(self, module: Module) -> Measured:
        key = key_of(digest.of_builder(), "measured", module.id, self.digests[module.id])
        kept = self.shelf.get(key)
        if kept is not None:
            with suppress(Exception):  # what cannot be read is made again
                return Measured(*json.loads(kept))
        found = measured(module)
        self.shelf.put(key, json.dumps(astuple(found)).encode())
        return found

    def of(self, made: ModulePages) -> SetModule:
        """Everything that is set of a module."""
        module = made.module.id
        key = key_of(self.ground, "set", module, self.digests[module], made.given)
        kept = self.shelf.get(key)
        if kept is not None:
            with suppress(Exception):  # what cannot be read is made again
                looked, one = pickle.loads(kept)
                if isinstance(one, SetModule) and self.values.still_hold(looked):
                    return one
        library, looked = noting(self.values)
        one = to_keep(set_module(made.looking_up(replace(library, **_NOT_NOTED))))
        self.shelf.put(key, pickle.dumps((looked, one), pickle.HIGHEST_PROTOCOL))
        return one
