"""Import contracts and ruff's bans report planted violations and accept allowed imports."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent

LAYERS = (
    "__main__", "bootstrap", "apilist", "views", "viewmodels", "hub", "services", "store", "journal", "api", "practice",
    "sealed", "domain", "wire", "core", "lifecycle",
)  # fmt: skip
LISTED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
SCREENS = next(each["layers"][0] for each in LISTED if each.get("containers") == ["app.views.staff"])
SHARED = [
    name for name in SCREENS.split(" | ") if not name.startswith("(") and name not in ("schedule", "patient")
]
STAFF = tuple(f"views.staff.{name}" for name in (*SHARED, "frame", "schedule", "patient"))
PACKAGES = (*LAYERS[3:15], "views.kiosk", "views.staff", *STAFF, "viewmodels.kiosk", "viewmodels.staff")

UPWARD = [
    ("bootstrap", "__main__"), ("apilist", "bootstrap"), ("views", "apilist"), ("viewmodels", "views"),
    ("hub", "views"), ("viewmodels", "hub"), ("hub", "viewmodels"), ("services", "viewmodels"), ("services", "hub"),
    ("store", "services"),
    ("journal", "services"), ("store", "journal"), ("journal", "store"), ("api", "store"), ("api", "journal"),
    ("practice", "store"), ("api", "practice"), ("practice", "api"), ("sealed", "journal"), ("sealed", "api"),
    ("api", "sealed"), ("practice", "sealed"), ("domain", "api"), ("wire", "domain"),
    ("core", "wire"), ("core", "lifecycle"), ("lifecycle", "core"), ("lifecycle", "wire"),
]  # fmt: skip
"""Forbidden imports between layers, in both directions where two layers are independent."""

OUTSIDE = [
    *((layer, "PySide6") for layer in LAYERS[5:15]),
    *((layer, "httpx") for layer in LAYERS[3:15] if layer != "api"),
    *((layer, "sqlalchemy") for layer in LAYERS[3:15] if layer not in {"practice", "hub"}),
    *((layer, "qasync") for layer in LAYERS[3:15]),
    *((layer, "phonenumbers") for layer in LAYERS[3:15] if layer != "domain"),
    *((layer, "truststore") for layer in LAYERS[3:15] if layer != "api"),
]
"""Forbidden imports of libraries."""


def contracts(folder: Path, plants: list[tuple[str, str]]) -> str:
    """Import-linter's report, with our contracts, on a tree in which these imports were planted."""
    for package in ("", *PACKAGES):
        place = folder / "app" / package.replace(".", "/")
        place.mkdir(parents=True, exist_ok=True)
        (place / "__init__.py").touch()
    for module in ("__main__", "bootstrap", "apilist", "lifecycle"):
        (folder / "app" / f"{module}.py").touch()
    for number, (where, what) in enumerate(plants):
        place = folder / "app" / where.replace(".", "/")
        path = place / f"plant{number}.py" if place.is_dir() else place.with_suffix(".py")
        with path.open("a", encoding="utf-8") as file:
            file.write(f"import {what}\n")
    shutil.copy(ROOT / "pyproject.toml", folder)
    done = subprocess.run(
        [str(TOOLS / "lint-imports"), "--no-cache", "--no-logo"],
        cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "200"},
    )  # fmt: skip
    assert done.returncode == (1 if plants else 0), done.stdout + done.stderr
    return done.stdout


def test_a_house_without_breaks_passes(tmp_path: Path) -> None:
    """The contracts allow what the design allows."""
    assert " 0 broken" in contracts(tmp_path, [])


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report on a tree that violates every contract."""
    plants = [(low, f"app.{high}") for low, high in UPWARD] + OUTSIDE
    return contracts(tmp_path_factory.mktemp("broken"), plants)


def test_an_import_upwards_breaks_the_layers(broken: str) -> None:
    """No layer may import one above or beside it."""
    part = broken.partition("Imports point down only\n---")[2]
    for low, high in UPWARD:
        assert f"app.{low} is not allowed to import app.{high}:" in part


def test_a_library_outside_its_home_breaks_a_contract(broken: str) -> None:
    """Qt, httpx, SQLAlchemy, phonenumbers and the like are imported only in their layers."""
    for layer, library in OUTSIDE:
        assert f"app.{layer} is not allowed to import {library}:" in broken


def test_kiosk_screens_cannot_name_staff_screens(tmp_path: Path) -> None:
    """Kiosk widgets and viewmodels never import the staff's; the reverse is allowed."""
    kept = [("views.staff", "app.views.kiosk")]
    said = contracts(
        tmp_path, [("views.kiosk", "app.views.staff"), ("viewmodels.kiosk", "app.viewmodels.staff"), *kept]
    )
    assert "app.views.kiosk is not allowed to import app.views.staff:" in said
    assert "app.viewmodels.kiosk is not allowed to import app.viewmodels.staff:" in said
    assert "app.views.staff is not allowed" not in said


