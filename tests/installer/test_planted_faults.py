"""Every check of the verification under Wine can fail: each with the faults that it is there for."""

from __future__ import annotations

import socket
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.hub.server.certificate import new_certificate, server_context
from installer.verify_under_wine import checks, plan
from installer.verify_under_wine.installing import DELETED
from installer.verify_under_wine.packages import Built
from installer.verify_under_wine.report import Report
from tests.installer.stand_in import package, stand_in

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Wine runs on Linux")

NSIS = {
    "NSIS: installs silently, with parameters": (
        "installer fails", "parameters dropped", "shows another version", "one link", "no start with Windows",
    ),
    "NSIS: keys are stored in Windows' vault": ("other vault",),
    "the administrator's settings are in force": ("administrator ignored",),
    "console twin: --help": ("no help",),
    "console twin: an unknown argument": ("nonsense understood",),
    "console twin: api --json": ("api without json",),
    "windowed: --help in a message box": ("no box", "box with an error"),
    "starts at the office": ("other keys", "no text"),
    "--patient in the running program": ("patient not fetched", "patient refused"),
    "one instance": ("second instance",),
    "closes by its window": ("runs on", "ends with an error"),
    "keeps its own key in Windows' vault": ("no own key",),
    "a write waits in the journal": ("no journal",),
    "the session's end": ("refuses the session's end", "slow session's end"),
    "the session's end keeps the write that is waiting": ("session's end loses the write",),
    "NSIS: a write waits in the journal": ("no journal",),
    "NSIS: upgrades the running program": (
        "sends nothing", "window stays", "upgrade fails", "killed by the upgrade", "slow upgrade",
        "upgrade leaves the version",
    ),
    "NSIS: waits for the write on its way": ("answer lost",),
    "NSIS: settings and vault entries are kept": (
        "settings lost", "administrator's settings lost", "settings damaged", "vault emptied", "vault not read",
    ),
    "NSIS: the newer version starts, and everything is sent once": (
        "sent twice", "never sent", "newer version blank",
    ),
    "NSIS: --quit": ("quit reaches nobody", "quit ends nothing"),
    "NSIS: the journal says that all is done": ("answer lost",),
    "the kiosk starts, and ends by --quit": ("no supervisor", "blank kiosk", "quit ends nothing"),
    "the hub serves, and ends by --quit": ("no hub", "deaf hub", "quit ends nothing"),
    "first paint, installed and from source": ("slow paint",),
    "idle processor": ("busy",),
    "memory, installed and from source": ("large",),
    "tour on the windows platform": ("tour fails", "tour keeps no picture"),
    "NSIS: repairs": ("not repaired", "starts without its library"),
    "NSIS: leaves nothing": ("file stays", "value stays", "entry stays", "removal fails"),
}  # fmt: skip
MSI = {
    "MSI: installs silently, with parameters": NSIS["NSIS: installs silently, with parameters"],
    "MSI: keys are stored in Windows' vault": ("other vault",),
    "MSI: a write waits in the journal": ("no journal",),
    "MSI: upgrades the running program": (
        "upgrade fails", "killed by the upgrade", "slow upgrade", "upgrade leaves the version",
    ),
    "MSI: the journal keeps the write that is waiting": ("journal lost",),
    "MSI: settings and vault entries are kept": NSIS["NSIS: settings and vault entries are kept"],
    "MSI: the newer version starts, and everything is sent once": (
        "sent twice", "never sent", "newer version blank",
    ),
    "MSI: --quit": ("quit reaches nobody", "quit ends nothing"),
    "MSI: the journal says that all is done": ("answer lost", "journal lost"),
    "MSI: repairs": ("not repaired", "starts without its library"),
    "MSI: leaves nothing": ("file stays", "value stays", "entry stays", "removal fails"),
}  # fmt: skip
PORTABLE = {
    "portable zip: holds the bundle": ("file missing in the zip", "file changed in the zip"),
    "portable zip: starts without an installation": ("no text", "runs on", "portable registers", "installed"),
}
SIZES: dict[str, tuple[str, ...]] = {
    f"size of {name}": (f"{name} too large",) for name in ("the bundle", "NSIS", "MSI")
}
FAULTS: dict[str, dict[str, tuple[str, ...]]] = {
    "NSIS": NSIS,
    "MSI": MSI,
    "portable": PORTABLE,
    "sizes": SIZES,
}
ALL = [
    (part, name, fault) for part, rows in FAULTS.items() for name, faults in rows.items() for fault in faults
]


