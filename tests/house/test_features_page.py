"""docs/features.md names tests: all of them exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"`(tests/[\w/.]+?)(?:::(\w+))?`")


def _named() -> list[tuple[str, str]]:
    page = (ROOT / "docs" / "features.md").read_text(encoding="utf-8")
    return NAMED.findall(page)


def _tests_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


def test_every_test_that_the_page_names_exists() -> None:
    """A row that says what works points to a file, a folder or a test that is there."""
    named = _named()
    assert len(named) > 60
    missing = [
        f"{path}::{name}" if name else path
        for path, name in named
        if not (ROOT / path).exists() or (name and name not in _tests_of(ROOT / path))
    ]
    assert missing == []
