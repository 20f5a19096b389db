"""dev.py and its helpers: they set up once, need nothing installed, and report errors as sentences."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tools import qt_libraries, setup, system
from tools.words import Trouble

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("runtime", "dev")
STANDARD = sys.stdlib_module_names | {"tools"}


def call(*arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run dev.py as a user does."""
    return subprocess.run(
        [sys.executable, "dev.py", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **changes},
    )


def test_without_a_command_it_says_what_it_can_do() -> None:
    """The help lists all commands."""
    said = call().stdout
    assert all(f"dev.py {name}" in said for name in dev.COMMANDS)


def test_a_wrong_command_is_named() -> None:
    """A mistyped command is answered with the list of commands."""
    done = call("tset")
    assert done.returncode == 2
    assert "Not a command: tset" in done.stderr


def test_trouble_is_a_sentence() -> None:
    """Errors that the user can fix have no traceback."""
    done = call("check", "everything")
    assert done.returncode == 1
    assert "check takes no arguments" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_run_without_tests_fails() -> None:
    """Collecting no tests is a failure."""
    done = call(
        "test", "tests/house/test_dev.py", "-k", "no_test_has_this_name", "-q", "-p", "no:cacheprovider"
    )
    assert done.returncode != 0


def test_only_what_chooses_tests_ends_the_parallel_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A path, -k, -n and the like run in one process; -q and other options keep the parallel run."""
    called: list[list[str]] = []
    monkeypatch.setattr(dev, "make_ready", lambda *_: Path("python"))
    monkeypatch.setattr(dev, "_call", lambda command, _: called.append(command) or 0)
    everywhere = ([], ["-q"], ["-x", "-vv"], ["--mariadb"], ["--durations", "20"], ["--tb=short"])
    chosen = (["tests/core"], ["-q", "-kmoney"], ["-n", "1"], ["--lf"], ["tests/house/test_dev.py::test_x"])
    for arguments in (*everywhere, *chosen):
        dev.test(arguments)
        spread = "--no-loadscope-reorder" in called[-1]
        assert spread == (arguments in everywhere), arguments
        assert called[-1][-len(arguments) :] == arguments or not arguments


@pytest.mark.parametrize(
    "name", ["dev.py", "tools/setup.py", "tools/system.py", "tools/qt_libraries.py", "tools/words.py"]
)
def test_setup_uses_only_the_standard_library(name: str) -> None:
    """Setup uses only the standard library, in syntax that an older Python can read."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 8))
    imported = {
        alias.name if isinstance(node, ast.Import) else node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert {str(each).partition(".")[0] for each in imported} <= STANDARD


def test_a_second_start_sets_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the stamp matches, no process is started."""
    setup.make_ready(*LOCKS)
    monkeypatch.setattr(setup, "_install", lambda lock: pytest.fail(f"installed {lock}"))
    monkeypatch.setattr(setup, "provide_for_qt", lambda *_, **__: pytest.fail("looked for Qt's libraries"))
    monkeypatch.setattr(setup, "_make_venv", lambda: pytest.fail("made a .venv"))
    monkeypatch.setattr(setup, "_version_of", lambda _: pytest.fail("asked for a version"))
    assert setup.make_ready(*LOCKS) == setup.PYTHON


def test_a_changed_lock_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The stamp holds the lock file's hash, so another lock file is installed again."""
    stamp = tmp_path / "ready.json"
    stamp.write_text('{"python": "3.12", "runtime": "old", "qt": "screen"}', encoding="utf-8")
    installed: list[str] = []
    monkeypatch.setattr(setup, "STAMP", stamp)
    monkeypatch.setattr(setup, "_install", installed.append)
    setup.make_ready("runtime")
    setup.make_ready("runtime")
    assert installed == ["runtime"]


def test_supported_pythons_are_taken() -> None:
    """Python 3.11 to 3.15 are accepted; older ones lack features, newer ones are untested."""
    assert all(setup._supported(version) for version in ("3.11", "3.12", "3.13", "3.14", "3.15"))
    assert not any(setup._supported(version) for version in ("3.10", "3.16", "2.7", "3.1", ""))


def test_every_place_names_the_same_pythons() -> None:
    """dev.py, pyproject.toml and the README name the same versions."""
    versions = sorted(setup.SUPPORTED)
    assert versions == [(3, minor) for minor in range(versions[0][1], versions[-1][1] + 1)]
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">=3.{versions[0][1]},<3.{versions[-1][1] + 1}"' in text
    assert f"Python {setup._range()}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_supported_python_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a computer with only an old Python, the error names the version to install."""
    monkeypatch.setattr(setup, "_supported", lambda _: False)
    with pytest.raises(Trouble, match=r"needs Python 3\.11 to 3\.15"):
        setup.find_python()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_path(lock: str) -> None:
    """Lock files name no index; their hashes verify the files."""
    lines = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8").splitlines()[1:]
    odd = [
        line
        for line in lines
        if not re.match(r"^(    --hash=sha256:[0-9a-f]{64}( \\)?|[a-z0-9-]+==\S+.*)$", line)
    ]
    assert odd == []


def _asked(lock: str) -> str:
    """What a lock is made of: the program's contains the client's."""
    sources = ["client", lock] if lock == "runtime" else [lock]
    return "\n".join((ROOT / "requirements" / f"{each}.in").read_text(encoding="utf-8") for each in sources)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_library_has_hashes(lock: str) -> None:
    """Every pinned library has at least one hash, and all requested ones are pinned."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    pins = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]
    assert pins
    assert all("--hash=sha256:" in pin for pin in pins)
    names = {name.lower() for name in re.findall(r"^([A-Za-z0-9-]+)(?:[=<>])", _asked(lock), re.MULTILINE)}
    assert names <= {pin.partition("==")[0] for pin in pins}


def test_the_locks_agree() -> None:
    """A library in both lock files has the same version in both."""
    pins: list[dict[str, set[str]]] = []
    for lock in LOCKS:
        text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
        pins.append({})
        for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE):
            pins[-1].setdefault(name, set()).add(version)
    runtime, dev_only = pins
    assert {name: runtime[name] for name in runtime.keys() & dev_only} == {
        name: dev_only[name] for name in runtime.keys() & dev_only
    }
    assert {name for name, versions in runtime.items() if len(versions) > 1} == {
        "pyside6-essentials",
        "shiboken6",
    }


def test_every_shipped_library_is_credited() -> None:
    """Every bundled library is listed with its license, and nothing else is."""
    text = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| ([a-z][^|]*) \|", (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    credited = {name for row in rows for name in row.removesuffix(" (with Qt)").split(", ")}
    shipped = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
    assert credited - {"library", "the starter of PyInstaller"} == shipped


def test_every_library_that_is_asked_for_is_used() -> None:
    """Every shipped library is imported somewhere, except those that speed up another one."""
    silent = {
        "sniffio": "httpx imports it where it is",
        "pymysql": "SQLAlchemy imports it when a database's URL names it",
        "pyside6-essentials": "its package has another name",
        "argon2-cffi": "its package has another name",
        "phonenumberslite": "its package has another name",
        "prometheus-client": "its package has another name",
    }
    names = set(re.findall(r"^([a-z0-9-]+)[=<>]", _asked("runtime").lower(), re.MULTILINE))
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "app").rglob("*.py"))
    named = {name for name in names if re.search(rf"\b(import|from) {name}\b", text)}
    assert names - named == set(silent)


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_a_library_is_found_in_its_debian_package(library: str, package: str) -> None:
    """A library's name is mapped to its apt package."""
    assert qt_libraries.package_of(library) == package


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux's loader")
def test_a_missing_library_is_seen(tmp_path: Path) -> None:
    """The loader reports a missing library that another one needs."""
    assert qt_libraries.missing_libraries([Path(sys.executable).resolve()]) == set()
    program = tmp_path / "libneedy.so"
    program.write_bytes(Path(sys.executable).resolve().read_bytes().replace(b"libc.so.6\0", b"libq.so.9\0"))
    program.chmod(0o755)
    assert "libq.so.9" in qt_libraries.missing_libraries([program])


def test_without_root_the_one_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without root, the user gets the command to run, and nothing is installed."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(system, "_run", lambda *_: pytest.fail("ran something"))
    with pytest.raises(Trouble, match="sudo apt-get install -y --no-install-recommends libegl1 libgl1"):
        system.install_packages(["libgl1", "libegl1"], "Qt")


def test_as_root_packages_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As root, packages are installed, after an update if the lists are outdated."""
    ran: list[str] = []
    answers = iter([100, 0, 0])

    def run(command: list[str], _: dict[str, str]) -> int:
        ran.append(command[1])
        return next(answers)

    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(system, "_run", run)
    system.install_packages(["libgl1"], "Qt")
    assert ran == ["install", "update", "install"]
