"""Installs what was built under Wine and checks it, on the windows platform: a line a check, a table, then JSON.

In a Windows of its own, a fresh copy of the cache's: nothing of an earlier run is there, and nothing of this one stays,
also if it is interrupted. The office is the training practice, served from the sources; the desk gets its keys from
Windows' vault.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import NoReturn

from installer.verify_under_wine import installing, plan, portable, working
from installer.verify_under_wine.installed import Installed
from installer.verify_under_wine.office import Office, office
from installer.verify_under_wine.packages import Built, Package
from installer.verify_under_wine.relay import Line
from installer.verify_under_wine.report import Report
from installer.verify_under_wine.running import Windows, end_processes_of
from installer.verify_under_wine.screen import Screen, screen
from installer.verify_under_wine.speed import speed
from installer.wine.cache import Cache
from tools.building import contents
from tools.words import Trouble, say, tell

SIZES = {"NSIS": 32.0, "MSI": 45.0}
"""The most megabytes of the installers."""
PLATFORM = {"QT_QPA_PLATFORM": "windows"}
MADE = "run-of-verify-"
"""How the names of the folders begin that this makes in the cache."""


def verify(cache: Cache, built: Built, parts: Collection[str] = tuple(plan.PARTS)) -> int:
    """Check both installers, the portable zip, and what they install. Returns 0 if everything is as it should be."""
    report = Report(tuple(name for part, names in plan.PARTS.items() if part in parts for name in names))
    say(f"Checking it under Wine: {len(report.planned)} checks")
    clean_up(cache)
    with _told_to_end():
        try:
            _check(cache, built, report, parts)
        finally:
            sys.stdout.write(f"\n{report.table()}\n\n{report.text()}\n")
            sys.stdout.flush()
    return 0 if report.passed else 1


def clean_up(cache: Cache) -> None:
    """End and remove what a run left behind that was killed: nobody else verifies in this cache meanwhile."""
    for each in sorted(cache.folder.glob(f"{MADE}*")):
        tell(f"an earlier run was killed: {end_processes_of(each)} processes ended, {each.name} removed")
        shutil.rmtree(each, ignore_errors=True)


@contextmanager
def _told_to_end() -> Iterator[None]:
    """Asked to end from outside, end everything that was started, and tell what was found until then."""

    def end(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _check(cache: Cache, built: Built, report: Report, parts: Collection[str]) -> None:
    if under_wine := [each for each in PARTS if each in parts]:
        with (
            tempfile.TemporaryDirectory(prefix=MADE, dir=cache.folder, ignore_cleanup_errors=True) as made,
            screen(folder := Path(made)) as shown,
        ):
            for part in under_wine:
                with report.part(part), _windows(cache, shown, folder) as desk:
                    PARTS[part](report, desk, built, folder)
    if "sizes" in parts:
        with report.part("sizes"):
            sizes(report, built)


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
        shutil.rmtree(prefix, ignore_errors=True)


def setup_program(report: Report, desk: Installed, built: Built, folder: Path) -> None:
    """Everything, with the program that the setup program installs."""
    with office(desk, folder) as served:
        at_office(report, desk, built.setup, served, folder)


def at_office(report: Report, desk: Installed, package: Package, served: Office, folder: Path) -> None:
    """The checks of that."""
    if not _installed(report, desk, package, served):
        return
    report.check("the administrator's settings are in force", lambda: installing.administered(desk, served))
    installing.choose_settings(desk, served)
    working.in_terminal(report, desk)
    working.at_office(report, desk, served)
    _session_end(report, desk, served)
    installing.upgrades(report, desk, package, served, Line.HOLDS_WRITES)
    working.kiosk_and_hub(report, desk)
    speed(report, desk, folder)
    report.check("tour on the windows platform", lambda: working.tour(desk, folder / "tour"))
    _ends(report, desk, package)


def _session_end(report: Report, desk: Installed, served: Office) -> None:
    """While a write waits for an office that is away."""
    note = "Written before the session's end"
    if report.check("a write waits in the journal", lambda: served.add_write(note)):
        served.heard.be(Line.AWAY)
        report.check("the session's end", lambda: working.session_ends(desk))
        report.check("the session's end keeps the write that is waiting", lambda: served.must_wait(note))


def msi(report: Report, desk: Installed, built: Built, folder: Path) -> None:
    """What the MSI does otherwise."""
    with office(desk, folder) as served:
        at_office_away(report, desk, built.msi, served)


def at_office_away(report: Report, desk: Installed, package: Package, served: Office) -> None:
    """The checks of that."""
    if not _installed(report, desk, package, served):
        return
    installing.choose_settings(desk, served)
    installing.upgrades(report, desk, package, served, Line.AWAY)
    _ends(report, desk, package)


def _installed(report: Report, desk: Installed, package: Package, served: Office) -> bool:
    return report.check(
        f"{package.name}: installs silently, with parameters",
        lambda: installing.installs(desk, package, served),
    ) and report.check(
        f"{package.name}: keys are stored in Windows' vault", lambda: installing.keep_keys(desk, served)
    )


def _ends(report: Report, desk: Installed, package: Package) -> None:
    report.check(f"{package.name}: repairs", lambda: installing.repairs(desk, package))
    report.check(f"{package.name}: leaves nothing", lambda: installing.removes(desk, package))


def portable_zip(report: Report, desk: Installed, built: Built, _: Path) -> None:
    """In a Windows in which nothing was installed."""
    if report.check(
        "portable zip: holds the bundle", lambda: portable.unpacks(desk, built.portable, built.bundle)
    ):
        report.check("portable zip: starts without an installation", lambda: portable.starts(desk))


PARTS = {"NSIS": setup_program, "MSI": msi, "portable": portable_zip}
"""Each in a Windows of its own."""


def sizes(report: Report, built: Built) -> None:
    """Of what is installed, and of what is downloaded."""
    found = {"the bundle": (contents.sizes(built.bundle).total(), contents.LIMITS["win32"])}
    found |= {each.name: (each.newer.stat().st_size, SIZES[each.name]) for each in (built.setup, built.msi)}
    for name, (size, limit) in found.items():
        report.check(f"size of {name}", partial(report.at_most, f"{name}, MB", size / 1e6, limit, "MB"))
