"""Makes this checkout ready to run: a .venv, the locked libraries, and Qt's Debian packages.

Runs on any Python from 3.8 without dependencies. The state is recorded in a stamp inside .venv, so a second
start only compares hashes.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import deque
from pathlib import Path

from tools.qt_libraries import provide_for_qt
from tools.system import has_screen, install_packages
from tools.words import Trouble, say, tell

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "front-desk-ready.json"
SUPPORTED = ((3, 12), (3, 13), (3, 14), (3, 15), (3, 11))
"""Tested versions, the shipped one first. The same as in pyproject.toml and README.md."""
FAILED_LINES = 15
"""How much of pip's last output is shown when it fails."""
_ASK_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"


def make_ready(*locks: str, for_screens: bool | None = None) -> Path:
    """Set up whatever is missing for these lock files ("runtime", "dev") and return the .venv's Python.

    `for_screens` installs what Qt needs to show a window, here or in a bundle; None: if there is a screen
    here. Raises Trouble.
    """
    screen = has_screen() if for_screens is None else for_screens
    stamp = _read_stamp()
    version = _venv_version(stamp)
    if version is None:
        version = _make_venv()
        stamp = {"python": version}
    for lock in locks:
        wanted = _hash_of(lock)
        if stamp.get(lock) != wanted:
            _install(lock)
            stamp[lock] = wanted
            _write_stamp(stamp)
    ready = stamp.get("qt", "")
    if sys.platform.startswith("linux") and ready != "screen" and (screen or not ready):
        provide_for_qt(PYTHON, screen=screen)
        stamp["qt"] = "screen" if screen else "offscreen"
        _write_stamp(stamp)
    return PYTHON


def script(name: str) -> str:
    """The path of a library's command in .venv."""
    return str(PYTHON.parent / (f"{name}.exe" if os.name == "nt" else name))


def _read_stamp() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(stamp: dict[str, str]) -> None:
    beside = STAMP.with_suffix(".new")
    beside.write_text(json.dumps(stamp, indent=2), encoding="utf-8")
    beside.replace(STAMP)


def _hash_of(lock: str) -> str:
    return hashlib.sha256((ROOT / "requirements" / f"{lock}.txt").read_bytes()).hexdigest()


def _venv_version(stamp: dict[str, str]) -> str | None:
    """The version of the .venv's Python if usable; None if a new .venv is needed."""
    if not PYTHON.exists():
        return None
    found = stamp.get("python") or _version_of([str(PYTHON)])
    if found and _supported(found):
        stamp["python"] = found
        return found
    return None


def _range() -> str:
    """The supported versions as text: "3.11 to 3.15"."""
    return " to ".join(f"{major}.{minor}" for major, minor in (min(SUPPORTED), max(SUPPORTED)))


def _supported(version: str) -> bool:
    return version in {f"{major}.{minor}" for major, minor in SUPPORTED}


def _version_of(command: list[str]) -> str | None:
    """The version of this command's Python; None if it isn't one."""
    try:
        done = subprocess.run(
            [*command, "-c", _ASK_VERSION], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def find_python() -> tuple[list[str], str]:
    """A command that starts a supported Python, and its version. Raises Trouble if there is none."""
    own = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if _supported(own):
        return [sys.executable], own
    for command in _candidates():
        version = _version_of(command)
        if version and _supported(version):
            return command, version
    raise Trouble(
        f"Front Desk needs Python {_range()}, and this is Python {own}. "
        "Install Python 3.12 from python.org (or with your system's packages) and try again."
    )


def _candidates() -> list[list[str]]:
    names = [f"{major}.{minor}" for major, minor in SUPPORTED]
    if os.name == "nt":
        return [["py", f"-{name}"] for name in names]
    found = [shutil.which(f"python{name}") for name in names]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    kept = [str(path) for name in names for path in sorted(pyenv.glob(f"{name}.*/bin/python"))]
    return [[path] for path in [*found, *kept] if path]


def _make_venv() -> str:
    command, version = find_python()
    say(f"Making .venv with Python {version}")
    if sys.platform.startswith("linux") and _lacks_ensurepip(command):
        install_packages([f"python{version}-venv"], "Python's venv module")
    done = subprocess.run(
        [*command, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Trouble(f"The virtual environment could not be made in {VENV}:\n{done.stdout}{done.stderr}")
    return version


def _lacks_ensurepip(command: list[str]) -> bool:
    return (
        subprocess.run([*command, "-c", "import ensurepip"], capture_output=True, check=False).returncode != 0
    )


def _install(lock: str) -> None:
    """Install a lock file's libraries, verifying their hashes."""
    path = ROOT / "requirements" / f"{lock}.txt"
    count = sum("==" in line for line in path.read_text(encoding="utf-8").splitlines())
    what = "the program" if lock == "runtime" else "testing and building"
    say(f"Installing up to {count} libraries for {what} (once)")
    command = [
        str(PYTHON), "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:", "--no-input",
        "--disable-pip-version-check", "--progress-bar", "off", "-r", str(path),
    ]  # fmt: skip
    last: deque[str] = deque(maxlen=FAILED_LINES)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", cwd=ROOT
    ) as pip:
        for line in pip.stdout or ():
            last.append(line.rstrip())
            if line.strip().startswith(("Downloading ", "Installing collected")):
                tell(_short(line))
    if pip.returncode != 0:
        raise Trouble(
            "The libraries could not be installed. Is this computer online, or is a package index configured for pip?"
            " The last words of pip:\n" + "\n".join(f"   {each}" for each in last)
        )


def _short(line: str) -> str:
    """A line of pip's output without irrelevant parts."""
    if line.strip().startswith("Installing collected"):
        return "unpacking"
    name, _, rest = line.strip().partition(" (")
    return f"{name.rpartition('/')[2].replace('Downloading ', '').split('-')[0]} ({rest}" if rest else name
