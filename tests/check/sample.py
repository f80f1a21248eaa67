"""The sample library, and every rule."""

from pathlib import Path

from builder.check.rule import Rule
from builder.check.rules import FAMILIES

SAMPLE = Path(__file__).parents[1] / "sample"
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.rules)
