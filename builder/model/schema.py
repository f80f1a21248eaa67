"""A type in, its JSON Schema out (draft 2020-12)."""

import ast
import inspect
import json
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from builder.model.noun import Noun


def schema_text(kind: Any) -> str:
    """The schema as a file has it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(kind).json_schema(by_alias=True, schema_generator=_Helpful),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


class _Helpful(GenerateJsonSchema):
    """Each field with its docstring. Pydantic could do that too, for a tenth of the time that every command takes to load."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        told = super().model_schema(schema)
        for base in (one for one in reversed(schema["cls"].__mro__) if issubclass(one, Noun)):
            for name, help_ in _helps(base.__module__).get(base.__name__, {}).items():
                if field := schema["cls"].model_fields.get(name):
                    told["properties"][field.alias or name]["description"] = help_
        return told


@cache
def _helps(module: str) -> dict[str, dict[str, str]]:
    """The docstring of each field of each model in a module."""
    classes = [one for one in ast.parse(inspect.getsource(sys.modules[module])).body if isinstance(one, ast.ClassDef)]
    return {one.name: dict(_documented(one.body)) for one in classes}


def _documented(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for pair in pairwise(body):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(help_))):
                yield name, inspect.cleandoc(help_)
