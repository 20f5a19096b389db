"""Makes what a bundle holds of Python smaller or quicker to load, without leaving anything out that runs."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path
from types import CodeType
from typing import Any, BinaryIO

from PyInstaller.archive.writers import ZlibArchiveWriter

from tools.building.parts import ROOT

VARIABLES = {"PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "9", "PYTHONNODEBUGRANGES": "1"}
"""For PyInstaller: it compresses modules hard, and compiles them without the columns of each instruction, which are a
quarter of the modules. A traceback marks columns below a line's text only, and a bundle has no texts; lines stay."""
_READS = b"__doc__"
_Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def without_docstrings(path: str, code: CodeType) -> CodeType:
    """A module's code without the docstrings of its functions, classes and itself: a seventh of a bundle's modules.

    A module that reads docstrings keeps its own. Asserts stay, unlike with Python's option -OO. A decorated class
    keeps its docstring: `dataclass` would make another one, slowly, at each start.
    """
    if not path.endswith(".py"):
        return code
    source = Path(path).read_bytes()
    if _READS in source:
        return code
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, _Documented) and not (isinstance(node, ast.ClassDef) and node.decorator_list):
            _strip(node)
    return compile(tree, code.co_filename, "exec", dont_inherit=True, optimize=0)


def _strip(node: _Documented) -> None:
    first = node.body[0] if node.body else None
    if (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        node.body[:1] = [] if len(node.body) > 1 else [ast.copy_location(ast.Pass(), first)]


_FIRST = """
from app.bootstrap.import_hooks import load_qt
load_qt()
import sys
import app.bootstrap.desktop
import app.bootstrap.early
print(*sorted(sys.modules))
"""  # words: Python


def first_modules() -> frozenset[str]:
    """The modules that are loaded until the window is painted first."""
    here = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _FIRST], cwd=ROOT, env=here, capture_output=True, text=True, check=True
    )
    return frozenset(done.stdout.split())


def writer(stored: Collection[str]) -> type[ZlibArchiveWriter]:
    """Writes an archive of modules in which these are not compressed: unpacking them is a twentieth of a first paint.

    That makes a bundle a megabyte larger.
    """

    class Writer(ZlibArchiveWriter):  # type: ignore[misc] # PyInstaller has no types
        @classmethod
        def _write_entry(cls, fp: BinaryIO, entry: tuple[str, str, str], code_dict: Mapping[str, Any]) -> Any:
            kind = _Storing if entry[0] in stored else ZlibArchiveWriter
            return kind._write_entry(fp, entry, code_dict)  # noqa: SLF001 # there is no public way

    return Writer


class _Storing(ZlibArchiveWriter):  # type: ignore[misc] # PyInstaller has no types
    _COMPRESSION_LEVEL = 0


def compress_encodings(library: Path) -> None:
    """Compress the tables of encodings in Python's base library: few are read, and the others take half of it.

    Only for a Python that has zlib built in: it reads from this file before it could load a compiled module.
    """
    with zipfile.ZipFile(library) as archive:
        held = [(each, archive.read(each)) for each in archive.infolist()]
    with zipfile.ZipFile(library, "w") as archive:
        for each, content in held:
            method = zipfile.ZIP_DEFLATED if each.filename.startswith("encodings/") else zipfile.ZIP_STORED
            archive.writestr(each, content, method, 9)