@pytest.fixture(scope="module")
def hub_port() -> Iterator[int]:
    """Somebody who speaks TLS."""
    context = server_context(new_certificate())
    with socket.create_server(("127.0.0.1", 0)) as server:
        serving = threading.Thread(target=greet, args=(server, context), daemon=True)
        serving.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)  # which ends the wait for the next caller
        serving.join()


def greet(server, context) -> None:
    """Shake hands with each caller."""
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection, context.wrap_socket(connection, server_side=True) as sealed:
            sealed.recv(1)


def made(folder: Path, faults: set[str]) -> Built:
    """Files for what looks at them: a bundle, its zip, and installers of some size."""
    bundle, archive = folder / "FrontDesk", folder / "portable.zip"
    files = {"FrontDesk.exe": b"a program", DELETED: b"a library"}
    for name, content in files.items():
        (bundle / name).parent.mkdir(parents=True, exist_ok=True)
        (bundle / name).write_bytes(content)
    if "file missing in the zip" in faults:
        files.popitem()
    if "file changed in the zip" in faults:
        files["FrontDesk.exe"] = b"another"
    with zipfile.ZipFile(archive, "w") as opened:
        for name, content in files.items():
            opened.writestr(f"FrontDesk/{name}", content)
    setup, msi = package("NSIS", folder), package("MSI", folder)
    limits = {"NSIS": 32.0, "MSI": 45.0, "the bundle": 90.0}
    for name, file in (("NSIS", setup.newer), ("MSI", msi.newer), ("the bundle", bundle / "large")):
        with file.open("wb") as opened:
            opened.truncate(int(limits[name] * 1e6) + (1000 if f"{name} too large" in faults else -1000))
    if "the bundle too large" not in faults:
        (bundle / "large").unlink()
    return Built(bundle, setup, msi, archive)


def checked(part: str, folder: Path, faults: set[str], hub_port: int) -> Report:
    """The report of one part."""
    report = Report(plan.PARTS[part])
    desk, office = stand_in(folder, faults, hub_port)
    with report.part(part):
        if part == "NSIS":
            checks.at_office(report, desk, package("NSIS", folder), office, folder)
        elif part == "MSI":
            checks.at_office_away(report, desk, package("MSI", folder), office)
        elif part == "portable":
            if "installed" in faults:
                desk.folder.mkdir(parents=True)
            checks.portable_zip(report, desk, made(folder, faults), folder)
        else:
            checks.sizes(report, made(folder, faults))
    return report


@pytest.mark.parametrize("part", FAULTS)
def test_a_good_program_passes_every_check(part: str, tmp_path: Path, hub_port: int) -> None:
    """All that are planned, in their order."""
    report = checked(part, tmp_path, set(), hub_port)
    assert [each for each in report.checks if not each["passed"]] == []
    assert tuple(each["name"] for each in report.checks) == plan.PARTS[part]
    assert report.passed


@pytest.mark.parametrize(("part", "name", "fault"), ALL)
def test_each_check_sees_its_fault(part: str, name: str, fault: str, tmp_path: Path, hub_port: int) -> None:
    """It fails, and with it the run."""
    report = checked(part, tmp_path, {fault}, 1 if fault == "deaf hub" else hub_port)
    failed = [each["name"] for each in report.checks if not each["passed"]]
    assert name in failed
    assert not report.passed


def test_every_check_has_a_fault() -> None:
    """None is there that can't fail."""
    for part, names in plan.PARTS.items():
        assert tuple(FAULTS[part]) == names
