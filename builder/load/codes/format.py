"""The codes of form: data that is good YAML, and not what the library’s format asks for."""

from builder.diagnostics.code import Case, Code

UNKNOWN_KEY = Code(
    "FMT001",
    "unknown-key",
    "error",
    "The format does not know this key, so what stands under it reaches nobody. It is most often a slip of the pen.",
    "Correct the key, or take it out with its value.",
    "JSON Schema 2020-12, Core 10.3.2.3: additionalProperties",
    (Case("glossary.yml", "  called: [brew]", "  caled: [brew]", "  called: [brew]", "caled"),),
)
MISSING_KEY = Code(
    "FMT002",
    "missing-key",
    "error",
    "Part of a page is made from this key. Without it, a reader would find a gap.",
    "Add the key with its value.",
    "JSON Schema 2020-12, Validation 6.5.3: required",
    (
        Case(
            "helplines.yml",
            "      - name: Sample Night Line\n        for: Anyone who is awake\n",
            "      - name: Sample Night Line\n",
            "      - name: Sample Night Line\n        for: Anyone who cannot sleep\n",
            "name: Sample Night Line",
        ),
    ),
)
WRONG_TYPE = Code(
    "FMT003",
    "wrong-type",
    "error",
    "Pages are made from values of one kind: words, a whole number, a day, a list. From another kind the builder would "
    "have to guess.",
    "Write the value as the kind that the message names. Numbers to call are words: they go between quotation marks.",
    "JSON Schema 2020-12, Validation 6.1.1: type",
    (
        Case("helplines.yml", 'call: "555 0100"', "call: 5550100", 'call: "5550100"', "5550100"),
        Case("people.yml", "wrote: [warm-socks]", "wrote: warm-socks", "wrote: [warm-socks]", "warm-socks"),
    ),
)
NOT_ONE_OF = Code(
    "FMT004",
    "not-one-of",
    "error",
    "Only a few words can stand here, and readers and rules rely on what each of them means.",
    "Use one of the words that the message names.",
    "JSON Schema 2020-12, Validation 6.1.2: enum",
    (
        Case(
            "modules/cup-of-tea/module.yml",
            "status: limited",
            "status: fairly sure",
            "status: limited",
            "fairly",
        ),
    ),
)
WRONG_FORM = Code(
    "FMT005",
    "wrong-form",
    "error",
    "The value is used as it stands: in an address, on paper, in a result of the search. In another form it breaks there.",
    "Write it in the form that the message names.",
    "JSON Schema 2020-12, Validation 6.2 to 6.4: limits, lengths and pattern",
    (
        Case("modules/cup-of-tea/module.yml", "code: tea", "code: Tea-1", "code: tea", "Tea-1"),
        Case("helplines.yml", 'call: "555 0100"', 'call: "555 0100 (24/7)"', 'call: "555 0100"', '"555 0100 (24'),
        Case("library.yml", "released: 2026-11-24", "released: 2026-11-31", "released: 2026-11-30", "2026-11-31"),
    ),
)
DUPLICATE_ID = Code(
    "FMT006",
    "duplicate-entry",
    "error",
    "What names this id can reach only one of the two entries, and nobody knows which.",
    "Give the newer entry another id. Keep the one that is already published.",
    "House rule of this library: an id names one thing, for good",
    (
        Case(
            "glossary.yml",
            "- id: darn",
            "- id: steep\n  term: Steep\n  means: Going up fast, as a hill can.\n- id: darn",
            "- id: steep-hill\n  term: Steep\n  means: Going up fast, as a hill can.\n- id: darn",
            "steep",
        ),
    ),
)
