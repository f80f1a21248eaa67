"""A loaded module in, its outline out: what others may name in it."""

from builder.markup.walk import blocks_of, cites_of, headings_of, placed_of
from builder.model.anchors import module_anchors
from builder.model.library import Module
from builder.model.outline import Outline
from builder.model.prose import Prose


def outline_of(module: Module, broken: tuple[str, ...] = ()) -> Outline:
    """Return everything in a module that a link, a list or another file can name. `broken` are its files with faults."""
    facts = module.facts
    anchors: dict[str, frozenset[str]] = {
        part: _own(prose) | module_anchors(module, part, _cited(prose)) for part, prose in module.prose.items()
    }
    quotes = {part: _placed(prose, "quote") for part, prose in module.prose.items()}
    return Outline(
        id=module.id,
        file=module.file,
        code=facts.code,
        title=facts.title,
        status=facts.status,
        claims=tuple((claim.id, claim.status) for claim in facts.claims),
        practices=tuple(practice.id for practice in facts.practices),
        cited=" ".join(sorted({key for claim in facts.claims for key in (*claim.sources, *claim.against)})),
        anchors=tuple((page, "\n".join(sorted(names))) for page, names in _with_handout(module, anchors).items()),
        quotes=tuple(quotes.items()),
        broken=broken,
    )


def _with_handout(module: Module, anchors: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {**anchors, "handout": module_anchors(module, "handout")}


def _own(prose: Prose) -> frozenset[str]:
    headings = {heading.anchor for heading in headings_of(prose) if heading.anchor}
    return frozenset({*headings, *_placed(prose, "practice")})


def _placed(prose: Prose, kind: str) -> tuple[str, ...]:
    return tuple(block.argument for block in placed_of(prose, kind))


def _cited(prose: Prose) -> set[str]:
    return {key for block in blocks_of(prose.blocks) for cite in cites_of(block) for key in cite.keys}
