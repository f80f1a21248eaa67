"""What a YAML parser says of a broken text, and where, in; what an editor reads of it out."""

import re

_COLON = (
    "Two colons with a space stand in one line, or the line is set in too far. Put quotation marks round the words, or "
    "set the line in like the one above."
)
_SPACES = "This line starts further left or right than its neighbours. Give it the same number of spaces."
_APART = "This line does not belong to what stands above. Start both equally far left, and take an empty [] away."
_AFTER_MARK = "The text goes on after its closing quotation mark. Put the marks round all of it."
_TAB = "A tab stands here. Delete it and type two spaces."
_NO_COLON = (
    "Here, or in the line above, a colon is missing, or the space after it. It is written like this: summary: Words."
)
_MERGED = (
    "Two versions of this file were put together, and nobody has chosen yet: see the lines that start with <<<<<<<."
)
_MARKS = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)
_STRAY = ("did not find expected key", "did not find expected '-' indicator", "expected <block end>")


def in_plain_words(problem: str, text: str, at: int) -> str:
    """Say what is wrong at `at`. Both parsers of PyYAML are understood; what neither names in these words is passed on."""
    sign = text[at : at + 1]
    if _MARKS.search(text):
        return _MERGED
    if "mapping values are not allowed" in problem:
        return _COLON
    if "tab character" in problem or ("cannot start any token" in problem and sign == "\t"):
        return _TAB
    if "could not find expected ':'" in problem:
        return _NO_COLON
    if "cannot start any token" in problem:
        return f"No text can start with {sign} here. Put quotation marks round it."
    if "<document start>" in problem:
        return _APART
    if problem.startswith(_STRAY):
        starts_the_line = not text[:at].rpartition("\n")[2].strip()
        return _SPACES if starts_the_line else _AFTER_MARK
    return f"This is not valid YAML: {problem}."
