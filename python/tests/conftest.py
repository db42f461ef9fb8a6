"""Where the shipped cases are."""

import copy
import sys
from pathlib import Path
from typing import Any

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = Path(__file__).parents[2] / "cases"
_MECHANIC = tomllib.loads((CASES / "mechanic.toml").read_text(encoding="utf-8"))


@pytest.fixture
def mechanic_file() -> Path:
    return CASES / "mechanic.toml"


@pytest.fixture
def mechanic() -> dict[str, Any]:
    """The mechanic as a dict of the test's own."""
    return copy.deepcopy(_MECHANIC)
