"""The staged pages in, the same pages as a Hugo site out: its own dialect, and one layout with the frame of the others."""

import re
import shutil
from pathlib import Path

from bench.plain import MENU, with_head

_OPEN = re.compile(
    r"^(?P<lead> *(?:- +)?)/{3,} html \| (?P<tag>\w+)(?P<classes>(?:\.[\w-]+)*)(?P<id>#[\w-]+)?(?P<rest>(?:\[[^\]]*\])*)$"
)
_CLOSE = re.compile(r"^ */{3,}$")
_FRAME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title><meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="{{ "style.css" | relURL }}"></head>
<body><a href="#main">Skip to content</a>
<header><a href="{{ "/" | relURL }}">{{ site.Title }}</a><nav><ul>
%s
</ul></nav></header>
<main id="main">{{ .Content }}</main><aside>{{ .TableOfContents }}</aside>
<footer><p>{{ site.Title }}</p></footer></body></html>
"""
_CONFIG = """baseURL = "https://library.example/"
title = "Plain"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser]
autoHeadingID = true
[markup.goldmark.parser.attribute]
block = true
[markup.goldmark.renderHooks.link]
useEmbedded = "always"
"""


def write_hugo(docs: Path, into: Path) -> None:
    """Write content, layouts and config. A folder's first page is called _index.md there."""
    for file in sorted(docs.rglob("*.md")):
        name = file.relative_to(docs)
        target = into / "content" / (name.with_name("_index.md") if name.name == "index.md" else name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_in_hugo(with_head(file.read_text("utf-8"))), "utf-8")
    shutil.copytree(docs, into / "static", ignore=lambda _, names: [name for name in names if name.endswith(".md")])
    links = "\n".join(f'<li><a href="{{{{ "{page}/" | relURL }}}}">{page}</a></li>' for page in MENU)
    (into / "layouts").mkdir()
    (into / "layouts" / "all.html").write_text(_FRAME % links, "utf-8")
    (into / "static" / "style.css").write_text("body { max-width: 40em; margin: auto }\n", "utf-8")
    (into / "hugo.toml").write_text(_CONFIG, "utf-8")


def _in_hugo(text: str) -> str:
    """Fences of elements become the elements, attributes lose their colon, links name Hugo's files."""
    open_tags: list[str] = []
    lines: list[str] = []
    for line in text.split("\n"):
        if opened := _OPEN.match(line):
            open_tags.append(opened["tag"])
            classes = opened["classes"].replace(".", " ").strip()
            given = (f' class="{classes}"' if classes else "") + (f' id="{opened["id"][1:]}"' if opened["id"] else "")
            rest = re.sub(r"\[([^\]]*)\]", r" \1", opened["rest"])
            lines.append(f"{opened['lead']}<{opened['tag']}{given}{rest}>")
        elif _CLOSE.match(line) and open_tags:
            lines.append(line.replace(line.strip(), f"</{open_tags.pop()}>"))
        else:
            lines.append(line)
    told = re.sub(r"(?<=[\])])\{: ?[^}]*\}", "", "\n".join(lines))
    told = re.sub(r"\{: ?", "{", told).replace("&\\#", "&#")
    return re.sub(r"(\]\((?:\.\./)*(?:[\w./-]*/)?)index\.md", r"\1_index.md", told)
