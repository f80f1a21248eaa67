"""The header files fit a site at the root of a host and one below a path."""

import re
from typing import get_args

import pytest

from builder.model.ledger import Place
from builder.site.headers import header_files
from tests.conftest import ROOT


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
    files = header_files("https://a.example")
    for text in (files[name] for name in ("_headers", ".htaccess", "headers.nginx")):
        assert "default-src 'none'" in text
        assert "frame-ancestors 'none'" in text
        for wrong in ("unsafe", "file:", "data:", "http", "*;"):
            assert wrong not in text.split("default-src")[1].splitlines()[0], wrong


def test_an_address_cannot_break_out_of_a_header_file() -> None:
    files = header_files('https://a.example/x"\nHeader set X y')
    assert not any("\nHeader set X" in text or '/x"' in text for text in files.values())


def test_a_page_that_moved_is_led_on_for_now_and_a_file_lies_at_both_places() -> None:
    files = header_files("https://a.example/lib", (("a/", "b/"), ("a/a.pdf", "b/a.pdf"), ("c/c.pdf", "c/")))
    assert files["_redirects"] == "/lib/a/ /lib/b/ 302\n/lib/c/c.pdf /lib/c/ 302\n"
    assert files["redirects.nginx"] == "/lib/a/ /lib/b/;\n/lib/c/c.pdf /lib/c/;\n"
    assert "RedirectMatch 302 ^/lib/a/$ /lib/b/\n" in files[".htaccess"]
    assert "a.pdf" not in "".join(files.values())


def test_the_recipe_for_nginx_has_room_for_the_longest_place_and_no_browser_keeps_its_answer() -> None:
    recipe = (ROOT / "docs" / "publishing" / "nginx.conf").read_text("utf-8")
    room = re.search(r"map_hash_bucket_size (\d+);", recipe)
    longest = next(one.max_length for one in get_args(Place)[1:])
    assert room
    assert int(room[1]) >= longest + 64, "nginx adds a pointer and a length to each, and a site can be below a path"
    assert "return 302" in recipe
