"""The sources of a library's parts in, those of all its files out: each is read when somebody asks for it."""

from collections.abc import Iterator, Mapping

from builder.diagnostics.source import Source
from builder.load.files import folder_of


class Parts(Mapping[str, Source]):
    """The source of each file, from those of each module by its folder; "" is the folder of all that is in none."""

    def __init__(self, parts: Mapping[str, Mapping[str, Source]]) -> None:
        self._parts = parts

    def __getitem__(self, file: str) -> Source:
        return self._parts[folder_of(file)][file]

    def __contains__(self, file: object) -> bool:
        return isinstance(file, str) and file in self._parts.get(folder_of(file), {})

    def __iter__(self) -> Iterator[str]:
        return (file for part in self._parts.values() for file in part)

    def __len__(self) -> int:
        return sum(map(len, self._parts.values()))
