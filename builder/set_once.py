"""A module's pages in, everything that is set of it out: it is set anew only if it has to be.

What was set rests on the module's own files and on what was looked up elsewhere on the way, as `judge` has it.
"""

import json
import pickle
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple, fields, replace
from typing import Any, NoReturn

from builder.check.measures import measured
from builder.disk.crew import share_out
from builder.load.files import Files
from builder.memory import digest
from builder.memory.looked import KINDS, Values, noting
from builder.model.library import Library, Module
from builder.model.shelf import Shelf, key_of
from builder.model.topic import Measured
from builder.render import Bibliography, ModulePages, SetModule, cited_in, set_module, still_to_set, to_keep

_WORTH_A_SHARE = 16
"""So many modules or sources are worth a process of their own."""


class _Unknown:
    """Stands where nobody notes what is looked up: what was set by it would never be set again."""

    def __getattr__(self, name: str) -> NoReturn:
        raise AssertionError(f"{name}: a module may not be set by what nobody notes")


_UNKNOWN: Any = _Unknown()
_NOT_NOTED: Any = {
    field.name: _UNKNOWN for field in fields(Library) if field.name not in (*KINDS, "settings", "everything")
}


class SetOnce:
    """Knows how the modules of a library were set and measured, from a `shelf` that lies where nobody else writes."""

    def __init__(self, files: Files, library: Library, shelf: Shelf) -> None:
        self.digests = {
            folder: digest.of_words((files.of_module(folder).digest, library.modules[folder].facts.status))
            for folder in files.modules
        }
        self.ground = key_of(digest.of_builder(), repr(library.settings))
        # What others show of a module is among its facts: they are not set again for a word in its prose.
        facts = {
            folder: digest.of_words((files.texts.get(f"modules/{folder}/module.yml", ""), module.facts.status))
            for folder, module in library.modules.items()
        }
        outside = {
            folder: replace(module, prose=_UNKNOWN, figures=_UNKNOWN) for folder, module in library.modules.items()
        }
        self.values = Values(replace(library, modules=outside), {kind: {} for kind in KINDS} | {"modules": facts})
        self.library = library
        self.shelf = shelf

    def set_sources(self, shelf: Shelf) -> None:
        """Set for `shelf` the sources that are cited and not there yet."""
        references = self.library.references

        def set_some(keys: Sequence[str]) -> None:
            Bibliography(references, keys, shelf)

        share_out(set_some, still_to_set(references, cited_in(self.library), shelf), _WORTH_A_SHARE)

    def measures(self) -> dict[str, Measured]:
        """What the page to read of each published module measures, by the module's id."""
        modules = tuple(self.library.published)
        kept = {module.id: one for module in modules if (one := self._kept_measure(module))}
        fresh = [module for module in modules if module.id not in kept]
        made = share_out(self._measure, fresh, _WORTH_A_SHARE)
        found = {**kept, **{module: one for some in made for module, one in some.items()}}
        return {module.id: found[module.id] for module in modules}

    def _measure(self, modules: Sequence[Module]) -> dict[str, Measured]:
        found = {module.id: measured(module) for module in modules}
        for module in modules:
            self.shelf.put(self._measure_key(module), json.dumps(astuple(found[module.id])).encode())
        return found

    def _kept_measure(self, module: Module) -> Measured | None:
        kept = self.shelf.get(self._measure_key(module))
        if kept is not None:
            with suppress(Exception):  # what cannot be read is made again
                return Measured(*json.loads(kept))
        return None

    def _measure_key(self, module: Module) -> str:
        return key_of(digest.of_builder(), "measured", module.id, self.digests[module.id])

    def all_of(self, made: Sequence[ModulePages]) -> list[SetModule]:
        """Everything that is set of these modules, in their order."""
        found = {one.module.id: kept for one in made if (kept := self._kept(one))}
        fresh = [one for one in made if one.module.id not in found]
        if len(fresh) >= 2 * _WORTH_A_SHARE:  # by way of the shelf: all of a large library at once would not fit
            share_out(self._set_for_the_shelf, fresh, _WORTH_A_SHARE)
        return [found.get(one.module.id) or self._kept(one) or self._set_one(one) for one in made]

    def _set_for_the_shelf(self, made: Sequence[ModulePages]) -> None:
        for one in made:
            self._set_one(one)

    def _set_one(self, made: ModulePages) -> SetModule:
        library, looked = noting(self.values)
        one = to_keep(set_module(made.looking_up(replace(library, **_NOT_NOTED))))
        self.shelf.put(self._key(made), pickle.dumps((looked, one), pickle.HIGHEST_PROTOCOL))
        return one

    def _kept(self, made: ModulePages) -> SetModule | None:
        kept = self.shelf.get(self._key(made))
        if kept is not None:
            with suppress(Exception):  # what cannot be read is made again
                looked, one = pickle.loads(kept)
                if isinstance(one, SetModule) and self.values.still_hold(looked):
                    return one
        return None

    def _key(self, made: ModulePages) -> str:
        module = made.module.id
        return key_of(self.ground, "set", module, self.digests[module], made.given)
