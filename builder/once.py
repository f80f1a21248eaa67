"""Files of a module in, the module out: the same files are read and parsed once, whoever asks, and in whichever run."""

import pickle
from contextlib import suppress

from builder.load.files import Files
from builder.load.gather import Load, LoadedModule, load_module
from builder.memory import digest
from builder.model.shelf import Shelf, key_of


def reading(shelf: Shelf) -> Load:
    """A way to read modules that finds what was read before on `shelf`, which has to lie where nobody else writes."""
    builder = digest.of_builder()

    def load(folder: str, files: Files) -> LoadedModule:
        refused = sorted(f"{code.id} {finding}" for code, finding in files.findings)
        key = key_of(builder, folder, digest.of_files(files.texts, refused))
        kept = shelf.get(key)
        if kept is not None:
            with suppress(Exception):  # what cannot be read is made again
                module: LoadedModule = pickle.loads(kept)
                return module
        module = load_module(folder, files)
        shelf.put(key, pickle.dumps(module, pickle.HIGHEST_PROTOCOL))
        return module

    return load
