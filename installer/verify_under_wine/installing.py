"""Both installers with the real program: silently installed, upgraded while it runs, repaired and removed."""

from __future__ import annotations

import json

from app.core.policy import FOLDER_VARIABLE as POLICY_FOLDER
from app.core.version import VERSION
from installer.verify_under_wine.installed import START_SECONDS, Installed
from installer.verify_under_wine.office import Office
from installer.verify_under_wine.packages import OLDER, WINDOWS_FOLDER, Package
from installer.verify_under_wine.relay import Line
from installer.verify_under_wine.report import Report
from installer.verify_under_wine.state import lost_entries
from installer.verify_under_wine.working import quits
from tools.words import Trouble

INSTALL_SECONDS = 300.0
UPGRADE_LIMIT = 60.0
"""Seconds, under Wine."""
OWN_SETTING = ("theme", "dark")
"""One that the user has chosen."""
DELETED = "_internal/base_library.zip"
"""Without it the program doesn't start; a repair brings it back."""


def _run(desk: Installed, command: list[str]) -> float:
    """Run an installer; how long it took."""
    began = desk.windows.clock.now()
    code, text = desk.windows.output(*command, seconds=INSTALL_SECONDS)
    if code != 0:
        raise Trouble(f"exit code {code}: {text[-300:]}")
    return desk.windows.clock.now() - began


def installs(desk: Installed, package: Package, office: Office) -> str:
    """The older version with parameters: files, links, entries, the administrator's settings."""
    wanted = {"MODE": "Service", "SERVER": office.server, "AUTOSTART": "1"}
    seconds = _run(desk, package.install(package.older, wanted))
    settings = json.loads((desk.shared / "settings.json").read_text(encoding="utf-8"))
    expected = {"mode": "Service", "server": office.server, "start_with_windows": True}
    if {name: settings.get(name) for name in expected} != expected:
        raise Trouble(f"the administrator's settings are {settings}")
    _must_have_version(desk, OLDER)
    if set(desk.links()) != {"Front Desk.lnk"} or len(desk.links()) != 2:
        raise Trouble(f"links: {', '.join(desk.links()) or 'none'}")
    starts = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Run\Front Desk"
    if desk.inside("registered").get(starts) != rf'"{WINDOWS_FOLDER}\FrontDesk.exe"':
        raise Trouble("it doesn't start with Windows")
    return f"in {seconds:.0f} s"


def _must_have_version(desk: Installed, version: str) -> None:
    found = desk.inside("registered")
    shown = [value for name, value in found.items() if name.endswith("\\DisplayVersion")]
    own = found.get(r"SOFTWARE\Front Desk\Version")
    if shown != [version] or own != version:
        raise Trouble(f"Programs and Features has {', '.join(shown) or 'nothing'}, the program's key {own}")


def keep_keys(desk: Installed, office: Office) -> str:
    """Enter the office's keys, as a person does once."""
    kind = desk.inside("store-keys", office.server, office.developer_key, office.customer_key)
    if kind != "WinVaultKeyring":
        raise Trouble(f"they went to {kind}")
    return "by Windows' own vault"


def choose_settings(desk: Installed, office: Office) -> None:
    """The user chooses the office, and something that no installer may change.

    The office too: Wine keeps no file's owner, and the program uses only settings that administrators own.
    """
    chosen = {"mode": "Service", "server": office.server, OWN_SETTING[0]: OWN_SETTING[1]}
    desk.data.mkdir(parents=True, exist_ok=True)
    (desk.data / "settings.json").write_text(json.dumps(chosen), encoding="utf-8")


def administered(desk: Installed, office: Office) -> str:
    """What the installer wrote for the administrator is in force: the program opens that office, and no user named it.

    Wine keeps no file's owner, so where it is the program doesn't use it. The same file is handed over as tests do it.
    """
    written, handed = desk.shared / "settings.json", desk.drive / "handed-over"
    handed.mkdir()
    written.rename(handed / "settings.json")
    try:
        office.heard.authorizations.clear()
        with desk.started(variables={POLICY_FOLDER: rf"C:\{handed.name}"}) as child:
            desk.windows.until(
                lambda: office.authorization in office.heard.authorizations,
                "no request to the office that the administrator named",
                START_SECONDS,
            )
            desk.painted()
            desk.closed(child)
    finally:
        (handed / "settings.json").rename(written)
    office.heard.authorizations.clear()
    return "the office is opened, with no settings of a user's"


