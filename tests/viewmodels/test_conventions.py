"""Rules for all viewmodels."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "app" / "viewmodels"


def viewmodels() -> dict[str, str]:
    """Every module that defines a viewmodel, by the class."""
    found = {}
    for path in SCREENS.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name.endswith("ViewModel"):
                found[node.name] = path.stem
    return found


def test_every_screen_has_its_tests() -> None:
    """A viewmodel in `x.py` has its tests in a test_x.py below tests/viewmodels."""
    screens = viewmodels()
    assert len(screens) >= 10
    tests = {path.stem for path in Path(__file__).parent.rglob("test_*.py")}
    missing = [name for name, stem in screens.items() if f"test_{stem}" not in tests]
    assert missing == []


def test_no_viewmodel_knows_a_widget() -> None:
    """No viewmodel imports QtGui, QtWidgets or a view."""
    for path in SCREENS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                assert not name.startswith(("PySide6.QtGui", "PySide6.QtWidgets", "app.views")), path


def test_tables_and_previews_belong_to_a_desk() -> None:
    """Each is made with a parent, by which the audit learns of exports and prints."""
    made = 0
    for path in SCREENS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            places = {"TableViewModel": 6, "PrintViewModel": 4}.get(node.func.id)
            if places is not None:
                made += 1
                named = {keyword.arg for keyword in node.keywords}
                assert len(node.args) >= places or "parent" in named, f"{path}:{node.lineno}"
    assert made >= 5
