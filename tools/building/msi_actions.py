"""What the MSI does beside copying files, as rows of its tables: wixl leaves most of it out, without an error.

Microsoft's documentation of the tables CustomAction and InstallExecuteSequence explains the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.bootstrap.system import firewall

PARAMETERS = {
    "MODE": "mode", "SERVER": "server", "HUB": "hub", "KIOSK": "kiosk", "AUTOSTART": "autostart",
    "UPDATEFROM": "update-from",
}  # fmt: skip
"""The properties that the command line may set, and the program's arguments that they become."""

IN_FOLDER, OF_PROPERTY = 34, 50
GO_ON, DEFERRED, AS_SYSTEM = 64, 1024, 2048
MUST, MAY = IN_FOLDER + DEFERRED + AS_SYSTEM, IN_FOLDER + DEFERRED + AS_SYSTEM + GO_ON

PROGRAM = '"[InstallFolder]front-desk.exe"'
"""The console twin: the windowed one, when it is damaged, shows a message and waits for somebody to click it away."""
FIREWALL = '"[System64Folder]netsh.exe" advfirewall firewall'
STAYS = 'REMOVE <> "ALL"'
GOES = 'REMOVE = "ALL" AND NOT UPGRADINGPRODUCTCODE'
"""An uninstallation, and not the one that is a part of an upgrade: there Windows sets REMOVE to ALL as well. Wine sets
no UPGRADINGPRODUCTCODE, so the newer version has the earlier one leave a mark (app/bootstrap/system/removing.py)."""
DATA = f'{GOES} AND REMOVEDATA = "1"'
ASKED = 'PROGRAMBEFORE AND NOT UPGRADINGPRODUCTCODE AND NOT REINSTALL AND FORCE <> "1"'


def _close(protocol: str) -> str:
    return f'{FIREWALL} delete rule name="{firewall.name(protocol)}"'


# A blank ends each value: one that ends with \ would take the quotation mark with it. The program strips it.
_ADMINISTER = " ".join(f'"--{argument}=[{name}] "' for name, argument in PARAMETERS.items())

ACTIONS = (
    # Before anything is changed the running copies settle their writes and end, or nothing is installed. A repair goes
    # on all the same, because what it mends may be the reason, and so does whoever says FORCE=1.
    ("QuitOrStop", OF_PROPERTY, "PROGRAMBEFORE", "--quit", ASKED, 1390),
    ("QuitIfPossible", OF_PROPERTY + GO_ON, "PROGRAMBEFORE", "--quit",
     'PROGRAMBEFORE AND NOT UPGRADINGPRODUCTCODE AND (REINSTALL OR FORCE = "1")', 1391),
    ("BeginUpgrade", OF_PROPERTY + GO_ON, "PROGRAMBEFORE", "administer --upgrade-begins",
     "PROGRAMBEFORE AND (WIX_UPGRADE_DETECTED OR WIX_DOWNGRADE_DETECTED)", 1392),
    ("RemoveSettings", MAY, "InstallFolder", f"{PROGRAM} administer --remove",
     f'{GOES} AND REMOVEDATA <> "1" AND KEEPSETTINGS <> "1"', 1610),
    ("RemoveData", MAY, "InstallFolder", f"{PROGRAM} administer --remove --data",
     f'{DATA} AND KEEPJOURNAL <> "1"', 1611),
    ("RemoveDataButJournal", MAY, "InstallFolder", f"{PROGRAM} administer --remove --data --keep-journal",
     f'{DATA} AND KEEPJOURNAL = "1"', 1612),
    # The program does these too. It may be damaged, which is a reason to uninstall it.
    ("RemoveTask", MAY, "ProgramFiles64Folder", '"[System64Folder]schtasks.exe" /delete /tn "Front Desk update" /f',
     GOES, 1615),
    ("CloseTcp", MAY, "ProgramFiles64Folder", _close("TCP"), GOES, 1620),
    ("CloseUdp", MAY, "ProgramFiles64Folder", _close("UDP"), GOES, 1621),
    ("Administer", MUST, "InstallFolder", f"{PROGRAM} administer {_ADMINISTER}", STAYS, 4020),
)  # fmt: skip
"""Name, kind, where it starts, command line, condition, place in the sequence."""

CONDITIONS = {
    "Autostart": 'AUTOSTART = "1" OR (AUTOSTARTBEFORE = "1" AND NOT AUTOSTART)',
    "KioskScripts": 'KIOSK = "1" OR (KIOSKBEFORE = "1" AND NOT KIOSK)',
    "KioskMenu": 'KIOSK = "1" OR (KIOSKBEFORE = "1" AND NOT KIOSK)',
}
"""Which components depend on parameters. What an earlier installation was asked for stays until asked otherwise."""
OF_64_BITS, KEY_IN_REGISTRY, LOOKED_AT_AGAIN = 256, 4, 64
CONDITIONAL = OF_64_BITS + KEY_IN_REGISTRY + LOOKED_AT_AGAIN
"""The attributes of these: their condition counts again when the same version is installed with REINSTALL=ALL."""

