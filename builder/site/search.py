"""Search entries in, one script file out. A script, not JSON, because a page opened from a folder can load no other data."""

import json
import re
from collections.abc import Iterable

from builder.model.page import Entry

SEARCH_DATA = "assets/search-data.js"
"""Where the script stands below the site's address."""


def search_data(entries: Iterable[Entry], danger_words: Iterable[str]) -> str:
    """The script: it assigns one global value and does nothing else."""
    rows = [
        [one.address, one.title, one.summary, one.names, one.headings, _distinct(one.words, one.names, one.headings)]
        for one in entries
    ]
    data = json.dumps({"danger": list(danger_words), "entries": rows}, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.libraryWords={data};\n"


def _distinct(text: str, *elsewhere: str) -> str:
    """The words of a text, each once, without those that weigh more elsewhere."""
    known = {word for other in elsewhere for word in _words(other)}
    return " ".join(sorted(set(_words(text)) - known))


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", re.sub(r"['’]", "", text.lower())) if len(word) > 2]
