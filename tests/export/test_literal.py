"""No text can be read as code, and none is lost on the way to paper."""

import re
import unicodedata

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


@given(TEXT)
def test_what_nobody_can_see_is_not_printed(text: str) -> None:
    left = plain(text)
    assert not [char for char in left if unicodedata.category(char) in ("Cc", "Cf") and char not in "\u200c\u200d"]
    assert not re.search(r"[^\S\u00a0]{2}|[^\S\u00a0 ]", left)


def test_what_joins_letters_stays_where_it_is_seen_in_their_shapes() -> None:
    assert (plain("a\u200db"), plain("\u0915\u094d\u200d\u0937")) == ("ab", "\u0915\u094d\u200d\u0937")


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
