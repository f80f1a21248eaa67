"""The codes of YAML: what is broken, what programs read differently, and what could harm whoever reads it."""

from builder.diagnostics.code import Case, Code

BROKEN_YAML = Code(
    "YML001",
    "broken-yaml",
    "error",
    "The file is not valid YAML, so the builder cannot tell what it says.",
    "Look at this line and the one above. The usual cause is a colon inside a sentence, a quotation mark that is not "
    "closed, or a line that starts too far left or right. Words with a colon in them go between quotation marks.",
    "YAML 1.2.2",
    (
        Case(
            "glossary.yml",
            "means: To leave tea leaves in hot water for a short time.",
            "means: To leave tea leaves: in hot water, for a short time.",
            'means: "To leave tea leaves: in hot water, for a short time."',
            ": in",
        ),
        Case("people.yml", "wrote: [warm-socks]", "wrote: [warm-socks}", "wrote: [warm-socks]", "}"),
    ),
)
DUPLICATE_KEY = Code(
    "YML002",
    "duplicate-key",
    "error",
    "Of two values under one key only one is kept, and the other is lost without a word.",
    "Keep the value that is right, and take the other line out.",
    "YAML 1.2.2, 3.2.1.1: each key is unique",
    (
        Case(
            "glossary.yml",
            "  called: [brew]",
            "  called: [brew]\n  called: [infuse]",
            "  called: [brew, infuse]",
            "called: [infuse]",
        ),
    ),
)
ALIAS = Code(
    "YML003",
    "alias",
    "error",
    "A word with * stands for something that is written elsewhere. Nobody sees on this line what it says, and a few "
    "such words can be made to fill the memory of any machine.",
    "Write the words out where they are used, and take the mark with & away.",
    "CWE-405: a small input that grows (“billion laughs”); YAML 1.2.2, 7.1",
    (
        Case(
            "references.yml",
            "  publisher: Sample Press",
            "  publisher: &press Sample Press\n  keyword: *press",
            "  publisher: Sample Press\n  keyword: Sample Press",
            "*press",
        ),
    ),
)
TAG = Code(
    "YML004",
    "tag",
    "error",
    "A word that starts with an exclamation mark tells the program that reads the file what to do. Some programs obey.",
    "Take the word with the exclamation mark away. If it is part of the text, put quotation marks round the whole text.",
    "CWE-502: deserialisation of untrusted data",
    (
        Case("glossary.yml", "term: Darn", "term: !python/name:os.system Darn", "term: Darn", "!python"),
        Case("glossary.yml", "called: [brew]", "called: [!brew now]", 'called: ["!brew now"]', "!brew"),
    ),
)
AMBIGUOUS = Code(
    "YML005",
    "ambiguous-value",
    "error",
    "Programs differ on what this means: some read no as false, 012 as ten, and 1:30 as ninety.",
    "Put quotation marks round it, so that it stays what you wrote.",
    "YAML 1.2.2, 10.3: core schema, against the types of YAML 1.1",
    (
        Case(
            "helplines.yml",
            'name: Sock Land\n    emergency: ["000"]',
            "name: Sock Land\n    emergency: [012]",
            'name: Sock Land\n    emergency: ["012"]',
            "012",
        ),
        Case("glossary.yml", "called: [brew]", "called: [brew, no]", 'called: [brew, "no"]', "no"),
    ),
)
TOO_DEEP = Code(
    "YML006",
    "too-deep",
    "error",
    "Content is never nested this deep. It is a slip of the brackets, or here to bring the builder down.",
    "Look for brackets that were opened too often, and take them out.",
    "CWE-674: uncontrolled recursion",
    (Case("glossary.yml", "called: [brew]", f"called: {'[' * 20}brew{']' * 20}", "called: [brew]", "[brew"),),
)
