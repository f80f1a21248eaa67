"""Built with the checks forced off, nothing of any hostile input runs, reaches out or becomes an element in Chromium."""

import functools
import re
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from builder.model.library import Library, Module
from builder.model.page import Page, Publication
from builder.model.precheck import NOT_RUN
from builder.model.prose import Block, Prose
from builder.render import publication_of
from builder.render.changes import ChangeLists, changes_of
from builder.render.checks import CheckLists
from builder.render.citations import Bibliography
from builder.render.desk import DeskLists
from builder.render.lists import Lists, Makers
from builder.render.modules import ModulePages
from builder.render.prose import Typesetter
from builder.render.rules import rule_list
from builder.render.topics import topics_of
from builder.site import build_site
from builder.site.markdown import markdown_of
from builder.site.places import built_file
from tests.browser.conftest import Patient, Quiet
from tests.conftest import ROOT, TODAY
from tests.hostile.conftest import Attacked
from tests.hostile.corpus import CASES, HARMLESS
from tests.hostile.paths import PATHS, UNSEEN

pytestmark = pytest.mark.xdist_group("attacked")  # what they share is made once

CALLS = sorted({one.call for one in (*CASES, *HARMLESS, *PATHS, *UNSEEN)} | {"pwn_control", "pwn_secret"})
HEARS = (
    f"window.pwned = []; for (const call of {CALLS}) window[call] = () => {{ pwned.push(call); console.log(call); }};"
)
TRIES = """() => {
  for (const one of document.querySelectorAll("main *")) {
    for (const kind of ["click", "mouseover", "focus", "load", "error", "toggle", "begin", "animationstart"]) {
      const event = new Event(kind);
      event.preventDefault();
      one.dispatchEvent(event);
    }
  }
  return {
    ran: pwned,
    elements: [...new Set([...document.querySelectorAll("*")].map((one) => one.nodeName))],
    attributes: [...new Set([...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames()))],
    schemes: [...new Set([...document.links].map((one) => one.protocol ?? new URL(one.href.baseVal, location).protocol))],
    scripts: [...document.scripts].map((one) => one.type === "application/ld+json"
      ? JSON.parse(one.textContent)["@context"] : one.getAttribute("src") ?? "inline"),
  };
}"""


@dataclass
class Seen:
    """What pages hold and do."""

    ran: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    elements: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    schemes: set[str] = field(default_factory=set)
    scripts: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Built:
    """The site, its address on this machine, and the pages that hold a hostile input."""

    site: Path
    address: str
    hostile: tuple[str, ...]


