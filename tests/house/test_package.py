"""The package that `pip install .` installs: what is in it, what it needs, and that its types work for its users."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.test_readme import examples

ROOT = Path(__file__).resolve().parents[2]
SOURCES = (
    "app",
    "resources",
    "requirements",
    "tools",
    "docs",
    "pyproject.toml",
    "setup.py",
    "THIRD-PARTY.md",
)
USER = """
from __future__ import annotations

import datetime

from app.api import ApiError, FieldError, Keys, connect, connect_sync, service_address
from app.wire.resources.appointments import Appointment, Appointments


async def of_day(server: str, day: datetime.date) -> list[Appointment]:
    async with connect(service_address(server), Keys("developer", "customer")) as office:
        reveal_type(office.appointments.list(date=day))
        return list(await office.appointments.list(date=day))


def first(server: str) -> str:
    try:
        with connect_sync(service_address(server), Keys("developer", "customer")) as office:
            reveal_type(office.appointments.list())
            reveal_type(office.appointments.get(1))
            reveal_type(office.call(Appointments.get, 1))
            reveal_type(office.queries.short_query(SqlCommand="SELECT 1"))
            office.appointments.get("one")
            office.comlogs
            return office.appointments.get(1).to_json()
    except (FieldError, ApiError) as error:
        return error.explanation
"""
GIVEN = "server: str\ndeveloper: str\ncustomer: str\n"
"""What the examples of docs/client.md take as given."""
REVEALED = (
    "app.wire.rows.Rows[app.wire.resources.appointments_records.Appointment]",
    "app.api.sync.office.SyncRows[app.wire.resources.appointments_records.Appointment]",
    "app.wire.resources.appointments_records.Appointment",
    "app.wire.resources.appointments_records.Appointment",
    "app.api.sync.office.SyncRows[dict[str, Any]]",
)
SLOW = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built without a network, from a copy: a build leaves files behind."""
    folder = tmp_path_factory.mktemp("sources")
    ignored = shutil.ignore_patterns("__pycache__", "*.qm")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copyfile(ROOT / name, folder / name)
    code = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
    out = folder / "out"
    out.mkdir()
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, str(out)], cwd=folder, capture_output=True, check=True
    )
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A Python with the package and what it says that it needs, and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=os.name != "nt")
    found = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    asked = [str(found), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip())
    with zipfile.ZipFile(wheel) as content:
        content.extractall(packages)
    for file in {
        file for name in needed(importlib.metadata.distributions(path=[str(packages)])) for file in name
    }:
        target = packages / file[0]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file[1], target)
    yield found
    shutil.rmtree(folder, ignore_errors=True)


def needed(installed) -> Iterator[list[tuple[str, str]]]:
    """The files of each library that the package needs, directly or not, as installed here."""
    names, seen = [each for found in installed for each in _requirements(found)], set()
    assert names == ["httpx", "sniffio", "msgspec"]
    while names:
        name = names.pop()
        if name not in seen:
            seen.add(name)
            library = importlib.metadata.distribution(name)
            names += _requirements(library)
            yield [
                (str(each), str(library.locate_file(each)))
                for each in library.files
                if ".." not in each.parts
            ]
    assert seen == {
        "httpx",
        "httpcore",
        "h11",
        "anyio",
        "idna",
        "certifi",
        "sniffio",
        "msgspec",
        "typing-extensions",
    }


def _requirements(library: importlib.metadata.Distribution) -> list[str]:
    """Those without an extra, for this Python."""
    wanted = []
    for each in library.requires or []:
        words, _, condition = each.partition(";")
        if "extra" not in condition and 'python_version < "3.11"' not in condition:
            wanted.append(re.match(r"[\w.-]+", words.strip())[0].lower().replace("_", "-"))
    return wanted


