"""Modules that bootstrap loads in a thread."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOAD = "import sys, importlib; [importlib.import_module(each) for each in sys.argv[1:]]"
SAY = "print('PySide6' in sys.modules)"


def loaded_in_a_thread() -> list[str]:
    """The modules passed to `load` anywhere in bootstrap."""
    return sorted(
        argument.value
        for path in (ROOT / "app" / "bootstrap").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "load"
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    )


def with_qt(*modules: str) -> bool:
    """Whether loading these modules loads Qt."""
    command = [sys.executable, "-c", f"{LOAD}; {SAY}", *modules]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip() == "True"


def test_no_thread_loads_qt() -> None:
    """No module loaded in a thread imports Qt, whose types must be created in the GUI thread."""
    modules = loaded_in_a_thread()
    assert len(modules) >= 5
    assert not with_qt(*modules)


@pytest.mark.parametrize(
    "module", ["app.viewmodels.staff.schedule.schedule", "app.views.staff.schedule.grid.canvas"]
)
def test_the_look_at_it_sees_qt(module: str) -> None:
    """The check detects a module that imports Qt."""
    assert with_qt(module)
