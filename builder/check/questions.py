"""questions.yml into typed questions: what a reviewer is asked, because no machine can tell."""

from functools import cache
from pathlib import Path

import yaml

from builder.model.question import Question


@cache
def questions() -> tuple[Question, ...]:
    """Read questions.yml, once. The order is the order of the form."""
    text = Path(__file__).with_name("questions.yml").read_text(encoding="utf-8")
    return tuple(Question.model_validate(one) for one in yaml.safe_load(text))
