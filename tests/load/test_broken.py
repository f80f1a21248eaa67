"""A slip in YAML is told in an editor's words, by either of PyYAML's parsers."""

import pytest
import yaml

from builder.load.broken import in_plain_words


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: b: c\n", "Two colons with a space stand in one line"),
        ("a: x\n  b: y\n", "or the line is set in too far"),
        ("a:\n    b: 1\n  c: 2\n", "Give it the same number of spaces"),
        ("a:\n  - b: 1\n   c: 2\n", "Give it the same number of spaces"),
        ("a:\n  - x\n - y\n", "Give it the same number of spaces"),
        ("a:\n\tb: 1\n", "A tab stands here"),
        ("a: @x\n", "No text can start with @ here"),
        ('a: "x" y\n', "Put the marks round all of it"),
        ("[]\n- a\n", "take an empty [] away"),
        ("a: [1, 2\nb: 3\n", "This is not valid YAML: "),
    ],
)
def test_a_slip_is_told_in_plain_words(loader: type, text: str, told: str) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as raised:
        list(yaml.parse(text, Loader=loader))
    mark = raised.value.problem_mark
    assert mark
    assert told in in_plain_words(raised.value.problem or "", text, mark.index)
