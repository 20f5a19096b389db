"""What makes a bundle smaller changes nothing that runs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from PyInstaller.archive.readers import ZlibArchiveReader

from tools.building import bundle, lean
from tools.building.parts import ROOT
from tools.words import Trouble

SOURCE = '''"""Of the module."""
from dataclasses import dataclass

class Plain:
    """Of the class."""

    def told(self):
        """Of the function."""
        assert self, "asserts stay"
        return "no docstring"

    async def later(self):
        """All there is."""

@dataclass
class Record:
    """Of a record."""
'''


def stripped(folder: Path, source: str) -> dict[str, Any]:
    """What the module holds after its stripped code has run."""
    path = folder / "planted.py"
    path.write_text(source)
    before = compile(source, "planted.py", "exec")
    after = lean.without_docstrings(str(path), before)
    assert isinstance(after, CodeType)
    assert after.co_filename == before.co_filename
    space: dict[str, Any] = {"__name__": "planted"}
    exec(after, space)  # noqa: S102 # the code under test
    return space


def test_docstrings_go_and_all_else_stays(tmp_path: Path) -> None:
    """Constants, asserts and line numbers too; a dataclass would make a docstring of its own, slowly."""
    space = stripped(tmp_path, SOURCE)
    plain, record = space["Plain"], space["Record"]
    assert (space.get("__doc__"), plain.__doc__, plain.told.__doc__, plain.later.__doc__) == (None,) * 4
    assert record.__doc__ == "Of a record."
    assert plain().told() == "no docstring"
    assert plain.told.__code__.co_firstlineno == SOURCE[: SOURCE.index("def told")].count("\n") + 1
    with pytest.raises(AssertionError, match="asserts stay"):
        plain.told(None)


def test_a_module_that_reads_docstrings_keeps_its_own(tmp_path: Path) -> None:
    """A command's help may be one."""
    assert stripped(tmp_path, '"""Help."""\nhelp = __doc__\n')["help"] == "Help."


def test_what_has_no_source_is_left_as_it_is() -> None:
    """Modules that are there compiled only."""
    code = compile("", "made.pyc", "exec")
    assert lean.without_docstrings("made.pyc", code) is code


COMPILES = """
import sys
from pathlib import Path
from tools.building.lean import without_docstrings
path = Path(sys.argv[1])
code = without_docstrings(str(path), compile(path.read_bytes(), "planted.py", "exec"))
print(sorted({each[0] for each in code.co_positions() if each[0]}))
print({each[2:] for each in code.co_positions()})
"""  # words: Python


def test_a_bundle_s_modules_are_compiled_with_their_lines_and_without_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PyInstaller is called so that they are: columns are a quarter of the modules, and no traceback shows them."""
    given: dict[str, str] = {}

    def called(command: list[str], trouble: str, changes: dict[str, str] | None = None) -> None:
        if "PyInstaller" in command:
            given.update(changes or {})
            raise Trouble(trouble)

    monkeypatch.setattr(bundle, "_call", called)
    monkeypatch.setattr(bundle, "WORK", tmp_path / "work")
    with pytest.raises(Trouble, match="PyInstaller"):
        bundle.make()
    path = tmp_path / "planted.py"
    path.write_text("one = 1\n\ntwo = one + 1\n")
    done = subprocess.run(
        [sys.executable, "-c", COMPILES, str(path)],
        cwd=ROOT, env={**os.environ, **given}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["[1, 3]", "{(None, None)}"]


def test_encodings_are_compressed_and_all_else_is_read_as_fast_as_before(tmp_path: Path) -> None:
    """The base library holds the same, twice the same bytes."""
    library = tmp_path / "base_library.zip"
    with zipfile.ZipFile(library, "w") as archive:
        archive.writestr(zipfile.ZipInfo("os.pyc"), b"a" * 900)
        archive.writestr(zipfile.ZipInfo("encodings/cp437.pyc"), b"b" * 900)
    lean.compress_encodings(library)
    once = library.read_bytes()
    lean.compress_encodings(library)
    assert library.read_bytes() == once
    with zipfile.ZipFile(library) as archive:
        sizes = {each.filename: each.compress_size for each in archive.infolist()}
        assert archive.read("encodings/cp437.pyc") == b"b" * 900
    assert sizes["os.pyc"] == 900
    assert sizes["encodings/cp437.pyc"] < 100


def test_what_the_first_paint_needs_is_stored_and_read_back_the_same(tmp_path: Path) -> None:
    """It is larger than compressed; nothing else is, and what loads after the first paint isn't among it."""
    first = lean.first_modules()
    assert {"app.bootstrap.desktop", "app.views.staff.frame.window", "PySide6", "enum"} <= first
    assert not {"asyncio", "msgspec", "app.bootstrap.program"} & first
    source = "NAMES = [" + "'a long list of the same', " * 500 + "]\n"
    code = {name: compile(source, name, "exec") for name in ("early", "late")}
    entries = [(name, f"{name}.py", "PYMODULE") for name in code]
    lean.writer({"early"})(str(tmp_path / "modules.pyz"), entries, code)
    read = ZlibArchiveReader(str(tmp_path / "modules.pyz"))
    assert read.extract("early").co_consts == code["early"].co_consts
    assert read.extract("late").co_consts == code["late"].co_consts
    sizes = {name: length for name, (_, _, length) in read.toc.items()}
    assert sizes["early"] > len(read.extract("early", raw=True)) > sizes["late"]
