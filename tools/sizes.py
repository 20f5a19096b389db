"""Checks the size budgets, and two rules that ruff and import-linter can't: who creates tasks, and lazy imports.

Files, functions, classes together with their bases, and packages have a maximum size.

A comment on the line waives a rule and gives the reason: `# size: one table, read as one` or `# lazy:
printing is rare`. A whole file's waiver is in one of its first lines.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.classes import ClassIndex, Function, statements, without_collections

ROOT = Path(__file__).resolve().parent.parent
TREES = ("app", "bench", "soak", "tools", "tests", "dev.py")

FILE_LINES = 300
FUNCTION_LINES = 40
CLASS_METHODS = 20
"""Methods of a class and of its bases defined here: moving methods to a base doesn't make a class smaller."""
PACKAGE_MODULES = 30
ONE_MODULE_A_PAGE = {"app/wire/resources"}
"""Packages that may have more: one module per page of the API's documentation."""
HEAD_LINES = 5
"""Lines in which a whole file's waiver may be."""

TASK_MAKERS = {"create_task", "ensure_future", "run_coroutine_threadsafe", "TaskGroup"}
TASK_HOMES = ("app/core/tasks.py",)
LOOP_PUMPS = {"processEvents", "asyncSlot", "asyncClose"}
IMPORTERS = {"import_module", "__import__"}
IMPORT_HOMES = ("app/bootstrap/", "app/__main__.py")

_WAIVER = re.compile(r"#\s*(size|lazy):\s*\S.{3,}")
_SUSPECT = re.compile("|".join(sorted(TASK_MAKERS | LOOP_PUMPS | IMPORTERS)))
"""Only a file with such a word is searched name by name."""


@dataclass(frozen=True, order=True)
class Finding:
    """One violation of a rule."""

    path: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.words}"


class Page:
    """One file: its text, its syntax tree, and the waivers by line."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()
        self._tree = ast.parse(text, path)
        self._suspect = path.startswith("app/") and _SUSPECT.search(text) is not None
        self.statements = list(statements(self._tree))
        self._waivers = {
            number: match.group(1)
            for number, line in enumerate(self.lines, 1)
            if (match := _WAIVER.search(line))
        }

    def waives(self, line: int, rule: str) -> bool:
        """Whether this line has a waiver of the rule, with a reason."""
        return self._waivers.get(line) == rule

    def findings(self) -> Iterator[Finding]:
        """All violations."""
        yield from self._file()
        for statement in self.statements:
            if isinstance(statement, Function):
                yield from self._function(statement)
        if self._suspect:
            for node in ast.walk(self._tree):
                yield from self._names(node)
        if self.path.startswith("app/") and not self.path.startswith(IMPORT_HOMES):
            yield from self._hidden_imports()

    def _file(self) -> Iterator[Finding]:
        waived = any(self.waives(line, "size") for line in range(1, HEAD_LINES + 1))
        if len(self.lines) > FILE_LINES and not waived:
            yield Finding(self.path, 1, f"the file has {len(self.lines)} lines, over {FILE_LINES}")

    def _function(self, node: Function) -> Iterator[Finding]:
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > FUNCTION_LINES and not self.waives(node.lineno, "size"):
            yield Finding(self.path, node.lineno, f"{node.name} has {length} lines, over {FUNCTION_LINES}")

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
            for function in self.statements
            if isinstance(function, Function)
            for found in statements(function)
            if isinstance(found, ast.Import | ast.ImportFrom)
        }
        for node in inside:
            if not self.waives(node.lineno, "lazy"):
                yield Finding(
                    self.path, node.lineno, "an import inside a function: only bootstrap loads when needed"
                )


def class_findings(pages: Iterable[Page]) -> Iterator[Finding]:
    """Classes that have too many methods, including those of their bases in any of these files."""
    by_module = {page.path.removesuffix(".py").replace("/", "."): page for page in pages}
    index = ClassIndex({module: page.statements for module, page in by_module.items()})
    for module, page in by_module.items():
        for node in page.statements:
            if not isinstance(node, ast.ClassDef) or page.waives(node.lineno, "size"):
                continue
            methods = len(index.methods(module, node))
            if methods > CLASS_METHODS:
                bases = index.bases(module, node)
                name = f"{node.name} with {', '.join(bases)}" if bases else node.name
                yield Finding(page.path, node.lineno, f"{name} has {methods} methods, over {CLASS_METHODS}")


def package_findings(paths: Iterable[str]) -> Iterator[Finding]:
    """Folders with too many modules; `__init__.py` is not counted."""
    counts = Counter(path.rpartition("/")[0] for path in paths if not path.endswith("/__init__.py"))
    for folder, count in counts.items():
        if count > PACKAGE_MODULES and folder not in ONE_MODULE_A_PAGE:
            yield Finding(folder, 1, f"the package has {count} modules, over {PACKAGE_MODULES}")


@without_collections()
def check(root: Path = ROOT) -> list[Finding]:
    """All findings in a checkout, in order."""
    found: list[Finding] = []
    paths: list[str] = []
    pages: list[Page] = []
    for tree in TREES:
        place = root / tree
        for path in [place] if place.suffix == ".py" and place.exists() else sorted(place.rglob("*.py")):
            name = path.relative_to(root).as_posix()
            paths.append(name)
            try:
                page = Page(name, path.read_text(encoding="utf-8"))
            except SyntaxError as error:
                found.append(Finding(name, error.lineno or 1, f"cannot be read: {error.msg}"))
                continue
            pages.append(page)
            found += page.findings()
    return sorted([*found, *class_findings(pages), *package_findings(paths)])


def main() -> int:
    """Print the findings; the exit code is 1 if there are any."""
    findings = check()
    for each in findings:
        sys.stdout.write(f"{each}\n")
    words = f"{len(findings)} over budget" if findings else "All sizes within budget"
    sys.stdout.write(f"{words}\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
