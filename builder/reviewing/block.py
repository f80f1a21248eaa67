"""The text of module.yml and a review in, the text with that review out. Every other character stays as it was."""

from collections.abc import Iterator

import yaml

from builder.diagnostics.errors import BuilderError
from builder.load.tree import Tree, tree_of
from builder.model.facts import Answer, Review


def with_review(text: str, review: Review) -> str:
    """Put a review in the place of the one that is there, or at the end.

    Raises:
        BuilderError: the file is written in a way in which this would change something else.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    block = newline.join(_lines(review))
    before = tree_of(text)
    if ("review",) in before.keys:
        made = text[: before.keys[("review",)].start] + block + text[_end(text, before) :]
    else:
        gap = "" if text.endswith(("\n", "\r")) else newline
        made = f"{text}{gap}{block}{newline}"
    after = tree_of(made)
    wanted = tree_of(block).data["review"]
    if after.troubles or after.data != {**before.data, "review": wanted} or Review.model_validate(wanted) != review:
        raise BuilderError(
            "module.yml is written in a way into which no signature can be put without changing something else.",
            "Write one key a line, each starting at the margin, and nothing after the last one. Then sign again.",
        )
    return made


def quoted(words: str) -> str:
    """Words between quotation marks, as YAML reads them back. An id with a hyphen needs none."""
    if "-" in words and words.replace("-", "").isalnum() and words.isascii() and words.islower():
        return words
    return yaml.safe_dump(words, default_style='"', allow_unicode=True, width=float("inf")).rstrip("\n")


def _lines(review: Review) -> Iterator[str]:
    yield "review:"
    yield f"  by: {quoted(review.by)}"
    yield f"  role: {quoted(review.role)}"
    yield f"  on: {review.on.isoformat()}"
    yield f"  next: {review.next.isoformat()}"
    yield f'  of: "{review.of}"'
    if review.answers:
        yield "  answers:"
    for answer in review.answers:
        yield from _answer(answer)


def _answer(answer: Answer) -> Iterator[str]:
    yield f"    - ask: {quoted(answer.ask)}"
    yield f"      said: {quoted(answer.said)}"
    if answer.note:
        yield f"      note: {quoted(answer.note)}"


def _end(text: str, tree: Tree) -> int:
    """Where the last line of the review ends. Comments and empty lines after it are not part of it."""
    inside = {path: extent for path, extent in tree.extents.items() if path[:1] == ("review",)}
    outer = {path[:-1] for path in inside}
    exact = [extent.end for path, extent in inside.items() if path not in outer or text[extent.start] in "{["]
    end = len(text[: max(exact, default=tree.keys[("review",)].end)].rstrip())
    breaks = [at for sign in "\r\n" if (at := text.find(sign, end)) >= 0]
    return min(breaks, default=len(text))
