"""Weighed groups in, out comes what each word weighs on which page of all; when few groups changed, by changing what was."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from builder.site.weighed import Grades, Group


@dataclass
class Index:
    """All words of so many pages, with the keys of the groups that they came in, and how many pages each of those has."""

    groups: list[tuple[str, int]] = field(default_factory=list)
    words: dict[str, dict[int, str]] = field(default_factory=dict)
    forms: Counter[str] = field(default_factory=Counter)
    """In how many groups each word is spelt so."""

    @property
    def pages(self) -> int:
        """How many."""
        return sum(many for _, many in self.groups)

    def put_in(self, at: int, key: str, was: Group, group: Group) -> set[str]:
        """Put a group in the place of one that has as many pages. The words that stand elsewhere since."""
        first = sum(many for _, many in self.groups[:at])
        changed = {word for word in was.words.keys() | group.words if was.words.get(word) != group.words.get(word)}
        for word in changed:
            grades = self.words.pop(word, {})
            mine = _moved(group.words.get(word, {}), first, {})
            for grade in {*was.words.get(word, ()), *mine}:
                there = grades.pop(grade, "")
                start, end = bisect_left(there, chr(first)), bisect_left(there, chr(first + group.many))
                if now := there[:start] + mine.get(grade, "") + there[end:]:
                    grades[grade] = now
            if grades:
                self.words[word] = grades
        self.forms.update(group.forms)
        self.forms -= Counter(was.forms)
        self.groups[at] = (key, group.many)
        return changed


def index_of(groups: Iterable[tuple[str, Group]]) -> Index:
    """All groups, each with its key, in order."""
    index, first = Index(), 0
    for key, group in groups:
        moved: dict[str, str] = {}
        for word, grades in group.words.items():
            mine = index.words.get(word) or index.words.setdefault(word, {})
            for grade, pages in _moved(grades, first, moved).items():
                mine[grade] = mine.get(grade, "") + pages
        index.groups.append((key, group.many))
        index.forms.update(group.forms)
        first += group.many
    return index


def _moved(grades: Grades, first: int, moved: dict[str, str]) -> dict[int, str]:
    """The pages of a group, numbered from `first` on. Few others are met again and again: those are in `moved`."""
    found = {}
    for grade, pages in grades.items():
        if pages not in moved:
            moved[pages] = "".join(chr(first + ord(page)) for page in pages)
        found[grade] = moved[pages]
    return found
