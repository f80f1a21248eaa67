"""The name of a list that lies beside our code in, what it holds out."""

from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a dozen times as fast, where PyYAML was built with it


def list_beside(code: str, name: str) -> Any:
    """What stands in the YAML file of this name, in the folder of the file `code`."""
    return yaml.load(Path(code).with_name(name).read_text(encoding="utf-8"), Loader=_LOADER)
