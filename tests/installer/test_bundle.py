"""What the bundle must hold, and what its executables say about themselves."""

from __future__ import annotations

import ast
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import h11
import PyInstaller
import pytest
from PyInstaller.archive.writers import ZlibArchiveWriter
from PyInstaller.utils.win32.winmanifest import create_application_manifest

from app.core.version import VERSION
from app.practice.files.pictures import FORMATS
from tools.building import contents, icon, licenses, parts, windows_resources
from tools.building.locked import credited, locked
from tools.words import Trouble

SPEC = parts.ROOT / "installer" / "front-desk.spec"


def test_nothing_that_the_program_imports_is_excluded() -> None:
    """A module that any file of the program imports, and every package above it, stays in the bundle."""
    imported = contents.imported()
    assert {"argon2", "keyring.backend", "PySide6.QtWidgets", "httpx"} <= imported.keys()
    hidden = [
        (name, each)
        for name in imported
        for each in parts.EXCLUDED
        if name == each or name.startswith(f"{each}.")
    ]
    assert hidden == []


def test_the_pictures_that_the_practice_opens_keep_their_readers() -> None:
    """PNG and BMP are Qt's own; the others have a file each."""
    plugins = [f"PySide6/plugins/imageformats/q{each.lower()}.dll" for each in FORMATS]
    plugins += [f"PySide6/Qt/plugins/imageformats/libq{each.lower()}.so" for each in FORMATS]
    assert all(parts.kept(plugins, []))


def test_a_module_that_a_bundle_lacks_is_named_with_who_imports_it() -> None:
    """The build's own check says which file would fail."""
    wanted = {"keyring.backend": "app/api/vault.py", "httpx": "app/api/http.py"}
    assert contents.lacking(wanted, {"httpx"}) == ["keyring.backend (imported by app/api/vault.py)"]


def test_an_excluded_module_that_another_needs_is_named() -> None:
    """Uvicorn can't be imported without its supervisors; a hook of PyInstaller, or a late import, needs nothing."""
    warnings = (
        "excluded module named yaml - imported by uvicorn.config (delayed, optional)\n"
        "excluded module named uvicorn.workers - imported by uvicorn (top-level)\n"
        "excluded module named trio - imported by httpx (optional), uvicorn.main (top-level), uvicorn (top-level)\n"
    )
    assert contents.wrongly_excluded(warnings) == ["trio (imported by uvicorn.main, uvicorn)"]


def test_imports_inside_functions_count(tmp_path: Path) -> None:
    """The program loads much of what it uses late; the standard library and its own modules don't count."""
    tree = tmp_path / "app"
    tree.mkdir()
    (tree / "late.py").write_text(
        "import os\nfrom app.core import version\ndef f():\n    from h11 import Event\n"
    )
    assert contents.imported(tree) == {"h11": "app/late.py"}


def a_bundle(folder: Path, held: dict[str, str]) -> Path:
    """A bundle that holds Python's own library and these modules, each with its source."""
    inside = folder / "FrontDesk" / "_internal"
    inside.mkdir(parents=True)
    with zipfile.ZipFile(inside / "base_library.zip", "w") as archive:
        for name in sys.stdlib_module_names:
            for file in (name, f"{name}/abc", f"{name}/util", f"{name}/machinery", f"{name}/_functools"):
                archive.writestr(f"{file}.pyc", b"")
    codes = {name: compile(source, f"{name}.py", "exec") for name, source in held.items()}
    entries = [(name, f"{name}.py", "PYMODULE") for name in held]
    ZlibArchiveWriter(str(inside / parts.MODULES), entries, codes)
    return inside.parent


def test_the_program_is_imported_with_the_modules_of_the_bundle_alone(tmp_path: Path) -> None:
    """A library that is there, but needs a part that was left out, is named with the module that imports it."""
    tree = tmp_path / "app"
    (tree / "deep").mkdir(parents=True)
    program = {
        "app": "", "app.deep": "", "app.deep.fine": "import app.wrong\nimport json", "app.wrong": "import planted",
        "app.deep.late": "def f():\n    import h11", "app.deep.whole": "import h11",
    }  # fmt: skip
    for name, source in program.items():
        path = tree.parent / name.replace(".", "/")
        (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).write_text(source)
    library = {"h11": Path(h11.__file__).read_text(), "h11._abnf": ""}
    bundle = a_bundle(tmp_path, program | library)
    found = subprocess.run(
        [sys.executable, "-m", "tools.building.importing", str(bundle), str(tree)],
        cwd=parts.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 1, found.stderr
    assert found.stdout.splitlines() == [
        "app.deep.fine: The bundle has no module planted",
        "app.deep.whole: The bundle has no module h11._connection",
        "app.wrong: The bundle has no module planted",
    ]


def test_sizes_are_counted_by_part(tmp_path: Path) -> None:
    """Qt, Python, each library and the program itself have their own line."""
    inside = tmp_path / "_internal"
    for name, size in {
        "PySide6/QtCore.pyd": 5, "libQt6Core.so.6": 7, "python312.dll": 11, "httptools/url.pyd": 13,
        "licenses/x/LICENSE": 17,
    }.items():  # fmt: skip
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).write_bytes(bytes(size))
    (tmp_path / "FrontDesk.exe").write_bytes(bytes(19))
    found = contents.sizes(tmp_path)
    assert found == {
        "Qt": 12, "Python": 11, "httptools": 13, "license texts": 17, "the program and pure Python libraries": 19,
    }  # fmt: skip