def test_the_frame_and_other_screens_cannot_name_a_screen(tmp_path: Path) -> None:
    """The frame imports no screen, and screens don't import each other; they may import the frame."""
    frame, schedule, patient = STAFF[-3:]
    forbidden = [(frame, schedule), (frame, patient), (schedule, patient), (patient, schedule)]
    kept = [(schedule, f"app.{frame}"), (patient, f"app.{frame}")]
    said = contracts(tmp_path, [*((low, f"app.{screen}") for low, screen in forbidden), *kept])
    for low, screen in forbidden:
        assert f"app.{low} is not allowed to import app.{screen}:" in said
    for screen, _ in kept:
        assert f"app.{screen} is not allowed to import app.{frame}" not in said


def test_a_new_package_needs_its_place(tmp_path: Path) -> None:
    """A package that no layer lists is rejected."""
    (tmp_path / "app" / "misc").mkdir(parents=True)
    (tmp_path / "app" / "misc" / "__init__.py").touch()
    assert "misc" in contracts(tmp_path, [("core", "app.wire")])


def test_the_house_keeps_its_contracts() -> None:
    """The real tree fulfills every contract."""
    done = subprocess.run(
        [str(TOOLS / "lint-imports"), "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


BANS = [
    ("app/services/a.py", "import asyncio\n\nasyncio.create_task(None)\n", "TID251"),
    ("app/services/b.py", "from asyncio import ensure_future\n\nensure_future(None)\n", "TID251"),
    ("app/views/c.py", "from qasync import asyncSlot\n\nasyncSlot()\n", "TID251"),
    ("app/viewmodels/d.py", "import qasync\n\nqasync.asyncClose()\n", "TID251"),
    (
        "app/views/e.py",
        "from PySide6.QtWidgets import QApplication\n\nQApplication.processEvents()\n",
        "TID251",
    ),
    ("app/bootstrap/f.py", "import PySide6.QtAsyncio\n\nPySide6.QtAsyncio.run()\n", "TID251"),
    ("app/core/g.py", "import time\n\ntime.sleep(1)\n", "TID251"),
    ("tests/api/test_a.py", "from unittest import mock\n\nmock.patch('a')\n", "TID251"),
    ("tests/api/test_b.py", "from unittest.mock import Mock\n\nMock()\n", "TID251"),
    ("app/viewmodels/a.py", "from PySide6 import QtWidgets\n\nQtWidgets.QWidget()\n", "TID253"),
    ("app/viewmodels/b.py", "from PySide6.QtGui import QColor\n\nQColor()\n", "TID253"),
    ("app/core/h.py", "import PySide6.QtWidgets\n\nPySide6.QtWidgets.QWidget()\n", "TID253"),
    ("app/api/a.py", "import httpx\n\nhttpx.Client()\n", "TID253"),
    ("app/services/c.py", "from sqlalchemy.orm import Session\n\nSession()\n", "TID253"),
    (
        "app/journal/a.py",
        "from cryptography.hazmat.primitives.ciphers.aead import AESGCM\n\nAESGCM(b'')\n",
        "TID253",
    ),
    ("app/api/b.py", "import keyring\n\nkeyring.get_keyring()\n", "TID253"),
    ("app/api/c.py", "import truststore\n\ntruststore.SSLContext(1)\n", "TID253"),
    ("app/viewmodels/f.py", "from PySide6.QtPrintSupport import QPrinter\n\nQPrinter()\n", "TID253"),
    ("app/views/staff/a.py", "from PySide6.QtPrintSupport import QPrinter\n\nQPrinter()\n", "TID251"),
    (
        "app/bootstrap/g.py",
        "def show() -> None:\n    import PySide6.QtPrintSupport\n\n    PySide6.QtPrintSupport.QPrinter()\n",
        "TID251",
    ),
    ("app/store/a.py", "import pymysql\n\npymysql.connect()\n", "TID253"),
    ("app/domain/b.py", "from phonenumbers import parse\n\nparse('a')\n", "TID253"),
    ("app/viewmodels/e.py", "from qasync import QEventLoop\n\nQEventLoop()\n", "TID253"),
    ("app/services/e.py", "from app.api.http import connect\n\nconnect()\n", "TID253"),
    ("app/services/f.py", "from app.practice.server.app import open_practice\n\nopen_practice()\n", "TID253"),
    ("app/services/g.py", "from app.sealed.seal import AesGcmSeal\n\nAesGcmSeal()\n", "TID253"),
    ("app/services/h.py", "def load() -> None:\n    import json\n\n    json.dumps(1)\n", "PLC0415"),
    ("app/services/i.py", "from . import rows\n\nrows()\n", "TID252"),
    ("app/services/j.py", "try:\n    x = 1\nexcept Exception:\n    x = 2\n", "BLE001"),
    ("app/services/k.py", "def list_rows() -> None:\n    print(1)\n", "T201"),
    ("app/services/l.py", "from datetime import datetime\n\ndatetime.now()\n", "DTZ005"),
    ("app/services/m.py", "# TODO: later\n", "FIX002"),
    ("app/services/n.py", "# rows = [1, 2]\n# rows.sort()\n", "ERA001"),
    ("app/services/o.py", "class Row:\n    def sortRows(self) -> None: ...\n", "N802"),
]
AT_HOME = [
    ("app/views/home.py", "from PySide6.QtWidgets import QWidget\n\nQWidget()\n"),
    ("app/views/printing/home.py", "from PySide6.QtPrintSupport import QPrinter\n\nQPrinter()\n"),
    ("app/practice/files/home.py", "from PySide6.QtGui import QImage\n\nQImage()\n"),
    ("app/api/http.py", "import httpx\nimport truststore\n\nhttpx.Client()\ntruststore.SSLContext(1)\n"),
    ("app/api/vault.py", "import keyring\n\nkeyring.get_keyring()\n"),
    (
        "app/sealed/seal.py",
        "from cryptography.hazmat.primitives.ciphers.aead import AESGCM\n\nAESGCM(b'')\n",
    ),
    ("app/practice/home.py", "import sqlalchemy\n\nsqlalchemy.select()\n"),
    ("app/bootstrap/home.py", "def load() -> None:\n    import qasync\n\n    qasync.QEventLoop()\n"),
    ("tests/views/test_home.py", "from unittest.mock import Mock\n\nMock()\n"),
    ("tests/api/test_home.py", "import httpx\n\nhttpx.Client()\n"),
]
"""The same imports where they are allowed."""


@pytest.fixture(scope="module")
def linted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Ruff's codes, with our rules, for each planted file."""
    folder = tmp_path_factory.mktemp("linted")
    shutil.copy(ROOT / "pyproject.toml", folder)
    planted = (*BANS, *AT_HOME)
    assert len({path for path, *_ in planted}) == len(planted), (
        "two plants in one file: the later hides the first"
    )
    for path, text, *_ in planted:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "json", "."],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    codes: dict[str, set[str]] = {}
    for each in json.loads(done.stdout):
        codes.setdefault(Path(each["filename"]).relative_to(folder.resolve()).as_posix(), set()).add(
            each["code"]
        )
    return codes


def test_a_planted_ban_is_found(linted: dict[str, set[str]]) -> None:
    """Ruff rejects what the design forbids."""
    for path, text, code in BANS:
        assert code in linted.get(path, set()), text


def test_a_thing_at_home_is_not_banned(linted: dict[str, set[str]]) -> None:
    """Importing a library in its own layer is no violation."""
    for path, text in AT_HOME:
        assert not linted.get(path, set()) & {"TID251", "TID253", "PLC0415"}, text
