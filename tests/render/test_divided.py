"""A library of many topics: no page grows with it, every topic is two touches away, and old links into a list still lead on."""

from dataclasses import replace
from itertools import product

import pytest

from builder.check.promises import lost_in
from builder.check.published import published_of
from builder.disk.later import quoted
from builder.load.outline import outline_of
from builder.model.division import MOST
from builder.model.document import Downloads, Heading, Link, Listing, Paragraph, Table, To, Topics
from builder.model.ledger import Ledger, Recorded
from builder.model.library import Library
from builder.model.page import Page, Publication
from builder.pipeline import codes
from builder.render import publication_of
from builder.site.linked import linked_data
from builder.site.markdown import markdown_of
from tests.conftest import TODAY

LISTS = ("topics/", "try/", "take/", "clinicians/", "research/")
LONGEST = 150_000


def many(library: Library, number: int) -> Library:
    """The same topics again and again, each with an id, a code and a title of its own."""
    shown = [module for module in library.modules.values() if module.facts.status == "published"]
    modules = dict(library.modules)
    for count, rest in zip(range(number), product("bdfghklmn", "aeiou", "dfgk"), strict=False):
        name = f"{'t' if count % 2 else 'éabs'[count // 2 % 4]}{''.join(rest)}"
        module = shown[count % len(shown)]
        new = {"id": f"copy-{count}", "code": name.replace("é", "e"), "title": name.title()}
        facts = module.facts.model_copy(update=new)
        prose = {part: replace(one, file=one.file.replace(module.id, new["id"])) for part, one in module.prose.items()}
        modules[new["id"]] = replace(module, facts=facts, file=f"modules/{new['id']}/module.yml", prose=prose)
    return replace(library, modules=modules, outlines={one.id: outline_of(one) for one in modules.values()})


@pytest.fixture(scope="module")
def large(sample: Library) -> Library:
    return many(sample, 150)


@pytest.fixture(scope="module")
def published(large: Library) -> Publication:
    return publication_of(large, TODAY, codes())


def targets(page: Page) -> set[To]:
    """Where the links of a page lead, wherever they stand in it."""
    found: set[To] = set()
    waiting: list[object] = [*page.blocks]
    while waiting:
        one = waiting.pop()
        if isinstance(one, To):
            found.add(one)
        elif isinstance(one, tuple):
            waiting.extend(one)
        elif isinstance(one, Downloads):
            found.update(To(path) for path, _ in one.files)
        elif isinstance(one, Topics | Table | Listing | Paragraph | Link | Heading):
            waiting.extend(vars(one).values())
    return found


def test_no_page_is_long_and_the_pages_of_a_topic_do_not_know_how_many_there_are(
    published: Publication, sample_publication: Publication
) -> None:
    sizes = {page.address: len(markdown_of(page, {}, linked_data(page, published))) for page in published.pages}
    assert max(sizes.values()) < LONGEST
    alone = {
        page.address: len(markdown_of(page, {}, linked_data(page, published))) for page in sample_publication.pages
    }
    of_topics = [page.address for page in sample_publication.pages if page.module]
    assert all(abs(sizes[one] - alone[one]) <= 0.01 * alone[one] for one in of_topics)


def test_every_topic_is_two_touches_from_each_list(published: Publication, large: Library) -> None:
    pages = {page.address: page for page in published.pages}
    for listed in (*LISTS, "", "404.html"):
        letters = {to.address for to in targets(pages[listed]) if pages.get(to.address, pages[""]).kind == "share"}
        if listed in ("", "404.html") and not letters:  # the sample has no topics there
            continue
        reached = {to.address.partition("/")[0] for one in letters for to in targets(pages[one])}
        assert {module.id for module in large.published} <= reached, listed
    names = {to for one in pages.values() if one.address.startswith("search/") for to in targets(one)}
    assert {To(f"{module.id}/") for module in large.published} <= names


def test_every_page_of_a_list_says_what_is_on_it_and_none_is_too_full(published: Publication) -> None:
    shares = [page for page in published.pages if page.kind == "share" and page.address.startswith("topics/")]
    assert {"topics/t/", "topics/t-2/", "topics/a/", "topics/e/"} <= {page.address for page in shares}, (
        "é stands under E"
    )
    assert all(len(block.entries) <= MOST for page in shares for block in page.blocks if isinstance(block, Topics))
    assert len({page.title for page in shares}) == len(shares)


