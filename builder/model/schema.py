"""A type in, its JSON Schema out (draft 2020-12)."""

import json
from typing import Any

from pydantic import TypeAdapter


def schema_text(kind: Any) -> str:
    """The schema as a file has it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(kind).json_schema(by_alias=True),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
