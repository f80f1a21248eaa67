"""One address of each kind of page, and which of them slow tests open."""

import os
from collections.abc import Sequence

LEARN = "co-regulation/"
PRACTICE = "co-regulation/practice/"
KINDS = (
    "", "topics/", "try/", "research/", "clinicians/", "glossary/", "quotations/", "help/", "about/", "accessibility/",
    "privacy/", "checks/", "take/", "authors/", "authors/rules/", "authors/rules/lan003/", "404.html",
    LEARN, PRACTICE, "co-regulation/clinicians/", "co-regulation/handout/",
)  # fmt: skip


def without_most_rules(names: Sequence[str]) -> list[str]:
    """The names of pages, and of those of the rules, which are all of one make, every eighth.

    With EVERY=page in the environment all of them, which takes minutes more.
    """
    rules = [name for name in names if "authors/rules/" in name and name.count("/") > 2]
    left_out = set() if os.environ.get("EVERY") == "page" else {rule for at, rule in enumerate(rules) if at % 8}
    return [name for name in names if name not in left_out]
