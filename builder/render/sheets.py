"""A module in, the sheets to print out: the whole topic, the one sheet, and the guide for clinicians."""

from collections.abc import Iterator

from builder.model import document as doc
from builder.model.anchors import IN_ONE_FILE
from builder.model.page import Sheet
from builder.render.addresses import link, module_address, sheet_path, text
from builder.render.modules import ModulePages
from builder.render.prose import Typesetter, exercise, points, sentence


def sheets_of(made: ModulePages) -> tuple[Sheet, ...]:
    """The sheets of one module, with the words that its pages have."""
    facts, says = made.facts, made.review.says
    foot = "" if made.review.trouble else says
    setter = made.setter("learn")
    topic = (*topic_of(made, setter), *made.sources_head(), setter.bibliography.sources(setter.cited), *_signed(made))
    handout = _sheet(made, "handout", "handout", facts.title, foot, handout_of(made))
    guide = _sheet(made, "guide", "clinicians", f"{facts.title}, for clinicians", says, _guide(made))
    return _sheet(made, "module", "learn", facts.title, says, topic), handout, guide


def handout_of(made: ModulePages) -> tuple[doc.Block, ...]:
    """The one sheet. It has no room for both: a notice takes the place of the summary, and of the line in the foot."""
    return (*(_notice(made) or (sentence(made.facts.summary, "lead"),)), *made.sheet())


def topic_of(made: ModulePages, setter: Typesetter, practices: bool = True) -> tuple[doc.Block, ...]:
    """All that a module says to readers, but for its sources and who has checked it; `setter` knows then what it cites.

    Without `practices` it is the page to read alone.
    """
    learn = setter.blocks(made.module.prose["learn"].blocks)
    to_try = (doc.Heading(2, "practice", text("Things to try")), *_to_try(made, setter, learn)) if practices else ()
    return (
        sentence(made.facts.summary, "lead"),
        *_notice(made),
        *made.choice(),
        made.lamp(),
        doc.Heading(2, "key-points", text("Key points")),
        points(made.facts.key_points),
        *learn,
        *to_try,
        *made.pair(),
        doc.Heading(2, "claims", text("How sure we are, line by line")),
        *made.statements(setter),
    )


def _to_try(made: ModulePages, setter: Typesetter, learn: tuple[doc.Block, ...]) -> Iterator[doc.Block]:
    """What the practice page says, its headings one level down. Steps that stand further up already are not told twice."""
    page = made.setter("practice")
    body = page.blocks(made.module.prose["practice"].blocks)
    setter.cited += page.cited
    told = {block.anchor for block in learn if isinstance(block, doc.Exercise)}
    taken = {*IN_ONE_FILE, *(block.anchor for block in learn if isinstance(block, doc.Heading))}
    for block in body:
        match block:
            case doc.Heading(level, anchor, children):
                yield doc.Heading(min(level + 1, 3), f"try-{anchor}" if anchor in taken else anchor, children)
            case doc.Exercise(anchor, title) if anchor in told:
                steps = link(f"“{title}”", doc.To(module_address(made.module.id), anchor))
                yield doc.Paragraph((*text("The steps stand further up, under "), steps, *text(".")))
            case _:
                yield block
    placed = told | {block.anchor for block in body if isinstance(block, doc.Exercise)}
    yield from (exercise(one) for one in made.facts.practices if one.id not in placed)


def _sheet(made: ModulePages, kind: str, part: str, title: str, review: str, blocks: tuple[doc.Block, ...]) -> Sheet:
    tab, described = made.title_in_tab(), made.described(made.facts.summary)
    address = module_address(made.module.id, part)
    path = sheet_path(made.facts, kind)
    return Sheet(path, kind, title, tab, described, made.short_address(), review, blocks, address)


def _notice(made: ModulePages) -> tuple[doc.Paragraph, ...]:
    return (doc.Paragraph(made.review.notice, "notice"),) if made.review.trouble else ()


def _signed(made: ModulePages) -> tuple[doc.Block, ...]:
    return (doc.Heading(2, "review", text("Who has checked this page")), made.signature())


def _guide(made: ModulePages) -> tuple[doc.Block, ...]:
    setter = made.setter("clinicians")
    return (*guide_of(made, setter), *made.sourced(setter), *_signed(made))


def guide_of(made: ModulePages, setter: Typesetter) -> tuple[doc.Block, ...]:
    """What a module says to clinicians."""
    body = setter.blocks(made.module.prose["clinicians"].blocks)
    say = doc.Lamp("In one sentence", "", "", "", None, (doc.Say((sentence(made.facts.say),)),))
    return (*_notice(made), say, *body)
