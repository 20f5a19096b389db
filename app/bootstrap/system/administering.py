"""What the installers' scripts, which can't read JSON, have the program do for the whole PC.

The exit code answers; in a terminal also words.
"""
# words: file names, arguments that installers pass, and the terminal's

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any

from app.api.modes import server_trouble
from app.bootstrap.system import firewall, packing, removing
from app.core.file_trouble import why_not
from app.core.files import delete, replace
from app.core.installation import WINDOWED, installed_in
from app.core.policy import MODES, NAME, system_folder
from app.services.updates.held import is_link

NOT_UNDERSTOOD = 2
NOT_DONE = 3
TEXTS = {"--server": "server", "--hub": "hub", "--update-from": "update_from"}
SWITCHES = {"--kiosk": "kiosk", "--autostart": "start_with_windows"}
OPTIONS = "--mode= --server= --hub= --kiosk=0|1 --autostart=0|1 --update-from="
ADMINISTRATORS, SYSTEM, USERS = "*S-1-5-32-544", "*S-1-5-18", "*S-1-5-32-545"
"""By number, because Windows translates the names."""
FULL = ":(OI)(CI)F"
CLOSED = ("/inheritance:r", "/grant:r", ADMINISTRATORS + FULL, SYSTEM + FULL, f"{USERS}:(OI)(CI)RX")
UPDATES = "updates"
"""The folder of the installing process."""
PARTS = (NAME, UPDATES)


def administer(arguments: list[str], folder: Path | None = None, now: float | None = None) -> int:
    """`--mode=… --server=… --hub=… --kiosk=0|1 --autostart=0|1 --update-from=…`; or as in removing.py and packing.py.

    An empty value leaves what was set before, so that an update without parameters changes nothing.
    """
    folder = folder or system_folder()
    now = time.time() if now is None else now
    if removing.REMOVE in arguments:
        return _remove(arguments, folder, now)
    if arguments == [removing.UPGRADE_BEGINS]:
        return 0 if removing.mark_upgrade(folder, now) else NOT_DONE
    if arguments == [packing.PACK]:
        return _pack(installed_in())
    try:
        wanted = asked(arguments)
    except ValueError as error:
        return _not_understood(str(error))
    file = folder / NAME
    try:
        _set_up(folder, wanted)
    except OSError as error:
        _say(f"{file} is as it was. {why_not(error)!s}")
        return NOT_DONE
    if installed := installed_in():
        firewall.open_for_hub(installed)
    return 0


def _remove(arguments: list[str], folder: Path, now: float) -> int:
    if not removing.is_understood(arguments):
        return _not_understood("--remove takes --data, and with that --keep-journal.")
    if removing.is_being_replaced(folder, now):
        return 0
    data, keep_journal = (each in arguments for each in (removing.DATA, removing.KEEP_JOURNAL))
    return 0 if removing.remove(folder, data=data, keep_journal=keep_journal) else NOT_DONE


def _pack(installed: Path | None) -> int:
    if installed is None:
        return _not_understood("Only what is installed has packed modules.")
    if (installed / WINDOWED).exists():
        return _not_understood(f"Only the setup program does this, before {WINDOWED} is there.")
    try:
        packing.pack(installed)
    except OSError as error:
        _say(f"The modules are as they were. {why_not(error)!s}")
    except ValueError as error:
        _say(f"{error!s} is damaged.")
    else:
        return 0  # and nothing is loaded any more: what was in the archive is elsewhere
    return NOT_DONE


def _set_up(folder: Path, wanted: dict[str, Any]) -> None:
    """Write these settings into a folder that only administrators can change. Raises OSError."""
    if os.path.lexists(folder) and is_link(folder):
        folder.unlink()  # a user's, who could let it lead elsewhere at any time
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / NAME
    _protect(folder)
    if wanted:
        write_settings(file, wanted)
        _hand_over(file)  # the program reads no file that a user may have written
    _have_updates_installed(folder)
    removing.forget_mark(folder)


def asked(arguments: list[str]) -> dict[str, Any]:
    """The settings that these arguments set. Raises ValueError if one isn't understood."""
    wanted: dict[str, Any] = {}
    for each in arguments:
        name, given, value = each.partition("=")
        value = value.strip()  # installers add a blank: a \ at the end would take the quotation mark with it
        if not given or name not in {"--mode", *TEXTS, *SWITCHES}:
            raise ValueError(f"There is no option {each}. It takes {OPTIONS}.")
        if not value:
            continue
        if name in SWITCHES:
            wanted[SWITCHES[name]] = _one_of(name, value, {"0": False, "1": True})
        elif name in TEXTS:
            wanted[TEXTS[name]] = _usable(name, value)
        else:
            wanted["mode"] = _one_of(name, value, {mode: mode for mode in MODES})
    return wanted


