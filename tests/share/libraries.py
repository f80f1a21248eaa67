"""Libraries made of the sample: with a review, with a topic taken back, with releases behind them."""

from dataclasses import replace
from datetime import date
from typing import Any

from builder.model.content_hash import content_hash
from builder.model.facts import Answer, Review, Withdrawal
from builder.model.ledger import Gone, Ledger, Release
from builder.model.library import Library
from builder.model.shared import Person
from builder.model.signed import signed_of

ADA = Person(id="ada", name="Ada Sample", credential="Sample clinician")
NASTY = 'Tea & <b>"</script><script>alert(1)</script>\x01\u2028 ]]>'
"""A text that ends a script, an element, an attribute and a section of XML."""


def with_facts(library: Library, module_id: str, **facts: Any) -> Library:
    """The library with other facts of one module."""
    module = library.modules[module_id]
    changed = module.facts.model_copy(update=facts)
    signed = replace(module.signed, own={**module.signed.own, "facts": signed_of(changed, {}, {}).own["facts"]})
    other = replace(module, facts=changed, signed=signed)
    return replace(library, modules={**library.modules, module_id: other})


def signed(library: Library, until: date, of: str = "", said: str = "yes") -> Library:
    """The library with a review of cup-of-tea, by default of its words."""
    review = Review(
        by="ada",
        role="sample clinician",
        on=date(2026, 6, 1),
        next=until,
        of=of or content_hash(library.modules["cup-of-tea"], library),
        answers=(Answer.model_validate({"ask": "safe", "said": said, "note": "It is tea."}),),
    )
    known = replace(library, people={**library.people, "ada": ADA})
    return with_facts(known, "cup-of-tea", review=review)


def withdrawn(library: Library) -> Library:
    """The library with cup-of-tea taken back."""
    notice = Withdrawal(reason="The tea was cold.", replaced_by="warm-socks")
    return with_facts(library, "cup-of-tea", status="withdrawn", withdrawn=notice)


def released(library: Library) -> Library:
    """The library after four releases: both topics new, then other words on socks, then nothing, then pages are elsewhere."""
    tea, socks = (content_hash(library.modules[id], library) for id in ("cup-of-tea", "warm-socks"))
    ledger = Ledger(
        releases=(
            Release(version="0.1", on=date(2026, 1, 2), says=("A first page.",), modules={
                "cup-of-tea": tea, "warm-socks": "0" * 64}),
            Release(version="0.2", on=date(2026, 3, 4), says=(NASTY,), modules={"warm-socks": socks}),
            Release(version="0.3", on=date(2026, 5, 6)),
            Release(version="0.4", on=date(2026, 7, 8), away=("cold-tea/", "kettle/")),
        ),
        moved={"kettle/": "cup-of-tea/practice/", "cup-of-tea/#hot": "cup-of-tea/#no", "old/tea.pdf": "cup-of-tea/tea.pdf"},
        gone={"cold-tea/": Gone(why="Nobody drank it.", instead="cup-of-tea/#try"), "cup-of-tea/#cold": Gone(why="No.")},
    )  # fmt: skip
    return replace(library, ledger=ledger)
