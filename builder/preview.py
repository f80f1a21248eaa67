"""A page of the draft site and the last report in, the page with a banner out: what is still to be mended on it.

Only `psychoed serve` shows the banner, and follows a change in the browser. It stands in no file of the site.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from builder.diagnostics.diagnostic import Diagnostic, Report

STYLE_ADDRESS = "/psychoed-preview.css"
"""Where the banner's style is served; the site's policy lets no style stand in a page."""

FOLLOW_ADDRESS = "/psychoed-preview.js"
"""Where what follows a change in the browser is served."""

NEWS_ADDRESS = "/psychoed-preview-news"
"""Where a page asks whether it is old; the answer comes when it is, or after a while."""

FOLLOW = """{
  const news = `${document.currentScript.dataset.news}&page=${encodeURIComponent(location.pathname)}`;
  let stop;
  document.addEventListener("visibilitychange", () => stop?.abort());
  const follow = async () => {
    for (;;) {
      // A browser has few connections for one host: a page that nobody looks at keeps none.
      if (document.hidden) await new Promise((done) => { document.addEventListener("visibilitychange", done, { once: true }); });
      stop = new AbortController();
      const { status } = await fetch(news, { signal: stop.signal }).catch(() => ({})); // serve may have been stopped, and come back
      if (status === 200) return location.reload();
      if (status !== 204 && !document.hidden) await new Promise((done) => { setTimeout(done, 1000); });
    }
  };
  follow();
}
"""

_HAS = re.compile(re.escape(f'data-news="{NEWS_ADDRESS}?has=') + "([0-9a-f]+)")

STYLE = """
.preview { position: relative; z-index: 9; margin: 0; padding: 1rem; border-bottom: .25rem solid #b3541e; background: #fff6e5; color: #1d1d1f; font: 1rem/1.5 sans-serif }
.preview summary, .preview strong { color: inherit; font-size: 1.125rem }
.preview ul { margin: .5rem 0 0; padding-left: 1.25rem }
.preview li { margin: .5rem 0; max-width: 44rem }
.preview code { font-size: .9375rem; overflow-wrap: anywhere }
@media print { .preview { display: none } }
"""

BARE = "<!doctype html><html lang=en><head><title>Not built</title></head><body></body></html>"
"""What stands for a page that is not built yet."""

_KINDS = {"error": "To mend first", "warning": "To mend", "person": "For a person"}


@dataclass(frozen=True)
class Preview:
    """What the last round found. `built` tells whether the pages are newer than the mistakes; `drafts` are folders."""

    report: Report
    built: bool
    drafts: frozenset[str] = frozenset()


def with_banner(html: str, address: str, preview: Preview | None) -> str:
    """Put the banner at the top of the page at `address` (`co-regulation/practice/`), where there is something to say.

    Before the first preview that is that the page is to come.
    """
    head, body, rest = html.partition("<body>")
    if not body:
        return html
    banner = "".join(_banner(address.split("/")[0], preview))
    style = f'<link rel="stylesheet" href="{STYLE_ADDRESS}">' if banner else ""
    follow = (
        f'<script src="{FOLLOW_ADDRESS}" data-news="{NEWS_ADDRESS}?has={_digest(f"{html}{banner}")}" async></script>'
    )
    return f"{head.replace('</head>', f'{style}{follow}</head>')}{body}{banner}{rest}"


def digest_of(page: str) -> str:
    """What tells a page that has come from `with_banner` from what it was before."""
    found = _HAS.search(page)
    return found[1] if found else ""


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _banner(page: str, preview: Preview | None) -> Iterable[str]:
    if preview is None:
        yield '<aside class="preview"><p><strong>The site is being built. It shows here by itself.</strong></p></aside>'
        return
    here = [one for one in preview.report.diagnostics if _is_of(page, one)]
    errors = [one for one in preview.report.diagnostics if one.code.severity == "error" and one not in here]
    if preview.built and not here and page not in preview.drafts:
        return
    yield '<aside class="preview" aria-label="What is still to be mended">'
    if not preview.built:
        yield "<p><strong>Not built. This page is as it was before your last change.</strong></p>"
    if page in preview.drafts:
        yield "<p><strong>This is a draft. Readers do not see it.</strong></p>"
    if here:
        yield f"<details open><summary>{_count(here)} on this page and its sister pages</summary><ul>"
        yield from map(_item, here)
        yield "</ul></details>"
    if errors and not preview.built:
        yield f"<details{'' if here else ' open'}><summary>{_count(errors)} elsewhere</summary><ul>"
        yield from map(_item, errors)
        yield "</ul></details>"
    yield "</aside>"


def _is_of(page: str, one: Diagnostic) -> bool:
    return one.place.file.startswith(f"modules/{page}/") or one.place.file == f"pages/{page or 'home'}.md"


def _count(found: list[Diagnostic]) -> str:
    return f"{len(found)} finding{'' if len(found) == 1 else 's'}"


def _item(one: Diagnostic) -> str:
    place = f"{one.place.file}:{one.place.line}:{one.place.column}"
    what = f"{_KINDS[one.code.severity]}: {escape(one.message)} {escape(one.mend)}"
    return f"<li>{what}<br><code>{escape(place)} {one.code.id} {escape(one.code.name)}</code></li>"