def _one_of(name: str, value: str, choices: dict[str, Any]) -> Any:
    for each, meant in choices.items():
        if each.lower() == value.lower():
            return meant
    raise ValueError(f"{name} can't be {value}. It is one of: {', '.join(choices)}.")


def _usable(name: str, value: str) -> str:
    """An address, if it can be one. Whether anything answers there is seen by the program."""
    if name == "--update-from":
        trouble = "Updates come from an https address or a folder." if _is_other_address(value) else ""
    else:
        trouble = str(server_trouble(value))
    if trouble:
        raise ValueError(f"{name} can't be {value}. {trouble}")
    return value


def _is_other_address(value: str) -> bool:
    scheme, marked, _ = value.partition("://")
    return bool(marked) and scheme.lower() != "https"


def write_settings(file: Path, wanted: dict[str, Any]) -> None:
    """Change these settings and leave the others. A file that can't be read is put aside. Raises OSError."""
    try:
        before = json.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        before = {}
    except ValueError:
        before = None
    if not isinstance(before, dict):
        _put_aside(file)
        before = {}
    beside = file.with_name("settings.json.new")
    try:
        beside.write_text(json.dumps({**before, **wanted}, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        replace(beside, file)
    finally:
        with suppress(OSError):
            delete(beside)


def _not_understood(words: str) -> int:
    _say(f"{words} Nothing was changed.")
    return NOT_UNDERSTOOD


def _say(words: str) -> None:
    """For somebody at a terminal; the installers' own start has none."""
    if sys.stderr is not None:
        sys.stderr.write(words + "\n")


def _put_aside(file: Path) -> None:
    replace(file, file.with_name("settings.damaged.json"))


def _may_be_a_users(path: Path) -> bool:
    """Whether users can write it: then one may have made it before Front Desk was installed, to rule the others."""
    if not os.path.lexists(path):
        return False
    if sys.platform == "win32":
        from app.core.windows_access import others_can_write

        return is_link(path) or others_can_write(path)
    return False


def _protect(folder: Path) -> None:
    """Let users read what is in the folder and change nothing: by default they may add files below ProgramData.

    What one of them may have written there before is set aside, once nothing can be added: the system would run the
    script of updates. The folder's access list is not reset each time, which would open it for a moment. Raises
    OSError.
    """
    theirs = _users_parts(folder)
    _icacls(folder, "/setowner", ADMINISTRATORS)
    _icacls(folder, *CLOSED)
    if _may_be_a_users(folder):  # its list names a user, whom only a reset removes
        _set_aside(folder, {*theirs, UPDATES})
        _icacls(folder, "/reset")
        _icacls(folder, *CLOSED)
    _set_aside(folder, {*theirs, *_users_parts(folder)})
    for name in PARTS:
        if (folder / name).exists():
            _hand_over(folder / name)
    if sys.platform != "win32":
        folder.chmod(0o755)


def _users_parts(folder: Path) -> set[str]:
    return {name for name in PARTS if _may_be_a_users(folder / name)}


def _set_aside(folder: Path, names: set[str]) -> None:
    if NAME in names and os.path.lexists(folder / NAME):
        _put_aside(folder / NAME)
    if UPDATES in names and os.path.lexists(folder / UPDATES):
        replace(folder / UPDATES, folder / f"{UPDATES}.{token_hex(4)}.aside")


def _hand_over(path: Path) -> None:
    """To Administrators, and what is in it; the folder's access list counts for it. Only for what isn't a user's."""
    _icacls(path, "/setowner", ADMINISTRATORS, "/T")
    _icacls(path, "/reset", "/T")


def _icacls(path: Path, *change: str) -> None:
    if sys.platform == "win32":
        tool = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "icacls.exe"
        subprocess.run(  # noqa: S603 # Windows' own program, with arguments of ours
            [str(tool), str(path), *change, "/Q"],
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            creationflags=subprocess.CREATE_NO_WINDOW,
        )


def _have_updates_installed(folder: Path) -> None:
    """Make the task that installs updates as the system. Without it an administrator is asked for each one."""
    if sys.platform == "win32" and getattr(sys, "frozen", False):
        from app.bootstrap.updates import task

        # The task runs a script from that folder, so it isn't made where Windows didn't let it be protected.
        if _may_be_a_users(folder) or not task.register(Path(sys.executable), folder / UPDATES / "run.cmd"):
            _say("The task that installs updates could not be made: updates need an administrator.")
