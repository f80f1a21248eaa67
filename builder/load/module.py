"""The texts of one module's folder in, the module out."""

from collections.abc import Iterator

from builder.load.drawing import figure_of
from builder.load.form import Formed, form
from builder.load.reader import Reader
from builder.load.skeleton import stand_in
from builder.load.tree import Tree
from builder.model.facts import ModuleFacts
from builder.model.library import PARTS, Figure, Module, Part
from builder.model.prose import Prose
from builder.model.signed import signed_of

KNOWN = ("module.yml", *(f"{part}.md" for part in PARTS))
"""The files of every module."""


def module_of(folder: str, reader: Reader) -> Module:
    """Read one module. Where module.yml is broken, stand-ins take the place of its values."""
    base = f"modules/{folder}"
    file = f"{base}/module.yml"
    tree = reader.tree(file) or Tree()
    blank = {**stand_in(), "id": folder}
    unread = tree.data is None and (tree.troubles or file not in reader.texts)
    formed = (
        Formed(ModuleFacts.model_validate(blank), (), ((),))
        if unread
        else form(ModuleFacts, tree.data, file, stand_in=blank)
    )
    reader.findings.extend(formed.findings)
    reader.stood_in.update((file, spot) for spot in formed.stood_in)
    assert formed.value is not None  # a stand-in is always given
    prose: dict[Part, Prose] = {part: reader.prose(f"{base}/{part}.md") for part in PARTS}
    figures = dict(_figures(base, reader))
    words = {name: (figure.title, figure.description, *figure.words) for name, figure in figures.items()}
    module = Module(formed.value, file, prose, figures, signed_of(formed.value, prose, words))
    reader.note_unread(KNOWN)
    return module


def _figures(base: str, reader: Reader) -> Iterator[tuple[str, Figure]]:
    for file in sorted(reader.texts):
        name = file.removeprefix(f"{base}/figures/").removesuffix(".svg")
        if file == f"{base}/figures/{name}.svg" and "/" not in name:
            text = reader.text(file) or ""
            reader.keep(file, text)
            figure, findings = figure_of(name, file, text)
            reader.findings.extend(findings)
            yield name, figure or Figure(name, file, "", name, name, name)
