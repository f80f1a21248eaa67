"""Plain data in, a typed value out, or findings that name the spot and say what was expected there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Path
from builder.diagnostics.nearest import did_you_mean
from builder.load import codes

MOST = 100
"""So many faults in one value are named; more show that it was meant to be something else."""

_OF_KEY = "[key]"  # pydantic's last step to a fault of a key, where keys are free to choose

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Formed(Generic[T]):
    """A typed value, what was wrong on the way, and the spots where a stand-in took a broken value's place."""

    value: T | None
    findings: tuple[tuple[Code, Finding], ...] = ()
    stood_in: tuple[Path, ...] = field(default=())


def form(model: type[T], data: Any, file: str, at: Path = (), stand_in: dict[str, Any] | None = None) -> Formed[T]:
    """Make a value of `model` from `data`, which stands at `at` in `file`.

    With `stand_in`, a complete and valid set of data, broken parts are replaced by its parts, so that the rules can
    still look at the rest. The findings say that nothing of it is to be published.
    """
    if not isinstance(data, dict):
        message = "Here a list of keys with values is expected."
        finding = (codes.WRONG_TYPE, Finding(file, at, message))
        return Formed(model.model_validate(stand_in) if stand_in else None, (finding,), ((),))
    try:
        return Formed(model.model_validate(data))
    except ValidationError as error:
        errors = _own(error.errors(include_url=False, include_context=True))
    findings = tuple(_finding(model, one, file, at) for one in errors[:MOST])
    if len(errors) > MOST:
        code, last = findings[-1]
        more = f"{last.message} There are {len(errors) - MOST} more faults here."
        findings = (*findings[:-1], (code, replace(last, message=more)))
    if stand_in is None:
        return Formed(None, findings)
    if len(errors) > MOST:
        return Formed(model.model_validate(stand_in), findings, ((),))
    mended, spots = _mended(data, errors, stand_in)
    try:
        return Formed(model.model_validate(mended), findings, tuple(spots))
    except ValidationError:
        return Formed(model.model_validate(stand_in), findings, ((),))


