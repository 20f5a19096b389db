"""Slow libraries are imported only by leaf modules that bootstrap loads when needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SLOW = (
    "anyio", "argon2", "cryptography", "httpcore", "httpx", "keyring", "phonenumbers", "prometheus_client",
    "pymysql", "qasync", "sqlalchemy", "starlette", "truststore", "uvicorn",
)  # fmt: skip
LEAVES = (
    "app.api.network.connections",
    "app.api.network.exchange",
    "app.api.network.proxies",
    "app.api.network.web_source",
    "app.api.http",
    "app.api.hub.pairing",
    "app.api.hub.proofs",
    "app.api.vault",
    "app.core.http_limits",
    "app.core.serving",
    "app.sealed.seal",
    "app.practice",
    "app.hub",
    "app.domain.people.typed_phone",
    "app.services.people.hashing",
    "app.services.updates.signature",
)
LAYERS = (
    "core",
    "lifecycle",
    "domain",
    "wire",
    "sealed",
    "api",
    "journal",
    "store",
    "services",
    "viewmodels",
    "views",
)
NO_RECORDS = ("core", "lifecycle")
"""Modules for the first paint; they must not even import msgspec."""
AFTER_THE_FIRST_PAINT = ("app.core.file_trouble", "app.core.place", "app.core.stored", "app.core.text")
"""Those of them that load with the records."""
NO_QT = LAYERS[:9]

PROBE = """
import importlib, json, sys, traceback
seen = {}
for layer, modules in json.loads(sys.argv[1]).items():
    try:
        for module in modules:
            importlib.import_module(module)
    except ImportError:
        seen[layer] = ["cannot be imported: " + traceback.format_exc()]
    else:
        seen[layer] = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps(seen))
"""


def modules_of(layer: str) -> list[str]:
    """All modules of a layer except the leaves."""
    place = ROOT / "app" / layer
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in files
    ]
    return [name for name in names if not name.startswith((*LEAVES, *AFTER_THE_FIRST_PAINT))]


@pytest.fixture(scope="module")
def loaded() -> dict[str, set[str]]:
    """The top-level packages that are loaded after importing a layer and everything below it."""
    wanted = json.dumps({layer: modules_of(layer) for layer in LAYERS})
    done = subprocess.run(
        [sys.executable, "-c", PROBE, wanted], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {layer: set(names) for layer, names in json.loads(done.stdout).items()}


@pytest.mark.parametrize("layer", LAYERS)
def test_importing_a_layer_loads_nothing_slow(loaded: dict[str, set[str]], layer: str) -> None:
    """All of a layer's modules except the leaves can be imported without a slow library."""
    assert not [name for name in loaded[layer] if name in SLOW or name.startswith("cannot be imported")]


@pytest.mark.parametrize("layer", NO_RECORDS)
def test_what_the_first_paint_needs_loads_no_records(loaded: dict[str, set[str]], layer: str) -> None:
    """Settings, rules and layout can be imported without msgspec."""
    assert "msgspec" not in loaded[layer]


@pytest.mark.parametrize("layer", NO_QT)
def test_below_the_viewmodels_there_is_no_qt(loaded: dict[str, set[str]], layer: str) -> None:
    """Below the viewmodels, Qt is not imported even indirectly."""
    assert loaded[layer] & {"PySide6", "shiboken6"} == set()


def test_a_desk_loads_the_pages_of_the_api_that_the_schedule_uses() -> None:
    """A start imports at most two dozen of the API's hundred modules, and none of the practice's rarer tables."""
    code = (
        "import sys, app.api.http, app.viewmodels.staff.desk, app.practice.server.app\n"
        "print(*(name for name in sys.modules if name.startswith(('app.wire.resources.', 'app.practice.schema.'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert len([name for name in loaded if name.startswith("app.wire.")]) <= 24, loaded
    assert not {"app.practice.schema.claims", "app.practice.schema.sheets"} & {*loaded}


def test_a_desk_loads_no_writes_on_patients() -> None:
    """The writes of the patient's page are imported when the first one is looked up, not with the desk's."""
    code = (
        "import sys, app.viewmodels.staff.desk\n"
        "from app.services.writes.registry import registry\n"
        "writes = registry()\n"
        "later = lambda: [name for name in sys.modules if name.startswith('app.services.writes.patients.')]\n"
        "print(writes['move'].kind, len(later()), writes['commlog'].kind, len(later()) > 5)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["move", "0", "commlog", "True"]


def test_a_desk_loads_nothing_that_prints() -> None:
    """The preview, its pages and Qt's printing are imported on first use."""
    modules = "app.bootstrap.program, app.views.staff.frame.frame, app.views.staff.schedule.screen"
    code = f"import sys, {modules}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "app.views.staff.schedule.screen" in loaded
    assert [name for name in loaded if "print" in name.lower() and not name.endswith("pprint")] == [
        "app.bootstrap.printing"
    ]


def test_a_desk_loads_nothing_for_other_programs() -> None:
    """What reads and shows their requests, and what starts Open Dental, is imported with the first one."""
    modules = (
        "app.bootstrap.desktop, app.bootstrap.program, app.bootstrap.workspace, app.views.staff.frame.frame"
    )
    code = f"import sys, {modules}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "app.views.staff.frame.entering" not in loaded
    assert [name for name in loaded if "doors" in name or name == "app.core.outside"] == [
        "app.bootstrap.doors",
        "app.bootstrap.doors.entrance",
    ]


def test_a_desk_without_a_hub_loads_nothing_of_it() -> None:
    """What is shared through the office's hub is imported in mode Hub only, also with the pages that can show it."""
    modules = (
        "app.bootstrap.program, app.bootstrap.workspace, app.bootstrap.desk.parts, app.views.staff.frame.frame, "
        "app.views.staff.frame.strip, app.views.staff.people.page, app.views.staff.ledger.screen, "
        "app.views.staff.money.payment.panel, app.viewmodels.staff.audit.screen, app.services.tasks.mine"
    )
    code = f"import sys, {modules}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    of_hubs = ("app.hub", "app.api.hub", "app.services.hub", "app.viewmodels.staff.elsewhere")
    assert [name for name in done.stdout.split() if name.startswith(of_hubs)] == []


def test_the_first_paint_needs_no_namespace_of_qt() -> None:
    """`Qt` and its ninety enumerations are created after it: by PySide, when a module first names them."""
    code = (
        "import sys\n"
        "from app.bootstrap.import_hooks import load_qt\n"
        "load_qt()\n"
        "import app.bootstrap.desktop\n"
        "from app.bootstrap.early import early_office\n"
        "from app.views.staff.frame.early_schedule import EarlyPainter\n"
        "import PySide6.QtCore\n"
        "print('QSize' in vars(PySide6.QtCore), 'Qt' in vars(PySide6.QtCore))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]


def test_offices_without_https_are_asked_without_httpx() -> None:
    """What sends to the training practice and to a server in the office is imported without httpx and TLS's roots."""
    code = "import sys, app.api.client, app.api.network.inside, app.api.network.lean\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"httpx", "httpcore", "h11", "truststore", "app.api.http"} & {*done.stdout.split()} == set()