def test_what_is_in_it(wheel: Path) -> None:
    """All of the code, what the program shows, its languages, the mark for types; no tests, tools or benches."""
    with zipfile.ZipFile(wheel) as content:
        names = {name for name in content.namelist() if ".dist-info/" not in name}
    assert all(name.startswith("app/") for name in names)
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "app").rglob("*.py")}
    assert code == {name for name in names if name.endswith(".py")}
    shown = {f"app/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "resources").rglob("*.svg")}
    assert shown == {name for name in names if name.endswith(".svg")}
    others = {name for name in names if not name.endswith((".py", ".pyi", ".svg"))}
    texts = {
        f"app/{path.relative_to(ROOT).with_suffix('.qm').as_posix()}"
        for path in (ROOT / "resources" / "translations").glob("*.ts")
        if not path.stem.endswith("_en")
    }
    assert others == {"app/py.typed", "app/THIRD-PARTY.md", "app/resources/icons/LICENSE", *texts}
    stubs = {name for name in names if name.endswith(".pyi") and "/pages/" not in name}
    assert stubs == {"app/api/sync/resources.pyi"}


def test_the_client_needs_three_libraries(python: Path, tmp_path: Path) -> None:
    """With them alone the client sends over https and http, and the command line calls; the rest is the extra `app`."""
    code = (
        "from app.api import Keys, NotSent, connect_sync, service_address\n"
        "from app.core.root import RESOURCES\n"
        "assert (RESOURCES / 'front-desk.svg').is_file()\n"
        "for scheme in ('http', 'https'):\n"
        "    with connect_sync(service_address(f'{scheme}://127.0.0.1:1'), Keys('d', 'c')) as office:\n"
        "        try: office.providers.list().all()\n"
        "        except NotSent as error: print(type(error).__name__)\n"
    )
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FRONT_DESK"))}
    done = subprocess.run(
        [python, "-c", code], cwd=tmp_path, env=own, capture_output=True, text=True, check=False
    )
    assert (done.stdout.split(), done.returncode) == (["Unreachable", "Unreachable"], 0), done.stderr
    typed = [python, "-m", "app", "call", "GET", "/providers"]
    keys = {
        "FRONT_DESK_OFFICE": "127.0.0.1:1",
        "FRONT_DESK_DEVELOPER_KEY": "d",
        "FRONT_DESK_CUSTOMER_KEY": "c",
    }
    done = subprocess.run(
        typed, cwd=tmp_path, env={**own, **keys}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Can't reach 127.0.0.1:1." in done.stderr) == (3, True), done.stderr
    done = subprocess.run(typed, cwd=tmp_path, env=own, capture_output=True, text=True, check=False)
    assert (done.returncode, "No office is named" in done.stderr) == (2, True), done.stderr
    started = [python, "-m", "app", "practice", "--database", "practice.db"]
    done = subprocess.run(started, cwd=tmp_path, env=own, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.partition(",")[0]) == (1, "This needs sqlalchemy")
    code = "from app.bootstrap.system import reports; reports.install(); raise ValueError('Ann Walker')"
    done = subprocess.run(
        [python, "-c", code], cwd=tmp_path, env=own, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "builtins.ValueError"), done.stderr
    assert not re.search("Traceback|Walker", done.stderr)
    listed = [python, "-m", "app", "api", "--json"]
    done = subprocess.run(listed, cwd=tmp_path, env=own, capture_output=True, text=True, check=True)
    assert len(json.loads(done.stdout)) > 300


@SLOW
def test_its_types_work_for_its_users(python: Path, tmp_path: Path) -> None:
    """A user's strict mypy knows every answer, of the client that waits too, and finds what is wrong."""
    (tmp_path / "user.py").write_text(USER, encoding="utf-8")
    said = strict_types(python, tmp_path, "user.py")
    assert tuple(re.findall(r'Revealed type is "(.*)"', said)) == REVEALED, said
    wrong = re.findall(r"error: (.*)  \[([a-z-]+)\]", said)
    assert [kind for _, kind in wrong] == ["arg-type", "attr-defined"], said


@SLOW
def test_the_examples_of_its_page_have_right_types(python: Path, tmp_path: Path) -> None:
    """What docs/client.md tells a user to write is right for his strict type checker too."""
    names = []
    for number, example in enumerate(examples("docs/client.md")):
        names.append(f"example{number}.py")
        (tmp_path / names[-1]).write_text(GIVEN + example, encoding="utf-8")
    said = strict_types(python, tmp_path, *names)
    assert said.startswith(f"Success: no issues found in {len(names)} source files"), said


def strict_types(python: Path, folder: Path, *files: str) -> str:
    """What mypy says of files that use the installed package."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-color-output", "--cache-dir", "cache"]
    done = subprocess.run(
        [*command, "--python-executable", str(python), *files],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout
