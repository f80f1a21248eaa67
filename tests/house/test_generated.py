"""What is generated and committed is fresh, and what it says is whole."""

import json
from pathlib import Path

import jsonschema
import yaml

from builder.authoring import schema_texts
from builder.model.library import Library
from docs.generate import generated

ROOT = Path(__file__).parents[2]


def test_the_schemas_are_what_the_types_give() -> None:
    for name, text in schema_texts().items():
        assert (ROOT / "schema" / name).read_text("utf-8") == text, "run: make docs"


def test_every_field_of_every_schema_has_a_description() -> None:
    for name, text in schema_texts().items():
        schema = json.loads(text)
        kinds = [schema, *schema.get("$defs", {}).values()]
        fields = [(key, field) for kind in kinds for key, field in kind.get("properties", {}).items()]
        assert fields
        told = {f"#/$defs/{key}": kind.get("description") for key, kind in schema.get("$defs", {}).items()}
        assert [key for key, field in fields if not (field.get("description") or told.get(field.get("$ref")))] == [], (
            name
        )
        assert all(kind.get("description") for kind in kinds if "properties" in kind), name


def test_the_content_is_valid_by_its_schemas_as_an_editor_sees_it() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    checked = 0
    for schema, pattern in settings["yaml.schemas"].items():
        validator = jsonschema.Draft202012Validator(json.loads((ROOT / schema).read_text("utf-8")))
        for file in ROOT.glob(pattern):
            data = json.loads(json.dumps(yaml.safe_load(file.read_text("utf-8")), default=str))
            assert not [error.message for error in validator.iter_errors(data)], file
            checked += 1
    assert checked >= 10


def test_the_documents_are_what_the_code_and_the_data_give() -> None:
    for path, text in generated().items():
        assert path.read_text("utf-8") == text, f"{path.name}: run make docs"


def test_the_seed_is_covered_line_by_line() -> None:
    data = yaml.safe_load((ROOT / "docs" / "seed-coverage.yml").read_text("utf-8"))
    assert len({part["part"] for part in data["parts"]}) == 18
    assert [row["row"] for row in data["rows"]] == list(range(1, 43))
    assert len({row["claim"] for row in data["rows"]}) == 42
    assert len({quote["id"] for quote in data["quotes"]}) == 5


def test_no_claim_is_surer_than_the_evidence_table_allows(library: Library) -> None:
    data = yaml.safe_load((ROOT / "docs" / "seed-coverage.yml").read_text("utf-8"))
    for row in data["rows"]:
        module, claim_id = row["claim"].split("/")
        claim = next(claim for claim in library.modules[module].facts.claims if claim.id == claim_id)
        assert claim.status in row["grade"], row["claim"]


def test_every_decision_has_context_choice_and_price() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert len(pages) >= 10
    for page in pages:
        text = page.read_text("utf-8")
        assert text.startswith("# ")
        assert page.name.endswith("dependencies.md") or all(
            word in text for word in ("**Context.**", "**Choice.**", "**Given up.**")
        )


def test_the_lock_names_no_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "http" not in text
        assert text.count("--hash=sha256:") > 40