FOUND_BEFORE = ("PROGRAMBEFORE", "INSTALLEDBY", "KIOSKBEFORE", "AUTOSTARTBEFORE")
SECURE = (
    "WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED", *PARAMETERS, "REMOVEDATA", "KEEPJOURNAL", "KEEPSETTINGS", "FORCE",
    "GOBACK", *FOUND_BEFORE,
)  # fmt: skip
"""Properties that Windows hands on to the part of it that installs. It looks for what was before only once, in the part
with windows if there is one."""

EXCHANGE_AT = 1501
"""The earlier version goes right after the start, so that both never mix; a failure brings it back. Windows' rules
allow nothing between the two that writes to the script of what is to be done."""


UPGRADES = "{6D7C1B8E-5A0F-4B7E-9A53-2F6F1D0E8C31}"
"""The number that all versions share."""
REMOVES_EARLIER, SAME_VERSION_TOO = 1, 512
"""An earlier build of the same version is replaced as well: each build has a number of its own, so Windows would leave
two entries in Programs and Features."""
NEWER = "NOT WIX_DOWNGRADE_DETECTED"
"""wixl's condition: an older version is not installed over a newer one. With GOBACK=1 it is, for the update that goes
back (app/services/updates/script.py): the newer one is then removed as an earlier one is, within the same transaction,
so that a failure leaves it. Uninstalled by itself before, it would be gone."""


def statements(version: str) -> Iterator[str]:
    """The SQL that writes all of it into the MSI of this version."""
    for name, kind, source, target, condition, place in ACTIONS:
        yield (
            "INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`)"
            f" VALUES ('{name}', {kind}, '{source}', '{target}')"
        )
        yield (
            "INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`)"
            f" VALUES ('{name}', '{condition}', {place})"
        )
    yield from _search_for_program()
    for component, condition in CONDITIONS.items():
        yield (
            f"UPDATE `Component` SET `Condition` = '{condition}', `Attributes` = {CONDITIONAL}"
            f" WHERE `Component` = '{component}'"
        )
    # wixl leaves AllowSameVersionUpgrades out. The attributes are part of the row's key, so they can't be changed.
    yield "DELETE FROM `Upgrade` WHERE `ActionProperty` = 'WIX_UPGRADE_DETECTED'"
    yield (
        "INSERT INTO `Upgrade` (`UpgradeCode`, `VersionMax`, `Attributes`, `ActionProperty`)"
        f" VALUES ('{UPGRADES}', '{version}', {REMOVES_EARLIER + SAME_VERSION_TOO}, 'WIX_UPGRADE_DETECTED')"
    )
    yield "DELETE FROM `Upgrade` WHERE `ActionProperty` = 'WIX_DOWNGRADE_DETECTED'"
    yield (
        "INSERT INTO `Upgrade` (`UpgradeCode`, `VersionMin`, `Attributes`, `ActionProperty`)"
        f" VALUES ('{UPGRADES}', '{version}', {REMOVES_EARLIER}, 'WIX_DOWNGRADE_DETECTED')"
    )
    # The condition is the key of its row.
    yield f"DELETE FROM `LaunchCondition` WHERE `Condition` = '{NEWER}'"
    yield (
        "INSERT INTO `LaunchCondition` (`Condition`, `Description`)"
        f" VALUES ('{NEWER} OR GOBACK = \"1\"', 'A newer version of Front Desk is installed.')"
    )
    yield f"UPDATE `Property` SET `Value` = '{';'.join(SECURE)}' WHERE `Property` = 'SecureCustomProperties'"
    yield (
        f"UPDATE `InstallExecuteSequence` SET `Sequence` = {EXCHANGE_AT} WHERE `Action` = 'RemoveExistingProducts'"
    )


def _search_for_program() -> Iterator[str]:
    """Look for the earlier version's file: an action with one that isn't there would stop the installation."""
    yield (
        "CREATE TABLE `DrLocator` (`Signature_` CHAR(72) NOT NULL, `Parent` CHAR(72), `Path` CHAR(255), `Depth` SHORT"
        " PRIMARY KEY `Signature_`, `Parent`, `Path`)"
    )
    yield "INSERT INTO `Signature` (`Signature`, `FileName`) VALUES ('ProgramBefore', 'FRONT-DE.EXE|front-desk.exe')"
    yield (
        "INSERT INTO `DrLocator` (`Signature_`, `Path`, `Depth`)"
        " VALUES ('ProgramBefore', '[ProgramFiles64Folder]Front Desk', 0)"
    )
    yield "INSERT INTO `AppSearch` (`Property`, `Signature_`) VALUES ('PROGRAMBEFORE', 'ProgramBefore')"
