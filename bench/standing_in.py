"""A publication in, stand-ins for all its files to carry away out: what is measured here looks into none of them."""

from pathlib import Path

from builder.model.files import STYLES, styled
from builder.model.page import Publication
from builder.site.inlines import FileFacts
from builder.site.linked import linked_data
from builder.site.markdown import markdown_of
from builder.site.stage import config_of, stage

STAND_IN = b"%PDF"

ROOT = Path(__file__).parents[1]


def stand_ins(publication: Publication) -> tuple[dict[str, bytes], dict[str, FileFacts]]:
    """The files by their paths, and what links say of them."""
    book = [publication.book.path] if publication.book else []
    volumes = [one.path for one in publication.book.bound] if publication.book else []
    printed = [*(sheet.path for sheet in publication.sheets), *volumes]
    read = [*(sheet.path for sheet in publication.sheets if sheet.kind == "module"), *book]
    paths = [styled(path, style) for path in printed for style in STYLES]
    paths += [f"{path}.{ending}" for path in read for ending in ("epub", "txt")]
    return dict.fromkeys(paths, STAND_IN), dict.fromkeys(paths, FileFacts(1, 1000))


def stage_all(publication: Publication, into: Path) -> Path:
    """Every page as the engine gets it, in one project; the path of its config."""
    _, facts = stand_ins(publication)
    texts = ((page.address, markdown_of(page, facts, linked_data(page, publication))) for page in publication.pages)
    return stage(texts, config_of(publication, ROOT), ROOT / "theme", into)
