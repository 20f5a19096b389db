"""Collects a class's methods together with those of its bases, across files."""

from __future__ import annotations

import ast
import gc
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

Function = ast.FunctionDef | ast.AsyncFunctionDef
Key = tuple[str, str]
"""A module by its dotted name, and a class in it."""
BODIES = ("body", "orelse", "finalbody", "handlers", "cases")
"""The fields in which a node has further statements."""


def statements(within: ast.Module | Function) -> Iterator[ast.AST]:
    """All statements, the outer ones first; `ast.walk` also goes through expressions, which are most of a tree."""
    waiting: deque[ast.AST] = deque(within.body)
    while waiting:
        node = waiting.popleft()
        yield node
        for name in BODIES:
            waiting.extend(getattr(node, name, ()))


@contextmanager
def without_collections() -> Iterator[None]:
    """No garbage collections inside: syntax trees have no cycles, and each collection walks all of them."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


class ClassIndex:
    """The classes of a checkout. Bases defined elsewhere are ignored."""

    def __init__(self, modules: Mapping[str, Iterable[ast.AST]]) -> None:
        """From each module's statements."""
        self._classes: dict[Key, ast.ClassDef] = {}
        self._names: dict[Key, Key] = {}
        """The target of a name in a module."""
        for module, nodes in modules.items():
            for node in nodes:
                if isinstance(node, ast.ClassDef):
                    self._classes[module, node.name] = node
                    self._names[module, node.name] = (module, node.name)
                elif isinstance(node, ast.ImportFrom) and node.module:
                    for alias in node.names:
                        self._names[module, alias.asname or alias.name] = (node.module, alias.name)

    def methods(self, module: str, node: ast.ClassDef) -> set[str]:
        """The names of its own and inherited methods; an override counts once."""
        return self._methods(module, node, frozenset())

    def bases(self, module: str, node: ast.ClassDef) -> list[str]:
        """The names of its bases that were counted."""
        return [base.name for _, base in self._bases(module, node)]

    def _methods(self, module: str, node: ast.ClassDef, above: frozenset[int]) -> set[str]:
        found = {each.name for each in _functions(node.body)}
        for where, base in self._bases(module, node):
            if id(base) not in above:
                found |= self._methods(where, base, above | {id(node)})
        return found

    def _bases(self, module: str, node: ast.ClassDef) -> list[tuple[str, ast.ClassDef]]:
        keys = [self._resolve(module, each) for each in node.bases]
        return [(key[0], self._classes[key]) for key in keys if key and self._classes[key] is not node]

    def _resolve(self, module: str, base: ast.expr) -> Key | None:
        """The class that an expression refers to, with imports resolved."""
        if isinstance(base, ast.Subscript):  # Rows[int] is Rows
            return self._resolve(module, base.value)
        if isinstance(base, ast.Attribute) and isinstance(base.value, ast.Name):  # days.Loaded
            key: Key | None = (".".join(self._names.get((module, base.value.id), ())), base.attr)
        else:
            key = (module, base.id) if isinstance(base, ast.Name) else None
        while key and key not in self._classes:
            key = self._names.get(key)
        return key


def _functions(body: Iterable[ast.stmt]) -> Iterable[Function]:
    """The methods of a class's body, including those inside an `if`."""
    for each in body:
        if isinstance(each, Function):
            yield each
        elif isinstance(each, ast.If):
            yield from _functions([*each.body, *each.orelse])
