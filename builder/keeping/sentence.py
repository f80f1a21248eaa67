"""What somebody wants to tell readers in, the same in one clean line out."""

from builder.diagnostics.errors import BuilderError

_LONGEST = 500


def sentence_in(words: str, option: str, need: str) -> str:
    """The words with plain spaces. `need` says why there has to be something.

    Raises:
        BuilderError: there are no words, too many, or signs that nobody sees.
    """
    said = " ".join(words.split())
    mend = f'Give one sentence with {option} "…".'
    if not said:
        raise BuilderError(need, mend)
    if hidden := next((sign for sign in said if not sign.isprintable()), ""):
        raise BuilderError(f"What {option} says holds a sign that nobody can see (U+{ord(hidden):04X}).", mend)
    if len(said) > _LONGEST:
        raise BuilderError(f"What {option} says has {len(said)} letters, and {_LONGEST} is the most.", mend)
    return said