@pytest.mark.parametrize(
    "name", ["PySide6/plugins/imageformats/qwebp.dll", "PySide6/Qt6Quick.dll", "opengl32sw.dll"]
)
def test_parts_of_qt_that_are_not_used_are_dropped(name: str) -> None:
    """Whatever the system separates folders with."""
    assert list(parts.kept([name, name.replace("/", "\\"), "PySide6/Qt6Widgets.dll"], [])) == [
        False,
        False,
        True,
    ]


def test_of_qt_s_own_texts_those_in_the_program_s_languages_stay() -> None:
    """Qt's wheels carry forty languages."""
    names = [f"PySide6/translations/qtbase_{each}.qm" for each in ("es", "de")]
    assert list(parts.kept(names, ["es"])) == [True, False]


def test_windows_has_a_windowed_program_and_its_twin_with_a_console() -> None:
    """Installers and documents rely on these names; other systems have one executable."""
    assert parts.programs("win32") == [("FrontDesk", False), ("front-desk", True)]
    assert parts.programs("linux") == [("front-desk", True)]


def test_the_specification_is_python_and_never_shows_a_traceback() -> None:
    """A window with a traceback could name a patient."""
    tree = ast.parse(SPEC.read_text(encoding="utf-8"))
    given = {
        each.arg: each.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for each in node.keywords
        if isinstance(each.value, ast.Constant)
    }
    assert given["disable_windowed_traceback"] is True
    assert given["upx"] is False


def test_nothing_of_a_bundle_loads_qt_before_the_program_does() -> None:
    """PyInstaller's own preparation would, with what the program leaves for later; Qt finds its files without it."""
    hooks = Path(PyInstaller.__file__).parent
    code = (
        "import runpy, sys\n"
        f"sys.path.insert(0, {str(hooks / 'fake-modules')!r})\n"
        "sys._MEIPASS = sys.prefix\n"
        f"runpy.run_path({str(SPEC.parent / 'late_qt.py')!r})\n"
        f"runpy.run_path({str(hooks / 'hooks' / 'rthooks' / 'pyi_rth_pyside6.py')!r})\n"
        "print('PySide6' in sys.modules)\n"
        "from PySide6.QtCore import QFile\n"
        "print(QFile.exists(':/qt/etc/qt.conf'))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
    spec = SPEC.read_text(encoding="utf-8")
    assert 'runtime_hooks=[str(ROOT / "installer" / "late_qt.py")]' in spec
    assert "pyi_rth_multiprocessing" in spec


def test_no_process_is_started_by_multiprocessing() -> None:
    """So a bundle needs no preparation for it."""
    found = [
        path for path in (parts.ROOT / "app").rglob("*.py") if "multiprocessing" in path.read_text("utf-8")
    ]
    assert found == []


def test_the_version_has_one_source() -> None:
    """pyproject.toml agrees with app/core/version.py, and the executable's resource says the same."""
    windows_resources.check_one_version()
    text = windows_resources.version("FrontDesk.exe")
    assert text.count(f"'{VERSION}'") == 2
    assert "filevers=(" + ", ".join(VERSION.split(".")) + ", 0)" in text
    compile(text, "version", "eval")


@pytest.mark.parametrize("wrong", ["1.2", "1.2.3rc1", "1.2.70000"])
def test_a_version_that_windows_cannot_hold_ends_the_build(wrong: str) -> None:
    """Otherwise installers would compare something else than the program."""
    with pytest.raises(Trouble, match=re.escape(wrong)):
        windows_resources.version("FrontDesk.exe", wrong)


def test_the_manifest_asks_for_sharp_screens_long_paths_and_utf_8() -> None:
    """PyInstaller keeps what the manifest asks for when it embeds it."""
    root = ET.fromstring(  # noqa: S314 # our own text
        create_application_manifest(windows_resources.MANIFEST.encode(), False, False)
    )
    found = {each.tag.rpartition("}")[2]: (each.text or "").strip() for each in root.iter()}
    assert found["dpiAwareness"] == "PerMonitorV2, PerMonitor"
    assert found["longPathAware"] == "true"
    assert found["activeCodePage"] == "UTF-8"
    assert any(each.get("name") == "Microsoft.Windows.Common-Controls" for each in root.iter())
    assert [each.get("level") for each in root.iter() if each.get("level")] == ["asInvoker"]


def test_the_icon_has_every_size_and_is_the_same_each_time() -> None:
    """The directory of the .ico file names each size; 256 is written as 0."""
    content = icon.icon()
    count = struct.unpack_from("<HHH", content)[2]
    sizes = sorted(content[6 + 16 * each] or 256 for each in range(count))
    assert sizes == sorted(icon.SIZES)
    assert content == icon.icon()


def test_every_library_and_python_and_qt_have_their_license_texts() -> None:
    """The build would fail otherwise; Qt's notice says that its files may be replaced."""
    found = licenses.licenses()
    folders = {folder.removeprefix("licenses/") for _, folder in found}
    assert {"python", "qt", "pyinstaller", "argon2-cffi", "httpx"} <= folders
    assert all(Path(file).stat().st_size > 0 for file, _ in found)
    notice = next(
        Path(file) for file, folder in found if folder == "licenses/qt" and Path(file).name == "NOTICE.txt"
    )
    assert "replace" in notice.read_text(encoding="utf-8")
    assert len({(folder, Path(file).name) for file, folder in found}) == len(found)  # none replaces another


def test_a_library_without_a_license_text_ends_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name, and where to put the text, are said."""
    monkeypatch.setattr(licenses, "installed_texts", lambda _: [])
    with pytest.raises(Trouble, match="No license text was found for: anyio"):
        licenses.licenses()


def test_every_locked_library_is_credited() -> None:
    """On whatever system it is shipped."""
    assert {each.name for each in locked()} <= credited().keys()
