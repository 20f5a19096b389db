"""What the MSI does beside copying files, as rows of its tables: wixl leaves most of it out, without an error.

Microsoft's documentation of the tables CustomAction and InstallExecuteSequence explains the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

PARAMETERS = {
    "MODE": "mode", "SERVER": "server", "HUB": "hub", "KIOSK": "kiosk", "AUTOSTART": "autostart",
    "UPDATEFROM": "update-from",
}  # fmt: skip
"""The properties that the command line may set, and the program's arguments that they become."""

IN_FOLDER, OF_PROPERTY = 34, 50
GO_ON, DEFERRED, AS_SYSTEM = 64, 1024, 2048
MUST, MAY = IN_FOLDER + DEFERRED + AS_SYSTEM, IN_FOLDER + DEFERRED + AS_SYSTEM + GO_ON

PROGRAM = '"[INSTALLFOLDER]FrontDesk.exe"'
FIREWALL = '"[System64Folder]netsh.exe" advfirewall firewall'
STAYS, GOES = 'REMOVE <> "ALL"', 'REMOVE = "ALL" AND NOT UPGRADINGPRODUCTCODE AND REMOVEDATA = "1"'
"""Data goes only when the command line says so: an upgrade removes the earlier version as an uninstall does, and not
every installer (Wine's does not) tells that version by UPGRADINGPRODUCTCODE that it is being replaced."""


def _close(protocol: str) -> str:
    return f'{FIREWALL} delete rule name="Front Desk hub ({protocol})"'


def _open(protocol: str) -> str:
    return (
        f'{FIREWALL} add rule name="Front Desk hub ({protocol})" dir=in action=allow program={PROGRAM}'
        f" protocol={protocol} localport=30224 profile=private,domain"
    )


# A blank ends each value: one that ends with \ would take the quotation mark with it. The program strips it.
_ADMINISTER = " ".join(f'"--{argument}=[{name}] "' for name, argument in PARAMETERS.items())

ACTIONS = (
    # Before anything is changed the running copies settle their writes and end. The files of one that stays are
    # exchanged at the next restart, which Windows asks for (exit code 3010).
    ("QuitRunning", OF_PROPERTY + GO_ON, "PROGRAMBEFORE", "--quit", "PROGRAMBEFORE", 1390),
    ("RemoveData", MAY, "INSTALLFOLDER", f"{PROGRAM} administer --remove", f'{GOES} AND KEEPJOURNAL <> "1"', 1610),
    ("RemoveDataButJournal", MAY, "INSTALLFOLDER", f"{PROGRAM} administer --remove --keep-journal",
     f'{GOES} AND KEEPJOURNAL = "1"', 1611),
    ("RemoveTask", MAY, "ProgramFiles64Folder", '"[System64Folder]schtasks.exe" /delete /tn "Front Desk update" /f',
     'REMOVE = "ALL" AND NOT UPGRADINGPRODUCTCODE', 1615),
    ("CloseTcp", MAY, "ProgramFiles64Folder", _close("TCP"), "", 1620),
    ("CloseUdp", MAY, "ProgramFiles64Folder", _close("UDP"), "", 1621),
    ("OpenTcp", MAY, "ProgramFiles64Folder", _open("TCP"), STAYS, 4010),
    ("OpenUdp", MAY, "ProgramFiles64Folder", _open("UDP"), STAYS, 4011),
    ("Administer", MUST, "INSTALLFOLDER", f"{PROGRAM} administer {_ADMINISTER}", STAYS, 4020),
)  # fmt: skip
"""Name, kind, where it starts, command line, condition, place in the sequence."""

CONDITIONS = {
    "Autostart": 'AUTOSTART = "1" OR (AUTOSTARTBEFORE = "1" AND NOT AUTOSTART)',
    "KioskScripts": 'KIOSK = "1" OR (KIOSKBEFORE = "1" AND NOT KIOSK)',
    "KioskMenu": 'KIOSK = "1" OR (KIOSKBEFORE = "1" AND NOT KIOSK)',
}
"""Which components depend on parameters. What an earlier installation was asked for stays until asked otherwise."""

SECURE = ("WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED", *PARAMETERS, "REMOVEDATA", "KEEPJOURNAL")
"""Properties that Windows hands on to the part of it that installs."""

EXCHANGE_AT = 1501
"""The earlier version goes right after the start, so that both never mix; a failure brings it back."""


def statements() -> Iterator[str]:
    """The SQL that writes all of it."""
    for name, kind, source, target, condition, place in ACTIONS:
        yield (
            "INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`)"
            f" VALUES ('{name}', {kind}, '{source}', '{target}')"
        )
        yield (
            "INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`)"
            f" VALUES ('{name}', '{condition}', {place})"
        )
    for component, condition in CONDITIONS.items():
        yield f"UPDATE `Component` SET `Condition` = '{condition}' WHERE `Component` = '{component}'"
    yield f"UPDATE `Property` SET `Value` = '{';'.join(SECURE)}' WHERE `Property` = 'SecureCustomProperties'"
    yield (
        f"UPDATE `InstallExecuteSequence` SET `Sequence` = {EXCHANGE_AT} WHERE `Action` = 'RemoveExistingProducts'"
    )
