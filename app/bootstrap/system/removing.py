"""Removing what the installers brought, and if they are told to, every user's data.

`administer --remove` takes the office's settings and the rules of the firewall. With `--data` users' data go too, with
`--keep-journal` all of them but journals and audits.

An upgrade with the MSI removes the earlier version first, by that version's own removal. Windows tells it that it is
being replaced (UPGRADINGPRODUCTCODE), and the MSI then doesn't ask for this. Wine doesn't tell. So the newer MSI has
the earlier version leave a mark before (`administer --upgrade-begins`), and nothing is removed while that is fresh.
"""
# words: file names, and arguments that installers pass

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from pathlib import Path

from app.bootstrap.system import firewall
from app.bootstrap.system.profiles import data_folders
from app.bootstrap.updates import task
from app.core.files import delete
from app.core.installation import installed_in

REMOVE, DATA, KEEP_JOURNAL = "--remove", "--data", "--keep-journal"
UPGRADE_BEGINS = "--upgrade-begins"
UPGRADING = "upgrading"
"""The mark of an upgrade that has begun: a file beside the office's settings, with the time in it."""
UPGRADE_SECONDS = 3600.0
"""How long the mark is taken for true: one that a power failure left must not stop an uninstallation next week."""
KEPT = ("journal-*.db*", "audit-*.db*")
"""What stays of a user's data when the journal is to be kept: each office's store, and its audit."""


def is_understood(arguments: list[str]) -> bool:
    """Whether these ask for a removal that makes sense: a journal can be kept only of data that go."""
    known = {REMOVE, DATA, KEEP_JOURNAL}.issuperset(arguments)
    return known and (DATA in arguments or KEEP_JOURNAL not in arguments)


def mark_upgrade(office: Path, now: float) -> bool:
    """Leave the mark. False if that isn't possible."""
    try:
        office.mkdir(parents=True, exist_ok=True)
        (office / UPGRADING).write_text(f"{now:.0f}\n", encoding="ascii")
    except OSError:
        return False
    return True


def forget_mark(office: Path) -> None:
    """The newer version is in its place."""
    delete(office / UPGRADING)


def is_being_replaced(office: Path, now: float) -> bool:
    """Whether a newer version is just being installed."""
    try:
        began = float((office / UPGRADING).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return False
    return 0 <= now - began < UPGRADE_SECONDS


def remove(office: Path, *, data: bool, keep_journal: bool) -> bool:
    """Remove the office's settings and the firewall's rules, and users' data too. False if something stayed."""
    if installed_in():
        firewall.close()
        task.unregister()
    done = [remove_data(office, keep_journal=False)]
    if data:
        done += [remove_data(each, keep_journal=keep_journal) for each in data_folders()]
        if not keep_journal:
            _forget_secrets()
    return all(done)


def remove_data(folder: Path, *, keep_journal: bool) -> bool:
    """Delete one user's data, or the office's settings. False if something stayed that should not."""
    if _is_link(folder) or not folder.is_dir():
        return True  # an administrator deletes here what a user may have pointed elsewhere
    kept = {each for pattern in KEPT for each in folder.glob(pattern)} if keep_journal else set()
    for each in folder.iterdir():
        if each in kept:
            continue
        with suppress(OSError):
            if each.is_dir() and not _is_link(each):
                shutil.rmtree(each, ignore_errors=True)
            else:
                delete(each)
    with suppress(OSError):  # not empty: something was kept, or is open
        folder.rmdir()
    return not folder.exists() or set(folder.iterdir()) <= kept


def _is_link(path: Path) -> bool:
    """Whether this leads elsewhere: a symbolic link, or a junction, which any user of Windows may make."""
    return path.is_symlink() or bool(getattr(path.lstat() if path.exists() else None, "st_reparse_tag", 0))


def _forget_secrets() -> None:
    """Delete this user's entries of the vault. Nobody can delete another user's: Windows opens it for them only."""
    if sys.platform == "win32":
        from win32ctypes.pywin32 import pywintypes, win32cred

        from app.api.vault import SERVICE

        with suppress(pywintypes.error):  # there are none
            for each in win32cred.CredEnumerate():
                name = each["TargetName"]
                if each["Type"] == win32cred.CRED_TYPE_GENERIC and (
                    name == SERVICE or name.endswith(f"@{SERVICE}")
                ):
                    win32cred.CredDelete(name, win32cred.CRED_TYPE_GENERIC)
