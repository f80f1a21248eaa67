"""All hostile inputs together."""

from tests.hostile.drawings import DRAWINGS
from tests.hostile.markdown import HARMLESS, MARKDOWN
from tests.hostile.yaml_files import YAML

CASES = (*MARKDOWN, *YAML, *DRAWINGS)
"""Everything that is refused at its place."""

__all__ = ["CASES", "HARMLESS"]