@pytest.fixture(scope="module")
def built(attacked: Attacked, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    folder = tmp_path_factory.mktemp("forced")
    library = _without_what_raises(attacked.loaded.library)
    publication = publication_of(library, TODAY)
    own = [page for page in publication.pages if not page.module.startswith("h-")]
    hostile = list(_unlike_the_sample(publication, library))
    publication = replace(publication, pages=(*own, *hostile))
    build_site(publication, {}, {}, project=_lax_project(folder), out=folder / "site")
    (folder / "site/control.html").write_text(
        '<main><script>pwn_control()</script><img src="http://127.0.0.1:9/x" onerror="pwn_control()">'
        '<a href="javascript:pwn_control()">x</a></main>'
    )
    server = Patient(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    yield Built(folder / "site", address, tuple(built_file(page.address) for page in hostile))
    server.shutdown()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Without our Content Security Policy: it is a second net, and what is proved here has to hold without it."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(HEARS)
    yield context
    context.close()


def test_the_detector_hears_what_runs(context: BrowserContext, built: Built) -> None:
    seen = look(context, built, ["control.html"])
    assert seen.ran.count("pwn_control") >= 3
    assert "javascript:" in seen.schemes
    assert "onerror" in seen.attributes
    assert "inline" in seen.scripts
    assert "http://127.0.0.1:9/x" in seen.asked


def test_nothing_runs_reaches_out_or_becomes_an_element(context: BrowserContext, built: Built) -> None:
    assert len(built.hostile) >= 90
    pages = [name for name in _pages(built.site) if name != "control.html" and not name.startswith("m/")]
    clean = [name for name in pages if name.startswith(("cup-of-tea/", "warm-socks/", "about/", "404", "packet/"))]
    known = look(context, built, clean)
    seen = look(context, built, sorted(set(pages) - set(clean)))
    for one in (known, seen):
        assert not one.ran
        assert not [words for words in one.said if "pwn" in words or "Error" in words]
        assert not [url for url in one.asked if not url.startswith(built.address)]
        assert one.schemes <= {"http:", "https:", "tel:", "sms:"}
        assert not [name for name in one.attributes if name.startswith("on") or name in ("style", "srcdoc")]
        assert one.scripts <= {"steady.js", "reading.js", "guide.js", "offline.js", "filter.js", "short.js", "code.js"} | {
            "schema.org", "search.js", "map.js", "w0.js", "s0.js", "c0.js", "codes.js", "packet.js", "pages.js"
        }  # fmt: skip
    assert seen.elements - known.elements <= {"CAPTION", "CODE", "FIELDSET", "LEGEND", "PRE"}  # lists, filter, samples
    assert seen.attributes - known.attributes <= {"checked", "data-filter", "data-keep", "data-size", "value"}


def test_a_search_for_it_shows_words_and_runs_nothing(context: BrowserContext, built: Built) -> None:
    page = context.new_page()
    page.goto(built.address)
    page.get_by_role("searchbox").fill("pwn cup tea script")
    page.locator("[data-found] li").first.wait_for()
    assert page.evaluate("pwned") == []
    assert page.locator("[data-found] :not(li, a, p)").count() == 0
    page.close()


def test_what_load_left_out_is_in_no_file(built: Built) -> None:
    left_out = [odd.call for odd in (*PATHS, *UNSEEN)] + ["pwn_secret", "root:x:0:0"]
    for path in built.site.rglob("*"):
        held = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        assert not [call for call in left_out if call in held], path
    assert not [path for path in built.site.rglob("*") if set(path.name) & set("<>:%\\\n")]


def look(context: BrowserContext, built: Built, names: Sequence[str]) -> Seen:
    """Open pages, try everything on them, and gather what they hold and do."""
    seen = Seen()
    page = context.new_page()
    page.on("dialog", lambda dialog: (seen.ran.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: seen.said.append(message.text))
    page.on("pageerror", lambda error: seen.said.append(f"Error: {error}"))
    page.on("request", lambda request: seen.asked.append(request.url))
    for name in names:
        page.goto(built.address + name)
        found = page.evaluate(TRIES)
        seen.ran += found["ran"]
        seen.scripts |= {src.rpartition("/")[2] for src in found["scripts"]}
        for kind in ("elements", "attributes", "schemes"):
            getattr(seen, kind).update(found[kind])
    page.close()
    return seen


def _without_what_raises(library: Library) -> Library:
    """The library that load gave, without the blocks that point at nothing: those no page can be made of."""
    whole = {key: one for key, one in library.references.items() if hasattr(one, "issued")}  # others only stand in
    library = replace(library, references=whole)
    bibliography = Bibliography(library.references, library.references)
    modules: dict[str, Module] = {}
    for module in (one for one in library.modules.values() if one.facts.status == "published"):  # stand-ins are drafts
        setter = Typesetter(library, bibliography, f"{module.id}/", module, lambda _: ())
        prose = {part: _kept(one, setter) for part, one in module.prose.items()}
        related = tuple(one for one in module.facts.related if one in library.modules)
        facts = module.facts.model_copy(update={"id": module.id, "related": related})
        modules[module.id] = replace(module, facts=facts, prose=prose)
    modules = {id: one for id, one in modules.items() if _can_be_rendered(one, library, bibliography)}
    topics = tuple(topics_of(modules.values(), library, TODAY, dict.fromkeys(modules, ""), {}))
    desk, told = DeskLists(library, topics), ChangeLists(library, changes_of(library, topics))
    checks = CheckLists(NOT_RUN, library, TODAY)
    more: Makers = {**checks.makers, **desk.makers, **told.makers, "rules": lambda: rule_list(())}
    pages = {
        page.id: replace(page, prose=_kept(page.prose, Lists(library, bibliography, TODAY, "", more).setter))
        for page in library.pages.values()
    }
    return replace(library, modules=modules, pages=pages)


def _kept(prose: Prose, setter: Typesetter) -> Prose:
    return replace(prose, blocks=tuple(block for block in prose.blocks if _can_be_set(block, setter)))


def _can_be_set(block: Block, setter: Typesetter) -> bool:
    with suppress(KeyError, AssertionError, RuntimeError):
        return bool(list(setter.block(block)))
    return False


def _can_be_rendered(module: Module, library: Library, bibliography: Bibliography) -> bool:
    with suppress(StopIteration):
        return bool(ModulePages(module, library, bibliography, TODAY).pages())
    return False


def _unlike_the_sample(publication: Publication, library: Library) -> Iterator[Page]:
    """The pages of the hosts on which something of a case is left, each once. All others say to the letter the same."""
    said = {markdown_of(page, {}) for page in publication.pages if page.module == "cup-of-tea"}
    for page in publication.pages:
        if page.module.startswith("h-") and page.kind != "short":  # that one leads on before anybody can look at it
            code = library.modules[page.module].facts.code
            says = markdown_of(page, {}).replace(page.module, "cup-of-tea").replace(code, "tea")
            if says not in said:
                yield page
            said.add(says)


def _lax_project(folder: Path) -> Path:
    """Our theme and config, with an engine that judges no link: the pages of the other hosts are left out."""
    project = folder / "project"
    project.mkdir()
    shutil.copytree(ROOT / "theme", project / "theme")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(re.sub(r": warn$", ": ignore", config, flags=re.MULTILINE), "utf-8")
    return project


def _pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
