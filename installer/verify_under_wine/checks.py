"""Installs what was built under Wine and checks it, on the windows platform: one line a check, then JSON.

In a Windows of its own, a fresh copy of the cache's: nothing of an earlier run is there, and nothing of this one stays.
The office is the training practice, served from the sources; the desk gets its keys from Windows' vault.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from installer.verify_under_wine import installing, working
from installer.verify_under_wine.installed import Installed
from installer.verify_under_wine.office import Office, office
from installer.verify_under_wine.packages import Package
from installer.verify_under_wine.relay import Line
from installer.verify_under_wine.report import Report
from installer.verify_under_wine.running import Windows
from installer.verify_under_wine.screen import Screen, screen
from installer.verify_under_wine.speed import speed
from installer.wine.cache import Cache
from tools.building import contents
from tools.words import Trouble, say

SIZES = {"NSIS": 32.0, "MSI": 45.0}
"""The most megabytes of the installers."""
PLATFORM = {"QT_QPA_PLATFORM": "windows"}


def verify(cache: Cache, bundle: Path, setup: Package, msi: Package) -> int:
    """Check both installers and what they install. Returns 0 if everything is as it should be."""
    say("Checking it under Wine")
    report = Report()
    with tempfile.TemporaryDirectory(prefix="verify-", dir=cache.folder) as made, screen() as shown:
        folder = Path(made)
        with _windows(cache, shown, folder) as desk, office(desk, folder) as served:
            _with_setup_program(report, desk, setup, served, folder)
        with _windows(cache, shown, folder) as desk, office(desk, folder) as served:
            _with_msi(report, desk, msi, served)
    sizes = {"the bundle": (contents.sizes(bundle).total(), contents.LIMITS["win32"])}
    sizes |= {each.name: (each.newer.stat().st_size, SIZES[each.name]) for each in (setup, msi)}
    for name, (size, limit) in sizes.items():
        report.check(f"size of {name}", partial(report.at_most, f"{name}, MB", size / 1e6, limit, "MB"))
    sys.stdout.write(report.text() + "\n")
    return 0 if report.passed else 1


@contextmanager
def _windows(cache: Cache, shown: Screen, folder: Path) -> Iterator[Installed]:
    """A copy of the cache's Windows, which is gone with this."""
    prefix = folder / "prefix"
    if subprocess.run(["cp", "-a", "--reflink=auto", str(cache.prefix), str(prefix)], check=False).returncode:
        raise Trouble("Wine's Windows could not be copied.")
    windows = Windows(Cache(cache.folder, prefix), shown.display, PLATFORM)
    try:
        yield Installed(windows, shown)
    finally:
        windows.end_all()
        shutil.rmtree(prefix)


def _with_setup_program(
    report: Report, desk: Installed, package: Package, served: Office, folder: Path
) -> None:
    """Everything, with the program that the setup program installs."""
    if not _installed(report, desk, package, served):
        return
    working.in_terminal(report, desk)
    working.at_office(report, desk, served)
    _session_end(report, desk, served)
    installing.upgrades(report, desk, package, served, Line.HOLDS_WRITES)
    working.kiosk_and_hub(report, desk)
    speed(report, desk, folder)
    report.check("tour on the windows platform", lambda: working.tour(desk, folder / "tour"))
    report.check(f"{package.name}: repairs", lambda: installing.repairs(desk, package))
    report.check(f"{package.name}: leaves nothing", lambda: installing.removes(desk, package))


def _session_end(report: Report, desk: Installed, served: Office) -> None:
    """While a write waits for an office that is away."""
    note = "Written before the session's end"
    if report.check("a write waits in the journal", lambda: served.add_write(note)):
        served.heard.be(Line.AWAY)
        report.check("the session's end", lambda: working.session_ends(desk))
        report.check("the session's end keeps the write that is waiting", lambda: served.must_wait(note))


def _with_msi(report: Report, desk: Installed, package: Package, served: Office) -> None:
    """What the MSI does otherwise."""
    if not _installed(report, desk, package, served):
        return
    installing.upgrades(report, desk, package, served, Line.AWAY)
    report.check(f"{package.name}: repairs", lambda: installing.repairs(desk, package))
    report.check(f"{package.name}: leaves nothing", lambda: installing.removes(desk, package))


def _installed(report: Report, desk: Installed, package: Package, served: Office) -> bool:
    return report.check(
        f"{package.name}: installs silently, with parameters",
        lambda: installing.installs(desk, package, served),
    ) and report.check(
        f"{package.name}: keys are stored in Windows' vault", lambda: installing.choose_settings(desk, served)
    )
