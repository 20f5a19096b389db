"""Holds the size budgets, and what ruff and import-linter cannot see: who makes tasks, and who hides an import.

A comment on the line waives a rule and says why: `# size: one table, read as one` or `# lazy: printing is rare`.
A file's own waiver stands in one of its first lines.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TREES = ("app", "bench", "tools", "tests", "dev.py")

FILE_LINES = 300
FUNCTION_LINES = 40
CLASS_METHODS = 20
HEAD_LINES = 5
"""Where a file's own waiver may stand."""

TASK_MAKERS = {"create_task", "ensure_future", "run_coroutine_threadsafe", "TaskGroup"}
TASK_HOMES = ("app/core/tasks.py",)
LOOP_PUMPS = {"processEvents", "asyncSlot", "asyncClose"}
IMPORTERS = {"import_module", "__import__"}
IMPORT_HOMES = ("app/bootstrap/", "app/__main__.py")

_WAIVER = re.compile(r"#\s*(size|lazy):\s*\S.{3,}")
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, order=True)
class Finding:
    """One place where a rule is broken."""

    path: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.words}"


class Page:
    """One file: its text, its tree, and which lines waive what."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()
        self.tree = ast.parse(text, path)
        self._waivers = {
            number: match.group(1)
            for number, line in enumerate(self.lines, 1)
            if (match := _WAIVER.search(line))
        }

    def waives(self, line: int, rule: str) -> bool:
        """Whether this line says why the rule does not hold for it."""
        return self._waivers.get(line) == rule

    def findings(self) -> Iterator[Finding]:
        """Everything that breaks a rule."""
        yield from self._file()
        for node in ast.walk(self.tree):
            if isinstance(node, _Function):
                yield from self._function(node)
            elif isinstance(node, ast.ClassDef):
                yield from self._class(node)
            if self.path.startswith("app/"):
                yield from self._names(node)
        if self.path.startswith("app/") and not self.path.startswith(IMPORT_HOMES):
            yield from self._hidden_imports()

    def _file(self) -> Iterator[Finding]:
        waived = any(self.waives(line, "size") for line in range(1, HEAD_LINES + 1))
        if len(self.lines) > FILE_LINES and not waived:
            yield Finding(self.path, 1, f"the file has {len(self.lines)} lines, over {FILE_LINES}")

    def _function(self, node: _Function) -> Iterator[Finding]:
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > FUNCTION_LINES and not self.waives(node.lineno, "size"):
            yield Finding(self.path, node.lineno, f"{node.name} has {length} lines, over {FUNCTION_LINES}")

    def _class(self, node: ast.ClassDef) -> Iterator[Finding]:
        methods = len({each.name for each in node.body if isinstance(each, _Function)})
        if methods > CLASS_METHODS and not self.waives(node.lineno, "size"):
            yield Finding(self.path, node.lineno, f"{node.name} has {methods} methods, over {CLASS_METHODS}")

    def _names(self, node: ast.AST) -> Iterator[Finding]:
        if not isinstance(node, ast.Attribute | ast.Name | ast.alias):
            return
        name = (
            node.attr
            if isinstance(node, ast.Attribute)
            else node.id
            if isinstance(node, ast.Name)
            else node.name
        )
        if name in TASK_MAKERS and self.path not in TASK_HOMES:
            yield Finding(
                self.path, node.lineno, f"{name}: only app/core/tasks.py makes tasks; use a TaskScope"
            )
        if name in LOOP_PUMPS:
            yield Finding(self.path, node.lineno, f"{name}: nothing pumps or wraps the event loop")
        if (
            name in IMPORTERS
            and not self.path.startswith(IMPORT_HOMES)
            and not self.waives(node.lineno, "lazy")
        ):
            yield Finding(self.path, node.lineno, f"{name}: only bootstrap imports by name")

    def _hidden_imports(self) -> Iterator[Finding]:
        inside = {
            found
            for function in ast.walk(self.tree)
            if isinstance(function, _Function)
            for found in ast.walk(function)
            if isinstance(found, ast.Import | ast.ImportFrom)
        }
        for node in inside:
            if not self.waives(node.lineno, "lazy"):
                yield Finding(
                    self.path, node.lineno, "an import inside a function: only bootstrap loads when needed"
                )


def check(root: Path = ROOT) -> list[Finding]:
    """All findings under a checkout, in order."""
    found: list[Finding] = []
    for tree in TREES:
        place = root / tree
        for path in [place] if place.suffix == ".py" and place.exists() else sorted(place.rglob("*.py")):
            name = path.relative_to(root).as_posix()
            try:
                page = Page(name, path.read_text(encoding="utf-8"))
            except SyntaxError as error:
                found.append(Finding(name, error.lineno or 1, f"cannot be read: {error.msg}"))
                continue
            found += page.findings()
    return sorted(found)


def main() -> int:
    """Print what is over budget; the exit code is 1 when something is."""
    findings = check()
    for each in findings:
        sys.stdout.write(f"{each}\n")
    words = f"{len(findings)} over budget" if findings else "All sizes within budget"
    sys.stdout.write(f"{words}\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