def test_the_way_to_all_files_of_a_topic_leads_to_its_letter(published: Publication, large: Library) -> None:
    pages = {page.address: page for page in published.pages}
    for module in large.published:
        to = next(to for to in targets(pages[f"{module.id}/"]) if to.address.startswith("take/"))
        assert any(isinstance(block, Downloads) and block.anchor == to.anchor for block in pages[to.address].blocks)


def test_a_link_that_was_kept_into_a_list_leads_on_when_the_list_is_divided(sample: Library, large: Library) -> None:
    before = published_of(sample)
    kept = {address: Recorded(since="0.1", anchors=" ".join(sorted(all_))) for address, all_ in before.pages.items()}
    ledger = Ledger(published=kept)
    grown = replace(large, ledger=ledger)
    assert not list(lost_in(ledger, published_of(grown)))
    pages = {page.address: page for page in publication_of(grown, TODAY).pages}
    for address in ("take/", "try/", "research/"):
        led = {one.anchor: one for one in pages[address].elsewhere}
        assert led.keys() == before.pages[address] - published_of(grown).pages[address]
        assert all(one.to and isinstance(one.to.to, To) and one.to.to.address in pages for one in led.values())
        assert published_of(grown).pages[address] < before.pages[address], "a divided list promises nothing new"


def test_a_page_of_names_is_another_one_when_a_name_is_and_only_then(published: Publication, large: Library) -> None:
    module = large.published[0]
    search = module.facts.search.model_copy(update={"also_called": (*module.facts.search.also_called, "a zebra")})
    changed = replace(module, facts=module.facts.model_copy(update={"search": search}))
    after = publication_of(replace(large, modules={**large.modules, module.id: changed}), TODAY, codes())
    before = {page.address: repr(page) for page in published.pages if page.address.startswith("search/")}
    now = {page.address: page for page in after.pages if page.address.startswith("search/")}
    anew = [page for address, page in now.items() if repr(page) != before.get(address)]
    assert anew
    assert any("a zebra" in str(tuple(page.blocks)) for page in anew)
    assert len(anew) < len(now)


@pytest.mark.parametrize("field", ["summary", "fits", "not_for", "code", "title", "practices", "settings", "claims"])
def test_a_page_of_a_list_is_known_as_another_one_whenever_something_else_stands_on_it(
    published: Publication, large: Library, field: str
) -> None:
    one = large.modules["copy-7"]
    said: dict[str, object] = dict.fromkeys(("summary", "fits", "not_for", "code", "title"), "other")
    said["practices"] = tuple(each.model_copy(update={"why": "For another reason."}) for each in one.facts.practices)
    changed = large
    if field in said:
        facts = one.facts.model_copy(update={field: said[field]})
        changed = replace(large, modules={**large.modules, one.id: replace(one, facts=facts)})
        changed = replace(changed, outlines={**large.outlines, one.id: outline_of(changed.modules[one.id])})
    elif field == "claims":
        outline = large.outlines[one.id]
        fewer = replace(outline, claims=outline.claims[1:])
        changed = replace(large, outlines={**large.outlines, one.id: fewer})
    else:
        address = {"base_address": "https://calm.org/"}
        changed = replace(large, settings=large.settings.model_copy(update=address))

    shares = {page.address: page for page in published.pages if page.kind == "share"}
    now = {page.address: page for page in publication_of(changed, TODAY, codes()).pages if page.kind == "share"}
    others = {at for at, page in now.items() if at not in shares or tuple(page.blocks) != tuple(shares[at].blocks)}

    assert others
    assert others <= {at for at, page in now.items() if at not in shares or repr(page) != repr(shares[at])}


@pytest.mark.parametrize("real", [False, True])
def test_a_page_of_a_list_names_each_file_to_which_it_leads_since_the_sizes_of_these_stand_on_it(
    large: Library, real: bool
) -> None:
    """What a page is known by has to name them: by that the sizes are found of which its key is made."""
    settings = large.settings.model_copy(update={"base_address": "https://calm.org/"} if real else {})
    published = publication_of(replace(large, settings=settings), TODAY, codes())
    named = 0
    for page in (page for page in published.pages if page.kind == "share"):
        files = {to.address for to in targets(page) if to.address.endswith((".pdf", ".epub", ".txt", ".svg"))}
        assert files <= set(quoted(repr(page))), page.address
        named += len(files)
    assert named >= 15 * len(large.published)


def test_a_small_library_is_not_divided(sample_publication: Publication) -> None:
    assert not [page for page in sample_publication.pages if page.kind == "share"]
