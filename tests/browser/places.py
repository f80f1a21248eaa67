"""One address of each kind of page."""

LEARN = "co-regulation/"
PRACTICE = "co-regulation/practice/"
KINDS = (
    "", "topics/", "try/", "research/", "clinicians/", "glossary/", "quotations/", "help/", "about/", "accessibility/",
    "privacy/", "checks/", "take/", "authors/", "authors/rules/", "authors/rules/lan003/", "404.html",
    LEARN, PRACTICE, "co-regulation/clinicians/", "co-regulation/handout/",
)  # fmt: skip
