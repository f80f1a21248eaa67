"""What goes to a reader without what only those who work on it read."""

from builder.site.bare import bare_page, bare_script, bare_style


def test_a_style_sheet_keeps_its_meaning() -> None:
    css = """
    /* why "not" */
    .a > .b, .a .b :focus { color: var(--ink); content: "a:  b; /* > */" attr(href); }
    @media (min-width: 20em) and (max-width: 61.98rem) { .c { width: calc(1rem + 2px); } }
    """
    assert bare_style(css) == (
        '.a>.b,.a .b :focus{color:var(--ink);content:"a:  b; /* > */" attr(href)}'
        "@media (min-width:20em) and (max-width:61.98rem){.c{width:calc(1rem + 2px)}}"
    )


def test_a_script_keeps_its_words_and_its_licence() -> None:
    js = '/* MIT License */\n// why\nif (a) {\n  const url = "https://b"; // c\n\n  go(url);\n}\n'
    assert bare_script(js) == '/* MIT License */\nif (a) {\nconst url = "https://b"; // c\ngo(url);\n}\n'


def test_a_page_keeps_its_samples_and_its_wide_spaces() -> None:
    html = '<p>a\n\n   b</p>\n\n<pre>a\n\n   b</pre>\n  <p>\u00a0c</p><img alt="a/" src="b.svg" /><svg><path/></svg>'
    assert (
        bare_page(html)
        == '<p>a\nb</p>\n<pre>a\n\n   b</pre>\n<p>\u00a0c</p><img alt="a/" src="b.svg"><svg><path/></svg>'
    )
