"""Hostile drawings: what acts, what reaches out, what grows, what hides."""

from tests.hostile.case import Hostile

FIGURE = "figures/cup.svg"


def inside(name: str, bad: str, code: str = "SVG002", at: str = "") -> Hostile:
    return Hostile(
        name, FIGURE, '<g fill="none"', f'{bad}<g fill="none"', code, at or bad[: bad.index(">")].split(" ")[0]
    )


def on_path(name: str, attribute: str, code: str = "SVG002") -> Hostile:
    return Hostile(name, FIGURE, '<path class="f-ink"', f"<path {attribute}", code, attribute.split("=")[0])


def before(name: str, bad: str, code: str, at: str) -> Hostile:
    return Hostile(name, FIGURE, "<svg ", f"{bad}<svg ", code, at)


_LAUGHS = (
    "<!DOCTYPE svg [<!ENTITY a 'RUN'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + "]>"
)

DRAWINGS = (
    inside("svg-script", "<script>RUN</script>"),
    inside("svg-script-href", '<script href="https://evil.example/x.js"/>'),
    inside("svg-script-in-odd-case", "<SCRIPT>RUN</SCRIPT>"),
    inside("svg-foreign", '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="RUN"/></foreignObject>'),
    inside("svg-use", '<use href="data:image/svg+xml,RUN"/>'),
    inside("svg-image", '<image href="https://evil.example/x.png"/>'),
    inside("svg-link", '<a href="javascript:RUN"><text>x</text></a>'),
    inside("svg-link-xlink", '<a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:RUN"/>'),
    inside("svg-style", "<style>@import 'https://evil.example/x.css';</style>"),
    inside("svg-animate", '<animate attributeName="href" to="javascript:RUN" begin="0s"/>'),
    inside("svg-set", '<set attributeName="onclick" to="RUN"/>'),
    inside("svg-handler", '<handler type="text/javascript">RUN</handler>'),
    inside("svg-nested", '<svg xmlns="http://www.w3.org/2000/svg" onload="RUN"/>'),
    inside("svg-html-script", '<h:script xmlns:h="http://www.w3.org/1999/xhtml">RUN</h:script>'),
    inside("svg-filter", '<filter id="x"><feImage href="https://evil.example/x"/></filter>'),
    inside("svg-video", '<video src="https://evil.example/x.mp4"/>'),
    inside("svg-comment", "<!--><script>RUN</script>-->", at="<!--"),
    inside("svg-cdata", "<g><![CDATA[</g><script>RUN</script><g>]]></g>", at="<![CDATA["),
    inside("svg-instruction", "<?xml-stylesheet href='https://evil.example/x.css'?>", at="<?xml-stylesheet"),
    inside("svg-words-outside", "RUN", at="pwn_svg_words_outside"),
    inside("svg-unclosed", "<g>", "SVG001", at="</svg>"),
    on_path("svg-path-onload", 'onload="RUN"'),
    on_path("svg-onfocus", 'tabindex="0" onfocus="RUN"'),
    on_path("svg-begin", 'onBegin="RUN"'),
    on_path("svg-css", 'style="background:url(https://evil.example/x)"'),
    on_path("svg-fill-address", 'fill="url(https://evil.example/x#y)"'),
    on_path("svg-fill-escaped", 'fill="u&#114;l(&#x2f;&#x2f;evil.example)"'),
    on_path("svg-fill-strokes", 'fill="\\75rl(x)"'),
    on_path("svg-class-of-the-theme", 'class="cover"'),
    on_path("svg-data-of-the-theme", 'data-leave="x"'),
    on_path("svg-popover", 'popover="auto"'),
    on_path("svg-overflow", 'overflow="visible"'),
    on_path("svg-base", 'xml:base="javascript:RUN"'),
    before("svg-entities", _LAUGHS, "SVG002", "<!DOCTYPE"),
    before("svg-outside-entity", "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "SVG002", "<!DOCTYPE"),
    before("svg-doctype-in-odd-case", "<!doctype svg>", "SVG002", "<!doctype"),
    before("svg-not-first", "RUN", "SVG001", "pwn"),
    Hostile("svg-as-html", FIGURE, "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "SVG001", ""),
    Hostile("svg-endless-box", FIGURE, "0 0 320 120", f"0 0 {'9' * 400} -1", "SVG001", ""),
    Hostile("svg-percent-box", FIGURE, "0 0 320 120", "0 0 100% 100%", "SVG001", ""),
    Hostile("svg-hidden-sign", FIGURE, "Steam over a cup", "Steam \u202eover a cup", "FIL008", "\u202e"),
    Hostile("svg-hidden-by-number", FIGURE, "Steam over a cup", "Steam &#8238;over a cup", "FIL008", "&#8238;"),
)  # fmt: skip
