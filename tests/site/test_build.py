"""Both engines make the same site from the same tree; a run that fails leaves the old site as it was."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from builder.diagnostics.errors import BuilderError
from builder.model.document import Block
from builder.site.build import ENGINES, build_site
from builder.site.finish import finished
from builder.site.headers import header_files
from tests.conftest import ROOT
from tests.site.kinds import FACTS, FILES, PUBLICATION, search_files

SEARCH = search_files(PUBLICATION.entries, PUBLICATION.danger_words, PUBLICATION.sayings)


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for name, content in sorted(files(site).items()):
        if name.endswith(".html"):
            yield name, content.decode()


def article(html: str) -> str:
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_both_engines_make_the_same_addresses_and_the_same_words(sites: dict[str, Path]) -> None:
    mkdocs, zensical = (dict(pages(sites[engine])) for engine in ENGINES)
    assert set(files(sites["mkdocs"])) == set(files(sites["zensical"]))
    assert {name: article(html) for name, html in mkdocs.items()} == {
        name: article(html) for name, html in zensical.items()
    }


def test_nothing_is_there_that_nobody_asked_for(sites: dict[str, Path]) -> None:
    theme = {
        path.relative_to(ROOT / "theme").as_posix() for path in (ROOT / "theme/assets").rglob("*") if path.is_file()
    }
    for site in sites.values():
        others = {name for name in files(site) if not name.endswith(".html")}
        made = {"assets/style.css", "assets/pages.js", "assets/codes.js", "sw.js", *header_files("https://a.example")}
        assert others == theme | set(FILES) | set(SEARCH) | made


def test_no_page_asks_another_host_or_holds_a_script_or_style_of_its_own(sites: dict[str, Path]) -> None:
    for name, html in pages(sites["mkdocs"]):
        assert "default-src 'none'; script-src 'self' file:;" in html, name
        assert not re.search(
            r"<script(?![^>]*\bsrc=|[^>]*\btype=\"application/ld\+json\")|<style|\sstyle=|\son\w+=", html
        ), name
        assert not re.search(r'(?:src|<link[^>]*href)="(?:https?:)?//', html), name


@pytest.mark.parametrize("engine", ENGINES)
def test_every_link_leads_to_a_file_and_every_anchor_stands(sites: dict[str, Path], engine: str) -> None:
    site = sites[engine]
    for name, html in pages(site):
        for href in re.findall(r'href="([^"]+)"', html):
            if re.match(r"(?:https?:|tel:|sms:|https?&)|https:&", href):
                continue
            path, _, anchor = href.partition("#")
            start = site if path.startswith("/") else (site / name).parent
            target = (start / path.lstrip("/")).resolve() if path else site / name
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), f"{name} leads to {href}"
            assert not anchor or f'id="{anchor}"' in target.read_text(encoding="utf-8"), f"{name} leads to {href}"


def test_the_page_for_lost_addresses_works_at_any_depth_of_any_host(tmp_path: Path) -> None:
    build_site(
        replace(PUBLICATION, base_address="https://a.example/lib"), FILES, FACTS, project=ROOT, out=tmp_path / "s"
    )
    html = (tmp_path / "s/404.html").read_text(encoding="utf-8")
    links = re.findall(r'(?:href|src)="([^"]+)"', html)
    assert all(link.startswith(("/lib/", "#", "https://")) for link in links)
    assert "/lib/assets/style.css" in links
    assert not (tmp_path / "s/not-found").exists()


def test_the_page_for_lost_addresses_holds_no_bare_address(tmp_path: Path) -> None:
    (tmp_path / "not-found").mkdir()
    (tmp_path / "not-found/index.html").write_text('<a href="../a/?b=1&amp;c=2" data-theme="psychoed">', "utf-8")
    lost = replace(
        PUBLICATION,
        base_address='https://a.example/x"><script>&y',
    )
    (page,) = (page for page in lost.pages if page.address == "404.html")
    html = finished(lost, page, tmp_path, wrapped=False)
    assert 'href="/x&quot;&gt;&lt;script&gt;&amp;y/a/?b=1&amp;c=2"' in html


def test_the_footer_says_the_licence_and_the_line_of_the_library(sites: dict[str, Path]) -> None:
    for site in sites.values():
        foot = (site / "index.html").read_text(encoding="utf-8").split("<footer>")[1]
        assert f"Words: {PUBLICATION.licence}." in foot
        assert PUBLICATION.tagline in foot


def test_who_offers_it_and_their_colours_are_on_every_page_of_both_engines(sites: dict[str, Path]) -> None:
    for site in sites.values():
        style = (site / "assets/style.css").read_text("utf-8")
        light = style.index("@media (prefers-color-scheme:light){:root{--link:#123456}}")
        dark = style.index("@media (prefers-color-scheme:dark){:root{--on-lamp:#fffffe}}")
        assert (
            style.index("--on-lamp:#ffedcf") < light < dark < style.index("forced-colors") < style.index("@media print")
        )
        for name, html in pages(site):
            if "<footer>" in html:
                assert html.count("Offered by Owl &amp; Key &lt;Clinic&gt;") == 2, name
                assert "Open “day &amp; night”. Each topic says who has reviewed it, or that nobody has." in html, name


def test_the_same_publication_gives_the_same_bytes(sites: dict[str, Path], tmp_path: Path) -> None:
    for engine, site in sites.items():
        build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=tmp_path / engine, engine=engine)
        assert files(tmp_path / engine) == files(site)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_run_that_fails_leaves_the_old_site(tmp_path: Path, engine: str) -> None:
    project, out = tmp_path / "project", tmp_path / "out" / "site"
    project.mkdir()
    shutil.copytree(ROOT / "theme", project / "theme")
    shutil.copy(ROOT / "mkdocs.yml", project)
    build_site(PUBLICATION, FILES, FACTS, project=project, out=out, engine=engine)
    before = files(out)
    (project / "theme/main.html").write_text("{% extends 'nowhere.html' %}", "utf-8")
    with pytest.raises(BuilderError, match="could not build"):
        build_site(PUBLICATION, FILES, FACTS, project=project, out=out, engine=engine)
    assert files(out) == before
    assert [path.name for path in out.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("released", ["0001-01-01", "2226-11-26"])
def test_a_day_of_any_year_can_be_that_of_the_edition(tmp_path: Path, released: str) -> None:
    few = replace(PUBLICATION, released=released, pages=PUBLICATION.pages[:2])
    assert build_site(few, {}, {}, project=ROOT, out=tmp_path / "site").made == 2


def test_a_theme_that_is_not_ours_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "theme/assets").mkdir(parents=True)
    (tmp_path / "theme/404.html").write_text("lost", encoding="utf-8")
    for name in ("main", "short"):
        (tmp_path / f"theme/{name}.html").write_text("<main>{{ page.content }}</main>", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    with pytest.raises(BuilderError, match="theme"):
        build_site(PUBLICATION, FILES, FACTS, project=tmp_path, out=tmp_path / "site")


def test_an_engine_that_nobody_knows_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuilderError, match="hugo"):
        build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=tmp_path / "site", engine="hugo")


def test_the_hand_made_publication_holds_every_kind_of_block() -> None:
    def kinds(held: object) -> Iterator[type]:
        yield type(held)
        for child in getattr(held, "children", ()):
            yield from kinds(child)

    assert {kind for page in PUBLICATION.pages for block in page.blocks for kind in kinds(block)} >= set(
        get_args(Block)
    )
