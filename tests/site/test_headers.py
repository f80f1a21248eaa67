"""The header files fit a site at the root of a host and one below a path."""

import pytest

from builder.site.headers import header_files


@pytest.mark.parametrize(("base", "below"), [("https://a.example", ""), ("https://a.example/lib/", "/lib")])
def test_the_files_name_the_paths_of_the_site(base: str, below: str) -> None:
    files = header_files(base)
    lines = files["_headers"].splitlines()
    assert {line for line in lines if line.startswith("/")} == {
        f"{below}/*",
        f"{below}/sw.js",
        f"{below}/assets/font/*",
    }
    assert f"ErrorDocument 404 {below}/404.html\n" in files[".htaccess"]


def test_the_policy_lets_nothing_in_from_elsewhere_and_nothing_stand_in_a_page() -> None:
    for text in header_files("https://a.example").values():
        assert "default-src 'none'" in text
        assert "frame-ancestors 'none'" in text
        for wrong in ("unsafe", "file:", "data:", "http", "*;"):
            assert wrong not in text.split("default-src")[1].splitlines()[0], wrong


def test_an_address_cannot_break_out_of_a_header_file() -> None:
    files = header_files('https://a.example/x"\nHeader set X y')
    assert not any("\nHeader set X" in text or '/x"' in text for text in files.values())
