"""A module in, the sheets to print out: the whole topic, and the one sheet."""

from builder.model import document as doc
from builder.model.page import Sheet
from builder.render.addresses import handout_pdf, module_pdf, text
from builder.render.modules import ModulePages
from builder.render.prose import exercise, points, sentence
from builder.render.reviews import signature


def sheets_of(made: ModulePages) -> tuple[Sheet, ...]:
    """The two sheets of one module, with the words that its pages have."""
    facts = made.facts
    state = made.review.says
    address = made.short_address()
    tab, described = made.title_in_tab(), made.described(facts.summary)
    topic = Sheet(module_pdf(facts), "module", facts.title, tab, described, address, state, _topic(made))
    # One sheet has no room for both: a notice takes the place of the summary and of the line in the foot.
    top, foot = (_notice(made), "") if made.review.trouble else ((sentence(facts.summary, "lead"),), state)
    words = (*top, *made.sheet())
    handout = Sheet(handout_pdf(facts), "handout", facts.title, tab, described, address, foot, words)
    return topic, handout


def _notice(made: ModulePages) -> tuple[doc.Paragraph, ...]:
    return (doc.Paragraph(made.review.notice, "notice"),) if made.review.trouble else ()


def _topic(made: ModulePages) -> tuple[doc.Block, ...]:
    setter = made.setter("learn")
    learn = setter.blocks(made.module.prose["learn"].blocks)
    placed = {block.anchor for block in learn if isinstance(block, doc.Exercise)}
    more = tuple(exercise(one) for one in made.facts.practices if one.id not in placed)
    statements = made.statements(setter)
    return (
        sentence(made.facts.summary, "lead"),
        *_notice(made),
        made.lamp(),
        doc.Heading(2, "key-points", text("Key points")),
        points(made.facts.key_points),
        *made.choice(),
        *learn,
        doc.Heading(2, "more", text("More to try")),
        *more,
        *made.pair(),
        doc.Heading(2, "claims", text("How sure we are, line by line")),
        *statements,
        *made.sources_head(),
        setter.bibliography.sources(setter.cited),
        doc.Heading(2, "review", text("Who has checked this page")),
        signature(made.module, made.library, made.review),
    )