def upgrades(report: Report, desk: Installed, package: Package, office: Office, line: Line) -> None:
    """Over the older version while that runs with a write that is not done. The office gets it once.

    An office that is away: the newer version sends it. One that takes its time: the older one waits for the answer.
    """
    note = f"Written before the {package.name} upgrade"
    entries: list[str] = []
    if not report.check(
        f"{package.name}: a write waits in the journal", lambda: _waits(desk, office, note, entries)
    ):
        return
    office.heard.be(line)
    if not report.check(
        f"{package.name}: upgrades the running program", lambda: _upgrade(report, desk, package, office)
    ):
        return
    if line is Line.AWAY:
        report.check(
            f"{package.name}: the journal keeps the write that is waiting", lambda: office.must_wait(note)
        )
    else:
        report.check(f"{package.name}: waits for the write on its way", lambda: _done(office))
    report.check(f"{package.name}: settings and vault entries are kept", lambda: _kept(desk, entries, office))
    office.heard.be(Line.OPEN)
    with desk.started() as child:
        report.check(
            f"{package.name}: the newer version starts, and everything is sent once",
            lambda: f"{desk.painted()}; {office.sent_once(*office.notes)}",
        )
        report.check(f"{package.name}: --quit", lambda: quits(desk, child))
    report.check(f"{package.name}: the journal says that all is done", lambda: _done(office))


def _waits(desk: Installed, office: Office, note: str, entries: list[str]) -> str:
    said = office.add_write(note)
    entries += desk.inside("entries")
    return said


def _upgrade(report: Report, desk: Installed, package: Package, office: Office) -> str:
    with desk.started() as child:
        desk.painted()
        if office.heard.line is Line.HOLDS_WRITES:
            desk.windows.until(
                lambda: len(office.heard.held) >= len(office.notes), "no write is sent", START_SECONDS
            )
        began = desk.windows.clock.now()
        with desk.windows.started(*package.install(package.newer)) as installing:
            if office.heard.line is Line.HOLDS_WRITES:
                # It hides its window first, and then waits for what is on its way.
                desk.windows.until(
                    lambda: desk.shown.some_colors() <= 1, "the program doesn't close", START_SECONDS
                )
                office.heard.release()
            text, _ = installing.communicate(timeout=INSTALL_SECONDS)
        seconds = desk.windows.clock.now() - began
        if installing.returncode != 0:
            raise Trouble(f"exit code {installing.returncode}: {text[-300:]}")
        desk.ended(child)
    _must_have_version(desk, VERSION)
    return report.at_most(f"{package.name} upgrade, seconds", seconds, UPGRADE_LIMIT, "seconds")


def _kept(desk: Installed, entries: list[str], office: Office) -> str:
    settings = json.loads((desk.data / "settings.json").read_text(encoding="utf-8"))
    if settings.get(OWN_SETTING[0]) != OWN_SETTING[1]:
        raise Trouble(f"the user's {OWN_SETTING[0]} is {settings.get(OWN_SETTING[0])}")
    # A file without an owner may be a user's, so it is put aside; on Windows it stays in force.
    aside = desk.shared / "settings.damaged.json"
    file = aside if aside.exists() else desk.shared / "settings.json"
    shared = json.loads(file.read_text(encoding="utf-8"))
    if shared.get("server") != office.server:
        raise Trouble(f"the administrator's settings are {shared}")
    if not entries:
        raise Trouble("the vault had no entries before: nothing can be compared")
    if lost := lost_entries(entries, found := desk.inside("entries")):
        raise Trouble(f"the vault lost {', '.join(lost)}")
    damaged = [each.name for each in desk.data.rglob("*damaged*")]
    if damaged:
        raise Trouble(f"put aside: {', '.join(damaged)}")
    return f"{len(found)} entries, the user's {OWN_SETTING[0]}, the administrator's {file.name}"


def _done(office: Office) -> str:
    states = office.states()
    if set(states.values()) != {"done"} or len(states) != len(office.notes):
        raise Trouble(f"{states}")
    return f"{len(states)} writes"


def repairs(desk: Installed, package: Package) -> str:
    """A file that the program needs is missing: installing again, or msiexec /fa, brings it back."""
    missing = desk.folder / DELETED
    content = missing.read_bytes()
    missing.unlink()
    try:
        if desk.console("--help")[0] == 0:
            raise Trouble(f"it starts without {DELETED}: the check has to delete another file")
        seconds = _run(desk, package.repair())
        code, text = desk.console("--help")
        if code != 0:
            raise Trouble(f"exit code {code}: {text[-200:]}")
    finally:
        if not missing.exists():
            missing.write_bytes(content)  # what is checked next is not this fault
    return f"in {seconds:.0f} s"


def removes(desk: Installed, package: Package) -> str:
    """Nothing stays: no file, link, registry value or entry of the vault."""
    seconds = _run(desk, package.remove())
    try:
        desk.windows.until(
            lambda: not left_behind(desk), "something stays", START_SECONDS
        )  # the uninstaller runs as a copy
    except Trouble as trouble:
        raise Trouble(f"{trouble}: {', '.join(left_behind(desk))[:300]}") from None
    registered, entries = desk.inside("registered"), desk.inside("entries")
    if registered or entries:
        raise Trouble(f"left: {', '.join((*registered, *entries))[:300]}")
    return f"in {seconds:.0f} s"


def left_behind(desk: Installed) -> list[str]:
    """Files and links of the program that are still there."""
    folders = (desk.folder, desk.folder.with_name(f"{desk.folder.name}.old"), desk.shared, desk.data)
    found = [each for folder in folders if folder.exists() for each in (folder, *folder.rglob("*"))]
    return [*(each.relative_to(desk.drive).as_posix() for each in found), *desk.links()]
