"""A site's address in, the files of common hosts out: what a page may load, how long a file may be kept, what has moved."""

import re
from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from builder.model.ledger import is_whole_page

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Stricter than the one in the pages, which also has to let a page in a folder load what lies beside it."""

_HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
_ASK_AGAIN, _LONG = "no-cache", "public, max-age=2592000"


def header_files(base_address: str, moved: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """The files by name: `_headers` and `_redirects` for Netlify and Cloudflare Pages, `.htaccess` for Apache, two for nginx.

    No host learns of the part behind "#", so `moved` holds what can be led on without it. The pages at the old addresses
    lead on by themselves on every other host. A file that moved needs no line: its bytes lie at the old path too.
    No browser keeps a 302, so what moves back or is taken back later is not answered out of its memory.
    """
    below = quote(urlsplit(base_address).path.rstrip("/"), safe="/%")
    ways = [(f"{below}/{old}", f"{below}/{new}") for old, new in moved if is_whole_page(new)]
    made = {
        "_headers": _netlify(below),
        ".htaccess": _apache(below) + "".join(_apache_way(*way) for way in ways),
        "headers.nginx": "".join(f'add_header {name} "{value}" always;\n' for name, value in _HEADERS),
        "redirects.nginx": "".join(f"{old} {new};\n" for old, new in ways),
    }
    if ways:
        made["_redirects"] = "".join(f"{old} {new} 302\n" for old, new in ways)
    return made


def _apache_way(old: str, new: str) -> str:
    return f"RedirectMatch 302 ^{re.escape(old)}$ {new}\n"


def _netlify(below: str) -> str:
    """These hosts join the values of all rules that fit, so a header stands in one; pages they have asked for again anyway."""
    rules = (
        (f"{below}/*", _HEADERS),
        (f"{below}/sw.js", (("Cache-Control", _ASK_AGAIN),)),
        (f"{below}/assets/font/*", (("Cache-Control", _LONG),)),
    )
    return "\n".join(f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in all_) for path, all_ in rules)


def _apache(below: str) -> str:
    """Only what AllowOverride FileInfo allows: one word more, and a host that allows no more answers nothing at all."""
    headers = "".join(f'  Header always set {name} "{value}"\n' for name, value in _HEADERS)
    return f"""\
ErrorDocument 404 {below}/404.html
AddDefaultCharset utf-8
AddCharset utf-8 .css .js .svg .txt
AddType text/javascript .js
AddType image/svg+xml .svg
AddType font/woff2 .woff2
<IfModule mod_headers.c>
{headers}  Header set Cache-Control "{_ASK_AGAIN}"
  <FilesMatch "\\.woff2$">
    Header set Cache-Control "{_LONG}"
  </FilesMatch>
</IfModule>
<IfModule mod_deflate.c>
  <IfModule mod_filter.c>
    AddOutputFilterByType DEFLATE text/html text/css text/javascript text/plain application/json application/xml image/svg+xml
  </IfModule>
</IfModule>
"""
