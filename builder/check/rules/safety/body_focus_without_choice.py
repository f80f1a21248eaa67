"""Something to do with the body, and no other way beside it."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from builder.check.phrases import found_in
from builder.check.rule import Case, rule
from builder.check.safety import Focus, forms_of, safety
from builder.check.texts import Piece, pieces_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.reading import sentences_of
from builder.model.library import Library


@rule(
    Code(
        "SAF004",
        "body-focus-without-choice",
        "error",
        "What steadies one reader can distress another. With one way only, somebody it does not suit may feel that they "
        "failed.",
        "Offer the other way in the same step, such as: close your eyes, or keep them open. The words, and what counts "
        "as another way, stand in builder/check/safety.yml.",
        "SAMHSA 2014, Trauma-Informed Approach: voice and choice; Trevisan and others 2017, on eye contact; "
        "Packheiser and others 2024, on touch; closed eyes, held breath and attention inside: clinical caution, "
        "no source seen",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "- Watch the steam rise.",
        "- Close your eyes, and listen.",
        "- Close your eyes, or keep them open.",
        "Close your eyes",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "do: Hold a warm cup. Feel its weight for one slow breath.",
        "do: Hold your breath. Then breathe out slowly.",
        "do: Hold your breath if you like. Then breathe out slowly.",
        "Hold your breath",
    ),
    Case(
        "modules/cup-of-tea/practice.md",
        "This one needs no hands.",
        "Make eye contact while you wait.",
        "You need not make eye contact while you wait.",
        "Make eye contact",
    ),
)
def body_focus_without_choice(library: Library, today: date) -> Iterator[Finding]:
    """Look at each practice, at what a page asks to do at once, and at the text between practices."""
    asking = [piece for piece in pieces_of(library) if _asks(piece)]
    if not _says(asking, forms_of(safety().body)):  # nearly all modules end here
        return
    for _, one in groupby(asking, key=_whole):
        together = tuple(one)
        for focus in safety().body:
            if _says(together, focus.words) and not _says(together, focus.choice):
                yield from _judge(focus, together)


def _asks(piece: Piece) -> bool:
    return piece.on in ("practice", "try") or (isinstance(piece.at, tuple) and piece.at[0] in ("short", "lit"))


def _whole(piece: Piece) -> object:
    """What a reader takes as one: a practice, a lit place, or one passage."""
    if isinstance(piece.at, tuple):
        return piece.file, piece.at[:2] if piece.at[0] == "practices" else piece.at[:1]
    return piece


def _says(pieces: Iterable[Piece], phrases: tuple[str, ...]) -> bool:
    return any(found_in("\n".join(piece.text for piece in pieces), phrases))


def _judge(focus: Focus, together: tuple[Piece, ...]) -> Iterator[Finding]:
    for piece in together:
        if not _says((piece,), safety().offering):
            asked = (_asked(sentence) for sentence in sentences_of(piece.text))
            word = next((word for text in asked for word in found_in(text, focus.words)), None)
            if word:
                yield Finding(piece.file, piece.at, f'"{word}" stands here as the only way. {focus.because}', word)


def _asked(sentence: str) -> str:
    """The sentence up to the words that turn it round: what follows is not asked for."""
    refused = next(found_in(sentence, safety().refusing), None)
    return sentence.partition(refused)[0] if refused else sentence
