"""The theme's style sheets and a publisher's rules in, one style sheet out, so that a page on a weak signal asks once."""

import re
from pathlib import Path

from builder.site.bare import bare_style

STYLE = "assets/style.css"
"""Where the style sheet stands below the site's address."""

_OWN = "publisher.css"
_IMPORT = re.compile(r'@import "([\w-]+\.css)" ?([^;]*);')


def style_of(theme: Path, own: str = "") -> str:
    """The sheet `styles/style.css` of a theme with each `@import` replaced by what it names, under its media query.

    `own` are a publisher's rules: they stand where the theme imports publisher.css, which is no file of the theme.
    """
    styles = theme / "styles"

    def read(name: str) -> str:
        if name == _OWN:
            return own
        return _IMPORT.sub(lambda found: _under(found[2], read(found[1])), (styles / name).read_text("utf-8"))

    return bare_style(read("style.css"))


def _under(media: str, rules: str) -> str:
    return f"@media {media} {{\n{rules}}}\n" if media else rules
