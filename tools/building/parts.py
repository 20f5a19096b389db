"""What the bundle holds and what it leaves out, for the specification in installer/front-desk.spec."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = "FrontDesk"
"""The bundle's folder, on every system."""
WINDOWED, CONSOLE = "FrontDesk", "front-desk"
"""On Windows a windowed program can't print to a terminal: commands that print have a twin over the same files."""

MODULES = "modules.pyz"
"""The file in `_internal` with all pure Python modules, for every executable (installer/shared_archive.py)."""

DROPPED = re.compile(
    r"(?i)"
    r"Qt6?(Quick|Qml|Pdf|VirtualKeyboard|Designer|Sql|Concurrent|ShaderTools|Labs|Wayland|EglFS|OpcUa)"
    r"|PySide6/Qt/(qml|translations)/|PySide6/(qml|translations)/"
    r"|plugins/(platforminputcontexts|platformthemes/libqgtk3|networkinformation|tls|generic|egldeviceintegrations)"
    r"|plugins/wayland|plugins/sqldrivers|plugins/qmltooling|plugins/designer"
    # Offscreen Qt finds no fonts on Windows, so nothing there uses that.
    r"|plugins/platforms/qoffscreen\.dll"
    r"|plugins/platforms/(lib)?q(eglfs|linuxfb|vnc|vkkhrdisplay|minimal|wayland|direct2d)"
    r"|plugins/imageformats/(lib)?q(tiff|webp|tga|wbmp|icns|ico|pdf)"
    r"|opengl32sw\.dll"
    # Needed only by the dropped GTK theme and Wayland plugins on Linux.
    r"|(^|/)lib(Qt6WlShell|atk|cairo|datrie|epoxy|fribidi|gdk|gio-|gmodule|gobject|gtk|pango|pixman|thai|wayland)"
    # Microsoft's library for C++ is there once: shiboken6 is loaded before Qt, and what is loaded isn't looked for
    # again. That for C is Python's own.
    r"|PySide6/(msvcp140|vcruntime140|vcruntime140_1)\.dll|shiboken6/vcruntime140\.dll"
    # The program has a style of its own.
    r"|plugins/styles/"
    # Who made the libraries that cryptography is built of: front-desk.cdx.json names the program's own.
    r"|\.dist-info/(sboms|licenses)/"
    # The sources of translations: the program loads what is compiled from them.
    r"|resources/translations/[^/]+\.ts"
    # Encodings of East Asia. On Windows they are in Python's own library.
    r"|lib-dynload/_(codecs_|multibytecodec)"
)
"""Qt's wheels contain more than the program uses. Dropping the rest halves the bundle (measured)."""

_TOOLS = (
    "IPython", "PIL", "PyInstaller", "_pytest", "curio", "hypothesis", "idlelib", "lib2to3", "mypy", "numpy", "orjson",
    "pip", "pkg_resources", "pydantic", "pydantic_core", "pydoc_data", "pygments", "pytest", "requests", "rich",
    "setuptools", "test", "tkinter", "_tkinter", "trio", "turtle", "urllib3", "uvloop", "watchfiles", "websockets",
    "yaml",
    # For developers: a library names them in what it runs only as a program of its own.
    "doctest", "pdb", "pydoc", "unittest",
    # Python's second decimal numbers, for systems without the compiled ones; formats that nothing here reads.
    "_elementtree", "_pydecimal", "bz2", "lzma", "pyexpat", "xml.dom", "xml.etree", "xml.parsers",
    "xml.sax.expatreader", "xmlrpc",
)  # fmt: skip
"""In the .venv for other purposes, or used by another library only if present."""
_QT = (
    "PySide6.QtDesigner", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtQml", "PySide6.QtQuick",
    "PySide6.QtSql",
)  # fmt: skip
_DATABASES = (
    # The program has SQLite and MariaDB, and writes its own SQL: nothing maps objects.
    "sqlalchemy.dialects.mssql", "sqlalchemy.dialects.oracle", "sqlalchemy.dialects.postgresql",
    "sqlalchemy.ext.asyncio", "sqlalchemy.ext.baked", "sqlalchemy.orm", "sqlalchemy.testing",
)  # fmt: skip
_HALVES = (
    # A command line, and tools of one: their libraries work without.
    "click.testing", "httpx._main",
    # For gunicorn, and protocols that Front Desk's servers don't speak.
    "uvicorn.workers", "uvicorn.protocols.websockets.websockets_impl",
    "uvicorn.protocols.websockets.wsproto_impl", "uvicorn.protocols.websockets.websockets_sansio_impl",
    # What would need an excluded tool.
    "uvicorn.loops.uvloop", "uvicorn.supervisors.watchfilesreload", "httpcore._backends.trio", "anyio._backends._trio",
)  # fmt: skip
EXCLUDED = (*_TOOLS, *_QT, *_DATABASES, *_HALVES)

UNMISSED = {("bz2", "encodings.bz2_codec")}
"""Excluded modules, each with one that imports it at once and is never loaded."""

LEFT_OUT = re.compile(r"phonenumbers\.shortdata\.region_")
"""Modules that a library loads by their names, for what the program never asks: the short numbers of all countries."""

DYNAMIC = ("pymysql", "sqlalchemy.dialects.mysql.pymysql")
"""Modules that are loaded by their names: the driver that a database's URL names."""


def kept(names: Iterable[str], languages: Iterable[str]) -> Iterator[bool]:
    """For each file, whether it stays in the bundle. Of Qt's own texts, those in the program's languages stay."""
    own = tuple(f"translations/qtbase_{language}.qm" for language in languages)
    for name in (each.replace("\\", "/") for each in names):
        yield name.endswith(own) or not DROPPED.search(name)


def languages() -> list[str]:
    """The languages that the program's texts are compiled in."""
    return sorted(
        {path.stem.partition("_")[2] for path in (ROOT / "resources" / "translations").glob("*.qm")}
    )


def programs(system: str = sys.platform) -> list[tuple[str, bool]]:
    """The executables of a system, each with whether it has a console."""
    return [(WINDOWED, False), (CONSOLE, True)] if system == "win32" else [(CONSOLE, True)]
