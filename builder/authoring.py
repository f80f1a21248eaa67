"""What an editor asks for besides the check: explanations of codes, schemas for the editor's program, a new module."""

import re
from itertools import chain
from pathlib import Path
from string import ascii_lowercase
from tempfile import TemporaryDirectory
from typing import Any

from builder import pipeline
from builder.diagnostics.as_json import ReportData
from builder.diagnostics.errors import BuilderError
from builder.diagnostics.explain import terminal
from builder.diagnostics.nearest import did_you_mean
from builder.disk.trouble import told
from builder.load.gather import load
from builder.load.skeleton import skeleton
from builder.markup.hidden import tag_in
from builder.model.facts import ModuleFacts
from builder.model.library import Library
from builder.model.packet import Packet
from builder.model.page import RESERVED_IDS
from builder.model.publisher import Publisher
from builder.model.schema import schema_text
from builder.model.shared import Helplines, Person, Quote, Reference, Saying, Settings, Term, Waiver
from builder.share.shape import Catalogue

SCHEMAS: dict[str, Any] = {
    "catalogue": Catalogue,
    "glossary": tuple[Term, ...],
    "helplines": Helplines,
    "library": Settings,
    "module": ModuleFacts,
    "packet": Packet,
    "people": tuple[Person, ...],
    "publisher": Publisher,
    "quotes": tuple[Quote, ...],
    "references": tuple[Reference, ...],
    "report": ReportData,
    "search": tuple[Saying, ...],
    "waivers": tuple[Waiver, ...],
}
"""What has a schema, by name: the kinds of YAML file, and what is written as JSON: the report and the catalogue."""


def explanation(code_id: str) -> str:
    """The page of one code in plain words.

    Raises:
        BuilderError: there is no such code.
    """
    codes = {code.id: code for code in pipeline.codes()}
    code = codes.get(code_id.upper())
    if code is None:
        raise BuilderError(f"There is no code {code_id}.{did_you_mean(code_id.upper(), codes)}", "See: psychoed rules")
    return terminal(code)


def schema_texts() -> dict[str, str]:
    """Each JSON Schema (draft 2020-12) by its file name."""
    return {f"{name}.json": schema_text(kind) for name, kind in SCHEMAS.items()}


def write_schemas(out: Path) -> list[str]:
    """Write every schema to a folder and return the file names.

    Raises:
        BuilderError: the folder cannot be written.
    """
    texts = schema_texts()
    for name, text in texts.items():
        pipeline.write(out / name, text.encode())
    return list(texts)


def new_module(content: Path, module_id: str, title: str) -> Path:
    """Write a draft that passes the check, and return its folder.

    Raises:
        BuilderError: the id or the title has a wrong form or is taken, or nothing can be written.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", module_id) or len(module_id) > 64:
        raise BuilderError(
            f"{module_id} is not an id.", "Use lower-case letters, digits and hyphens, such as low-mood."
        )
    if module_id in RESERVED_IDS:
        raise BuilderError(f"{module_id} is the address of something else in every library.", "Choose another id.")
    if not title.strip() or not title.isprintable() or len(title) > 200:
        raise BuilderError("The title is empty or too long.", "Give it a few words with --title.")
    if tag := tag_in(title):
        raise BuilderError(f"{tag} in the title is HTML, and here plain words stand.", "Write the title without it.")
    folder = content / "modules" / module_id
    if folder.exists():
        raise BuilderError(f"There is already something at {folder}.", "Choose another id.")
    texts = skeleton(module_id, title.strip(), _free_code(module_id, _taken(load(content).library)))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".psychoed-", dir=folder.parent) as beside:
            for name, text in texts.items():
                pipeline.write(Path(beside) / module_id / name, text.encode())
            (Path(beside) / module_id).rename(folder)
    except OSError as error:
        why, mend = told(error)
        raise BuilderError(f"{folder} cannot be written: {why}", mend) from error
    return folder


def _taken(library: Library) -> set[str]:
    """Every code that a module or a packet has, and every one that was ever on paper."""
    printed = (address.split("/")[1] for address in library.ledger.published if address.startswith("m/"))
    packets = (packet.code for packet in library.packets.values())
    return {*printed, *packets, *(module.facts.code for module in library.modules.values())}


def _free_code(module_id: str, taken: set[str]) -> str:
    letters = "".join(letter for letter in module_id if letter.isalpha()).ljust(3, "x")
    choices = (letters[:length] for length in range(3, 9))
    spelled = (letters[:6].ljust(6, "x") + first + second for first in ascii_lowercase for second in ascii_lowercase)
    return next(code for code in chain(choices, spelled) if code not in taken)
