"""Hostile YAML: bombs, tags, types, keys, hidden signs, HTML in plain words, ids that would leave their place."""

from tests.hostile.case import Hostile

FACTS = "module.yml"
TITLE = "title: A cup of tea\n"


def facts(name: str, was: str, bad: str, code: str, at: str) -> Hostile:
    return Hostile(name, FACTS, was, bad, code, at)


_LAUGHS = "lol0: &lol0 RUN\n" + "".join(f"lol{n}: &lol{n} [{', '.join([f'*lol{n - 1}'] * 9)}]\n" for n in range(1, 10))

YAML = (
    facts("alias-bomb", "", _LAUGHS, "YML003", "*lol0"),
    facts("alias", TITLE, "title: &t A cup of tea\nsay2: *t\n", "YML003", "*t"),
    facts("alias-of-itself", "audience: [adults]", "audience: &a [*a]", "YML003", "*a"),
    facts("merge-key", TITLE, "<<: *base\ntitle: A cup of tea\n", "YML003", "*base"),
    facts("tag-python", TITLE, "title: !!python/object/apply:os.system [RUN]\n", "YML004", "!!python"),
    facts("tag-own", TITLE, "title: !<tag:evil.example,2026:RUN> Tea\n", "YML004", "!<tag"),
    facts("tag-binary", TITLE, "title: !!binary PHNjcmlwdD4=\n", "YML004", "!!binary"),
    facts("tag-set", "audience: [adults]", "audience: !!set {adults}", "YML004", "!!set"),
    facts("tag-by-directive", "id: ", "%TAG !e! tag:evil.example,2026:\n---\nx: !e!run RUN\nid: ", "YML004", "!e!run"),
    facts("directive-of-yaml-9", "id: ", "%YAML 9.9\n---\nid: ", "YML001", "%YAML"),
    facts("nested-lists", "audience: [adults]", f"audience: {'[' * 20}[x, {'[' * 5000}", "YML006", "[x"),
    facts("nested-keys", "audience: [adults]", f"audience: {'{a: ' * 20}{'{b: ' * 500}", "YML006", "{b"),
    facts("nested-hyphens", "topics: ", f"zzz: \n  {'- ' * 20}- [x]\ntopics: ", "YML006", "- [x]"),
    facts("key-twice", TITLE, f"{TITLE}title: RUN\n", "YML002", "title: RUN"),
    facts("key-that-is-a-list", TITLE, f"{TITLE}? [a, b]\n: RUN\n", "YML001", "[a, b]"),
    facts("key-that-is-an-alias", TITLE, f"{TITLE}*x : RUN\n", "YML001", "*x"),
    facts("key-of-python", TITLE, f"{TITLE}__class__: RUN\n", "FMT001", "__class__"),
    facts("key-of-pydantic", TITLE, f"{TITLE}model_config: {{extra: allow}}\n", "FMT001", "model_config"),
    facts("key-that-looks-the-same", "summary:", "summ\u0430ry:", "FMT001", "summ\u0430ry"),
    facts("key-with-a-hidden-sign", "summary:", "summ\u200bary:", "FIL008", "\u200b"),
    facts("second-document", "handout:", "---\nid: RUN\nhandout:", "YML001", "---"),
    facts("control-sign", TITLE, "title: A cup \x07 of tea\n", "FIL008", "\x07"),
    facts("control-sign-escaped", TITLE, 'title: "A cup \\e]0;RUN\\a of tea"\n', "FIL008", '"A cup'),
    facts("right-to-left-title", TITLE, "title: A cup of \u202eaet\n", "FIL008", "\u202e"),
    facts("right-to-left-escaped", TITLE, 'title: "A cup of \\u202eaet"\n', "FIL008", '"A cup'),
    facts("surrogate-escaped", TITLE, 'title: "A cup \\ud800"\n', "YML001", "d800"),
    facts("null-escaped", TITLE, 'title: "A cup\\0 RUN"\n', "FIL008", '"A cup'),
    facts("byte-order-mark", TITLE, "title: A cup\ufeff of tea\n", "FIL008", "\ufeff"),
    facts("huge-scalar", TITLE, f"title: {'x' * 300_000}\n", "FMT005", "x"),
    facts("huge-number", "minutes: 2", f"minutes: {'9' * 5000}", "FMT003", "9"),
    facts("huge-float", "minutes: 2", f"minutes: {'9' * 400}.5", "FMT003", "9"),
    facts("number-of-yaml-1-1", "minutes: 2", "minutes: 0x2", "YML005", "0x2"),
    facts("sixty-based", "minutes: 2", "minutes: 1:30", "YML005", "1:30"),
    facts("not-a-number", "minutes: 2", "minutes: .nan", "YML005", ".nan"),
    facts("many-values", "id: ", f"zzz: [{'a, ' * 59_998}here]\nid: ", "FIL002", "here"),
    facts("many-keys", TITLE, TITLE + "".join(f"k{n}: RUN\n" for n in range(5000)), "FMT001", "k0"),
    facts("wrong-type-list", TITLE, "title: [RUN]\n", "FMT003", "[RUN]"),
    facts("wrong-type-keys", TITLE, "title: {RUN: x}\n", "FMT003", "{pwn"),
    facts("wrong-type-date", TITLE, "title: 2026-11-24\n", "FMT003", "2026"),
    facts("id-of-another-place", "id: warm-cup-pause", "id: ../../x", "FMT005", "../../x"),
    facts("id-with-an-attribute", "id: warm-cup-pause", 'id: "a onclick=RUN"', "FMT005", '"a on'),
    facts("id-in-other-letters", "id: warm-cup-pause", "id: w\u0430rm-cup-pause", "FMT005", "w\u0430rm"),
    facts("id-with-a-line", "id: warm-cup-pause", 'id: "warm-cup-pause\\n"', "FMT005", '"warm'),
    facts("code-of-another-place", "code: ", "code: ../x #", "FMT005", "../x"),
    facts("html-in-a-title", TITLE, "title: <img src=x onerror=RUN>\n", "MKD001", "<img"),
    facts("html-that-ends-the-title", TITLE, "title: 'A </title></h1><script>RUN</script>'\n", "MKD001", "'A </title"),
    facts("html-in-a-summary", "summary: A cup of tea can", "summary: A \"><script>RUN</script> can", "MKD001", 'A ">'),
    facts("html-folded", "say: Some people", "say: >-\n  Some <svg\n  onload=RUN> people\nzz: Some", "MKD001", ">-"),
    facts("html-in-a-question", "what is a tea brake", "</script><script>RUN</script>", "MKD001", "</script>"),
    facts("html-in-a-step", "Fill a cup with warm water.", "<b onclick=RUN>Fill</b> a cup.", "MKD001", "<b"),
    facts("html-in-a-claim", "An idea from one sample book.", "<iframe src=//evil.example></iframe>", "MKD001", "<iframe"),
    facts("html-in-the-tab", TITLE, f"{TITLE}discreet_title: </title><script>RUN</script>\n", "MKD001", "</title>"),
    facts("skip-to-code", "skip_to: try", "skip_to: 'x\" onclick=\"RUN'", "FMT005", "'x"),
    Hostile("quotation-id", "quotes.yml", "", "- id: 'x onmouseover=RUN'\n  status: paraphrase\n  says: A.\n  who: B\n  checked: C.\n", "FMT005", "'x"),
    Hostile("quotation-words", "quotes.yml", "", "- id: quotation-words\n  status: paraphrase\n  says: <img src=x onerror=RUN>\n  who: B\n  checked: C.\n", "MKD001", "<img"),
    Hostile("term-id", "glossary.yml", "", "- id: 'x onclick=RUN'\n  term: X\n  means: A word.\n", "FMT005", "'x"),
    Hostile("term-id-that-is-a-list", "glossary.yml", "", "- id: [RUN]\n  term: X\n  means: A word.\n", "FMT003", "[pwn"),
    Hostile("term-words", "glossary.yml", "", "- id: term-words\n  term: <script>RUN</script>\n  means: A word.\n", "MKD001", "<script>"),
    Hostile("person-name", "people.yml", "", "- id: person-name\n  name: <img src=x onerror=RUN>\n", "MKD001", "<img"),
    Hostile("source-address", "references.yml", "", "- id: evil2026\n  type: webpage\n  title: T\n  author: [{literal: A}]\n  issued: {date-parts: [[2026]]}\n  URL: javascript:RUN\n", "FMT005", "javascript:"),
    Hostile("source-title", "references.yml", "", "- id: evil2025\n  type: webpage\n  title: <script>RUN</script>\n  author: [{literal: A}]\n  issued: {date-parts: [[2025]]}\n", "MKD001", "<script>"),
    Hostile("source-without-a-year", "references.yml", "", "- id: evil2024\n  type: book\n  title: T\n  author: [{literal: A}]\n  issued: {date-parts: [[]]}\n", "FMT005", "[]"),
    Hostile("helpline-address", "helplines.yml", "address: ", "address: javascript:RUN #", "FMT005", "javascript:"),
    Hostile("danger-words", "library.yml", 'danger_words: [', 'danger_words: ["</script><script>RUN</script>", ', "MKD001", '"</script>'),
)  # fmt: skip
