"""A text from the content in, the same as it can be printed out: nothing in it acts on a terminal or turns words round."""

_SPACES = "\t\u00a0\u202f"


def in_print(text: str) -> str:
    """The text with a mark for each sign that cannot be seen; it is as long as before."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign in _SPACES else "\ufffd" for sign in text)
