import ast
from pathlib import Path

import pytest

CORE = Path(__file__).resolve().parents[2] / "emulation/core"
PURE = [
    CORE / "numbers.py",
    CORE / "dates.py",
    *sorted((CORE / "text").glob("*.py")),
    *sorted((CORE / "quantity").glob("*.py")),
]


@pytest.mark.parametrize("path", PURE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_text_numbers_and_days_know_no_framework(path):
    roots = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            roots.add(node.module.split(".")[0])
    assert roots <= {"re", "unicodedata", "functools", "decimal", "fractions", "datetime", "dataclasses", "enum"} | {
        "collections",
        "emulation",
        "itertools",
        "typing",
        "zoneinfo",
    }
