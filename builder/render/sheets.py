"""A module in, the sheets to print out: the whole topic, the one sheet, and the guide for clinicians."""

from builder.model import document as doc
from builder.model.page import Sheet
from builder.render.addresses import module_address, sheet_path, text
from builder.render.modules import ModulePages
from builder.render.prose import Typesetter, exercise, points, sentence
from builder.render.reviews import signature


def sheets_of(made: ModulePages) -> tuple[Sheet, ...]:
    """The sheets of one module, with the words that its pages have."""
    facts, says = made.facts, made.review.says
    # One sheet has no room for both: a notice takes the place of the summary and of the line in the foot.
    top, foot = (_notice(made), "") if made.review.trouble else ((sentence(facts.summary, "lead"),), says)
    setter = made.setter("learn")
    topic = (*topic_of(made, setter), *made.sources_head(), setter.bibliography.sources(setter.cited), *_signed(made))
    handout = _sheet(made, "handout", "handout", facts.title, foot, (*top, *made.sheet()))
    guide = _sheet(made, "guide", "clinicians", f"{facts.title}, for clinicians", says, _guide(made))
    return _sheet(made, "module", "learn", facts.title, says, topic), handout, guide


def topic_of(made: ModulePages, setter: Typesetter) -> tuple[doc.Block, ...]:
    """All that a module says to readers, but for its sources and who has checked it; `setter` knows then what it cites."""
    learn = setter.blocks(made.module.prose["learn"].blocks)
    placed = {block.anchor for block in learn if isinstance(block, doc.Exercise)}
    more: tuple[doc.Block, ...] = tuple(exercise(one) for one in made.facts.practices if one.id not in placed)
    if more:
        more = (doc.Heading(2, "more", text("More to try")), *more)
    return (
        sentence(made.facts.summary, "lead"),
        *_notice(made),
        *made.choice(),
        made.lamp(),
        doc.Heading(2, "key-points", text("Key points")),
        points(made.facts.key_points),
        *learn,
        *more,
        *made.pair(),
        doc.Heading(2, "claims", text("How sure we are, line by line")),
        *made.statements(setter),
    )


def _sheet(made: ModulePages, kind: str, part: str, title: str, review: str, blocks: tuple[doc.Block, ...]) -> Sheet:
    tab, described = made.title_in_tab(), made.described(made.facts.summary)
    address = module_address(made.module.id, part)
    path = sheet_path(made.facts, kind)
    return Sheet(path, kind, title, tab, described, made.short_address(), review, blocks, address)


def _notice(made: ModulePages) -> tuple[doc.Paragraph, ...]:
    return (doc.Paragraph(made.review.notice, "notice"),) if made.review.trouble else ()


def _signed(made: ModulePages) -> tuple[doc.Block, ...]:
    who = signature(made.module, made.library, made.review)
    return (doc.Heading(2, "review", text("Who has checked this page")), who)


def _guide(made: ModulePages) -> tuple[doc.Block, ...]:
    setter = made.setter("clinicians")
    body = setter.blocks(made.module.prose["clinicians"].blocks)
    say = doc.Lamp("In one sentence", "", "", "", None, (doc.Say((sentence(made.facts.say),)),))
    return (*_notice(made), say, *body, *made.sourced(setter), *_signed(made))
