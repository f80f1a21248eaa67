"""Whatever stands in content/, loading and checking it ends with findings inside their files, and with no exception.

`--hypothesis-profile=long` tries many more.
"""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import quoteattr

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.load.drawing import ATTRIBUTES, ELEMENTS
from builder.load.files import read
from builder.load.gather import load
from builder.load.tree import tree_of
from tests.fuzz.targets import NAMES, TEXTS, drawing, judged, prose, tree

YAML = [name for name in NAMES if name.endswith(".yml")]
PROSE = [name for name in NAMES if name.endswith(".md") and name.startswith("modules/")]
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.dates().map(str), st.binary(max_size=9).map(repr),
    st.sampled_from(["", " ", "\u202e", "<script>", "no", "0x1", "*a", "&a", "!!x", "../x", "x" * 3000, "2026-02-30"]),
    st.lists(st.text(max_size=5), max_size=3), st.dictionaries(st.text(max_size=5), st.none(), max_size=3),
)  # fmt: skip
WORDS = st.one_of(
    st.sampled_from([
        "**", "*", "_", "`", "[", "](", ")", "]", "[@kettle2001]", "[@", "{#a}", "{#", "}", "/// say", "///", "////",
        "/// figure | sock", "/// practice | put-them-on", "/// quote | kettle-warm", "/// list | topics", "/// x", "\n",
        "\n\n", "\n- ", "\n1. ", "\n  ", "\n    ", "\n# ", "\n## ", "\n> ", "\n```\n", "\n---\n", "|", "|-|-|", "\n|a|b|\n|-|-|\n", "<b>",
        "</b>", "<!--", "-->", "&lt;", "&#x202e;", "\\", "javascript:", "module:cup-of-tea#x", "page:help", "term:darn",
        "claim:socks-warm-feet", "https://x.example", "<https://x.example>", "[a]: b", "word", "Word. ", "“", "”", '"', "\t", "\u200b",
    ]),
    st.text(max_size=4),
)  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=8), st.sampled_from(["url(x)", "javascript:x", "f-ink", "0 0 1 1", "http://www.w3.org/2000/svg"])
)
PART = st.deferred(
    lambda: st.builds(
        _element,
        st.sampled_from([*sorted(ELEMENTS), "script", "a", "use", "h:b"]),
        st.dictionaries(
            st.sampled_from([*sorted(ATTRIBUTES), "onload", "href", "xmlns", "viewBox"]), VALUES, max_size=3
        ),
        st.lists(st.one_of(PART, st.sampled_from(["word", "&lt;", "<!-- -->", "<![CDATA[x]]>", "<?x?>"])), max_size=3),
    )
)


def _element(tag: str, attributes: dict[str, str], inner: list[str]) -> str:
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{tag}{said}>{''.join(inner)}</{tag}>"


@st.composite
def yaml_with_odd_leaves(draw: st.DrawFn) -> tuple[str, str]:
    """A shared file or a module's facts, with some values, keys or entries put in another's place."""
    name = draw(st.sampled_from(YAML))
    data = json.loads(json.dumps(tree_of(TEXTS[name]).data, default=str))
    for _ in range(draw(st.integers(1, 4))):
        data = _changed(draw, data)
    return name, json.dumps(data, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 1])))


def _changed(draw: st.DrawFn, data: Any) -> Any:
    if not data or not isinstance(data, dict | list) or draw(st.integers(0, 5)) == 0:
        return draw(ODD)
    if isinstance(data, list):
        place = draw(st.integers(0, len(data) - 1))
        return [*data[:place], _changed(draw, data[place]), *data[place + draw(st.integers(0, 1)) :]]
    key = draw(st.sampled_from(sorted(data)))
    how: Callable[[], dict[str, Any]] = draw(
        st.sampled_from(
            [
                lambda: {**data, key: _changed(draw, data[key])},
                lambda: {one: value for one, value in data.items() if one != key},
                lambda: {**data, draw(st.text(max_size=9)): data[key]},
            ]
        )
    )
    return how()


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(yaml_with_odd_leaves())
def test_yaml_with_wrong_leaves(file: tuple[str, str]) -> None:
    name, text = file
    judged({**TEXTS, name: text})


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PROSE), st.lists(WORDS, max_size=40))
def test_prose_made_of_the_parts_of_markdown(name: str, words: list[str]) -> None:
    text = "".join(words)
    prose(text.encode("utf-8", "ignore"))
    judged({**TEXTS, name: text.encode("utf-8", "ignore").decode()})


@settings(deadline=None)
@given(st.lists(PART, max_size=4), st.booleans())
def test_drawings_made_of_good_parts_and_bad_ones(parts: list[str], is_whole: bool) -> None:
    inner = "".join(parts)
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>a</title><desc>b</desc><metadata>c</metadata>'
    )
    drawing((f"{head}{inner}</svg>" if is_whole else inner).encode("utf-8", "ignore"))


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.dictionaries(
        st.sampled_from(NAMES), st.tuples(st.floats(0, 1), st.floats(0, 1), st.text(max_size=60)), max_size=3
    )
)
def test_files_with_pieces_lost_and_moved(cuts: dict[str, tuple[float, float, str]]) -> None:
    texts = dict(TEXTS)
    for name, (first, second, between) in cuts.items():
        whole = TEXTS[name]
        texts[name] = whole[: int(len(whole) * first)] + between.replace("\0", "") + whole[int(len(whole) * second) :]
    judged({name: text.replace("\r", "\n").encode("utf-8", "ignore").decode() for name, text in texts.items()})


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_bytes_as_yaml_prose_and_drawings(data: bytes) -> None:
    for read_it in (tree, prose, drawing):
        read_it(data)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.dictionaries(
        st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=4).map("/".join),
        st.binary(max_size=80),
        max_size=5,
    )
)
def test_folders_of_any_names_and_bytes(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder, *(part for part in name.split("/") if part not in ("", ".", "..")))
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            except (OSError, ValueError):
                continue  # no disk keeps such a name
        load(Path(folder))
        assert all(name.isprintable() for name in read(Path(folder)).texts)
