"""Types for the client that waits (`app/api/sync`), made from the declared resources when the package is built.

Its methods have the signatures of the declared ones, without `async`, and SyncRows where those return Rows. A type
checker reads them in the installed package; a checkout doesn't need them. Standard library only.
"""

from __future__ import annotations

import ast
from pathlib import Path

PAGES = "pages"
_HEAD = "from __future__ import annotations\nfrom app.api.sync.office import SyncResource, SyncRows\n"


def write_stubs(package: Path) -> None:
    """Write the stubs into a built package, the folder `app`."""
    pages = package / "api" / "sync" / PAGES
    pages.mkdir()
    (pages / "__init__.pyi").write_text("", encoding="utf-8")
    imports, attributes = [], []
    for source in sorted((package / "wire" / "resources").glob("*.py")):
        tree = ast.parse(source.read_text(encoding="utf-8"))
        for name in [
            each.name for each in tree.body if isinstance(each, ast.ClassDef) and _is_resource(each)
        ]:
            (pages / f"{source.stem}.pyi").write_text(stub_of(tree, source.stem), encoding="utf-8")
            imports.append(f"from app.api.sync.{PAGES}.{source.stem} import {name}\n")
            attributes.append(f"    {source.stem}: {name}\n")
    text = "".join([*imports, "\nclass SyncResources:\n", *attributes])
    (package / "api" / "sync" / "resources.pyi").write_text(text, encoding="utf-8")


def stub_of(tree: ast.Module, page: str) -> str:
    """The stub of a module with declared resources."""
    names = sorted({name for each in tree.body for name in _defined(each)})
    parts = [
        _HEAD,
        *(ast.unparse(each) for each in tree.body if isinstance(each, ast.Import | ast.ImportFrom)),
        f"from app.wire.resources.{page} import {', '.join(names)}" if names else "",
        *(_class(each) for each in tree.body if isinstance(each, ast.ClassDef) and _is_resource(each)),
    ]
    return "\n".join(parts) + "\n"


def _is_resource(node: ast.stmt) -> bool:
    return isinstance(node, ast.ClassDef) and "Resource" in map(ast.unparse, node.bases)


def _defined(node: ast.stmt) -> list[str]:
    """The names that a statement of a module defines, for its signatures."""
    if isinstance(node, ast.ClassDef):
        return [] if _is_resource(node) else [node.name]
    targets = (
        node.targets
        if isinstance(node, ast.Assign)
        else [node.target]
        if isinstance(node, ast.AnnAssign)
        else []
    )
    return [each.id for each in targets if isinstance(each, ast.Name) and each.id != "__all__"]


def _class(node: ast.ClassDef) -> str:
    methods = [
        _method(each)
        for each in node.body
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) and each.decorator_list
    ]
    return "\n".join([f"class {node.name}(SyncResource):", *methods])


def _method(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    returns = ast.unparse(node.returns) if node.returns is not None else "None"
    if returns.startswith("Rows["):
        returns = f"Sync{returns}"
    return f"    def {node.name}({ast.unparse(node.args)}) -> {returns}: ..."
