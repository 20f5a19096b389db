"""Loads what is large without the parts that a start doesn't use.

Loading PySide6 replaces the `import` statement with one that reads the source of every module imported later,
looking for `from __feature__ import …`. This program never uses that, and a start would read a hundred
sources for nothing.
"""

from __future__ import annotations

import builtins
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_PLAIN = builtins.__import__
_COMPILE = builtins.compile
_SIGNATURES = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in (
        "errorhandler",
        "layout",
        "parser",
        "lib/enum_sig",
        "lib/pyi_generator",
        "lib/tool",
    )
)
"""PySide6's sources for the signatures of Qt's functions: used in the texts of a TypeError and by `help`."""
_COMPILED_LATER = """
COMPILED_LATER = True
def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    space = globals()
    space.pop("__getattr__", None)
    exec(compile({source!r}, {file!r}, "exec"), space)
    if name not in space:
        raise AttributeError(name)
    return space[name]
"""  # words: Python
_HTTPX_COMMAND_LINE = "httpx._main"
"""It would load click, rich and pygments."""
_UVICORN_COMMAND_LINE = "uvicorn.main"
"""It would load click, and what starts and watches several processes."""
_UNUSED_BY_HTTPX = ("urllib.request", "http.cookiejar")
_UNUSED_BY_HTTPCORE = ("httpcore._sync", "httpcore._sync.connection_pool")
_TARFILE = "tarfile" if sys.version_info >= (3, 12) else "backports.tarfile"
_UNUSED_BY_KEYRING = ("urllib.request", _TARFILE, "more_itertools")


def import_eagerly() -> None:
    """Disable Python 3.15's lazy imports, those of the standard library too.

    Once PySide6 6.12 is loaded, a lazily imported name is never resolved: asyncio can't start a thread. Call
    this before anything else is imported.
    """
    if sys.version_info >= (3, 15):
        sys.set_lazy_imports_filter(lambda *_: False)


def load_qt() -> None:
    """Load PySide6 without the signatures of its functions, then restore Python's own import."""
    with _signatures_later():
        import PySide6.QtCore  # noqa: F401

    builtins.__import__ = _PLAIN


@contextmanager
def _signatures_later() -> Iterator[None]:
    """Let PySide6's support for signatures be compiled when it is first used.

    PySide6 has it as source in an archive, and compiles its 100 KB at every start: a fifth of what an empty
    window takes.
    """

    def compile_later(source: Any, filename: Any, mode: str, *options: Any, **more: Any) -> Any:
        if filename in _SIGNATURES:
            source = _COMPILED_LATER.format(source=source, file=filename)
        return _COMPILE(source, filename, mode, *options, **more)

    builtins.compile = compile_later
    try:
        yield
    finally:
        builtins.compile = _COMPILE


def load_keyring() -> None:
    """Load keyring without what takes longer than everything else together.

    Its helpers jaraco.context and jaraco.functools import these modules for functions that are never called,
    such as downloading archives.
    """
    if "keyring" not in sys.modules:
        with _without(*_UNUSED_BY_KEYRING):
            importlib.import_module("keyring")


def load_httpx() -> None:
    """Load httpx without its command line, and without what its cookies and proxies need: half of its time.

    This program uses httpx's asynchronous transports, neither its client nor the connections that block.
    """
    if "httpx" not in sys.modules:
        sys.modules[_HTTPX_COMMAND_LINE] = None  # type: ignore[assignment] # makes its import fail
        with _without(*_UNUSED_BY_HTTPX):
            importlib.import_module("httpx")
    if "httpcore" not in sys.modules:
        with _without(*_UNUSED_BY_HTTPCORE, own=True):
            importlib.import_module("httpcore")


def load_uvicorn() -> None:
    """Load uvicorn without its command line: this program makes servers, of which one runs for the whole day."""
    if "uvicorn" not in sys.modules:
        sys.modules[_UVICORN_COMMAND_LINE] = _Unused(_UVICORN_COMMAND_LINE)
        try:
            uvicorn: Any = importlib.import_module("uvicorn")
        finally:
            del sys.modules[_UVICORN_COMMAND_LINE]
        uvicorn.Server = importlib.import_module("uvicorn.server").Server  # it comes through the command line
        del uvicorn.main, uvicorn.run


class _Unused(ModuleType):
    """Stands for a module that another one imports and never uses; it has every attribute."""

    def __getattr__(self, name: str) -> type:
        return type(name, (), {})


@contextmanager
def _without(*names: str, own: bool = False) -> Iterator[None]:
    """Let others import these modules without loading them; later imports get the real ones.

    `own`: they belong to the package that is loaded, which finds them by relative imports; others need them as
    attributes of their packages.
    """
    left_out = [name for name in names if name not in sys.modules]
    for name in left_out:
        sys.modules[name] = _Unused(name)
    parents = [name.rpartition(".")[::2] for name in left_out if "." in name and not own]
    for parent, name in parents:
        setattr(importlib.import_module(parent), name, sys.modules[f"{parent}.{name}"])
    try:
        yield
    finally:
        for name in left_out:
            del sys.modules[name]
        for parent, name in parents:
            delattr(sys.modules[parent], name)