def _own(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without what follows from others: entries that are wrong are not counted, and then a list seems to be too short."""
    return [
        one for one in errors
        if one["type"] != "too_short" or all(one is other or other["loc"][: len(one["loc"])] != one["loc"] for other in errors)
    ]  # fmt: skip


def _mended(
    data: dict[str, Any], errors: Sequence[ErrorDetails], stand_in: dict[str, Any]
) -> tuple[dict[str, Any], list[Path]]:
    mended = dict(data)
    spots: list[Path] = []
    for error in errors:
        loc = tuple(error["loc"])
        key = str(loc[0]) if loc else ""
        if error["type"] == "extra_forbidden" and len(loc) == 1:
            mended.pop(key, None)
        elif len(loc) > 1 and isinstance(loc[1], int) and isinstance(mended.get(key), tuple) and stand_in.get(key):
            items = list(mended[key])
            items[loc[1]] = _with_id(stand_in[key][0], items[loc[1]])
            mended[key] = tuple(items)
            spots.append((key, loc[1]))
        elif key in stand_in:
            mended[key] = stand_in[key]
            spots.append((key,))
        else:
            mended.pop(key, None)
            spots.append((key,))
    return mended, spots


def _with_id(stand_in: Any, broken: Any) -> Any:
    """Keep a broken entry's own id, so that what points at it still finds it."""
    if isinstance(stand_in, dict) and isinstance(broken, dict) and isinstance(broken.get("id"), str):
        return {**stand_in, "id": broken["id"]}
    return stand_in


def _finding(model: type[BaseModel], error: ErrorDetails, file: str, at: Path) -> tuple[Code, Finding]:
    loc: Path = tuple(part for part in error["loc"] if part != _OF_KEY)
    on_key = _OF_KEY in error["loc"]
    spot = (*at, *loc)
    name = str(loc[-1]) if loc else ""
    context = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            known = _keys_at(model, loc[:-1])
            text = f'The key "{name}" is not known here.{did_you_mean(name, known)}'
            mend = f"Known keys here: {', '.join(known)}."
            return codes.UNKNOWN_KEY, Finding(file, spot, text, mend=mend, on_key=True)
        case "missing":
            return codes.MISSING_KEY, Finding(
                file, spot[:-1], f'The key "{name}" is missing here.', mend=f"Add `{name}:`."
            )
        case "literal_error":
            wanted = str(context.get("expected", ""))
            choices = wanted.replace("'", "").replace(" or ", ", ").split(", ")
            near = did_you_mean(str(error["input"]), choices)
            text = f'"{_shown(error["input"])}" is not one of the words allowed here.{near}'
            return codes.NOT_ONE_OF, Finding(file, spot, text, mend=f"Use {wanted}.")
        case (
            "string_pattern_mismatch"
            | "value_error"
            | "string_too_long"
            | "string_too_short"
            | "too_long"
            | "too_short"
            | ("greater_than_equal" | "less_than_equal")
        ):
            return codes.WRONG_FORM, Finding(file, spot, f"{_label(name)}: {_said(error)}", on_key=on_key)
        case _:
            text = f"{_label(name)} is {_kind(error['input'])} here, and {_said(error)}"
            return codes.WRONG_TYPE, Finding(file, spot, text)


def _label(name: str) -> str:
    return f'"{name}"' if not name.isdigit() else f"Entry {int(name) + 1}"


def _said(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "string_pattern_mismatch":
            return _PATTERNS.get(str(context.get("pattern")), "the value does not have the form that is expected here.")
        case "value_error":
            return f"{context.get('error')}."
        case "string_too_long":
            return f"this has more than {context.get('max_length')} characters."
        case "string_too_short":
            return "this is empty."
        case "too_long":
            return f"there are {context.get('actual_length')} entries, and at most {context.get('max_length')} are allowed."
        case "too_short":
            return f"there are {context.get('actual_length')} entries, and at least {context.get('min_length')} are needed."
        case "greater_than_equal":
            return f"the number is at least {context.get('ge')}."
        case "less_than_equal":
            return f"the number is at most {context.get('le')}."
        case kind:
            return _WANTED.get(kind, "another kind of value is expected") + "."


_WANTED = {
    "string_type": "words are expected; put quotation marks round it",
    "int_type": "a whole number is expected",
    "bool_type": "true or false is expected",
    "tuple_type": "a list is expected, one entry a line, each after a hyphen",
    "model_type": "keys with values are expected",
    "date_type": "a day such as 2026-11-24 is expected, without quotation marks",
}

_PATTERNS = {
    r"\S\s+\S": "two words or more are needed, so that no other line is let through.",
    r"^[^\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]": "the words are empty, or start with a space or with something that nobody can see.",
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "a language is a tag such as en.",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "an id is made of lower-case letters, digits and single hyphens.",
    r"^[a-z][A-Za-z0-9]*$": "a citekey is one word of letters and digits that starts with a small letter, such as coan2006.",
    r"^[A-Z]{3}[0-9]{3}$": "a rule is named by its code, such as LAN005.",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*(/(practice|handout|clinicians))?$": "a page is the id of a module, alone or with /practice, /handout or /clinicians after it.",
    r"^[a-z]{3,8}$": "a code has three to eight lower-case letters.",
    r'^https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?(/[^\s"<>]*)?$': "an address starts with https:// and names a site.",
    r"^10\.\d{4,9}/\S+$": "a DOI starts with 10. and has no https:// before it.",
    r"^\+?[0-9][0-9 -]*$": "a number to call is digits, with spaces or hyphens between them. Hours and a second number stand elsewhere.",
    r"^#[0-9a-fA-F]{6}$": 'a colour is # and six digits or letters from a to f, in quotation marks, such as "#1b4f72".',
    r"^[0-9a-f]{64}$": "a content hash is 64 digits and letters a to f. `psychoed review sign` writes it.",
}


def _kind(value: Any) -> str:
    match value:
        case None:
            return "empty"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "words"
        case date():
            return "a date"
        case tuple():
            return "a list"
    return "a set of keys"


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _keys_at(model: type[BaseModel], loc: Path) -> list[str]:
    """The keys that are known where `loc` leads."""
    for part in loc:
        if isinstance(part, int):
            continue
        for name, info in model.model_fields.items():
            if part == (info.alias or name):
                model = next(_models_in(info.annotation), model)
    return [info.alias or name for name, info in model.model_fields.items()]


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
