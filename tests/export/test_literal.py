"""No text can be read as code, and none is lost on the way to paper."""

import typst
from hypothesis import given
from hypothesis import strategies as st

from builder.export.literal import plain, raw, words

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_any_text_is_one_literal_with_the_same_characters(text: str) -> None:
    assert _read(raw(text)) == text


@given(TEXT)
def test_words_keep_all_that_can_be_seen(text: str) -> None:
    assert _read(words(text)).replace("\u200b", "") == plain(text)
    assert plain(plain(text)) == plain(text)


def test_typst_reads_the_literal_as_text() -> None:
    hostile = 'a "quote" \\ #panic("x") $x$ *b* _i_ <l> @r `c` // no /* no */ ] ) } \\u{41}'
    assert typst.eval(b"", f"({raw(hostile)} == {raw(hostile)}, {raw(hostile)}.len())") == f"[true,{len(hostile)}]"


def _read(code: str) -> str:
    """What Typst's grammar makes of a literal with no escapes but the two that are used."""
    assert code[0] == code[-1] == '"'
    inner, out = iter(code[1:-1]), []
    for char in inner:
        assert char != '"'
        out.append(next(inner) if char == "\\" else char)
    return "".join(out)
