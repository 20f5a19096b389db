"""Facts about the program and this PC: versions, system, screens, folders, settings, and whether the program runs."""

# words: a report for support

from __future__ import annotations

import codecs
import json
import locale
import os
import platform
import shutil
import sqlite3
import ssl
import stat
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from app.bootstrap.startup_error import has_screen
from app.bootstrap.system.diagnosis.shown import is_set, shown_code, shown_path, shown_server
from app.core import licenses
from app.core.paths import ProgramFolders
from app.core.place import troubles
from app.core.policy import read_policy
from app.core.settings import Settings, Theme
from app.core.version import VERSION

Facts = dict[str, Any]

MODES = ("", "Local", "Service", "Remote", "Hub", "Training")
LANGUAGE = r"[a-z]{2,3}(?:[_-][A-Z]{2})?"
LOCK = "front-desk.lock"
MOST_FILES = 20_000
"""A folder with more is not counted to its end."""


def versions() -> Facts:
    """Of the program and what it is built on."""
    return {
        "Front Desk": VERSION,
        "installed as": "executable" if getattr(sys, "frozen", False) else "source",
        "Python": platform.python_version(),
        "Qt": _qt(),
        "SQLite": sqlite3.sqlite_version,
        "OpenSSL": ssl.OPENSSL_VERSION,
        "libraries": licenses.versions(),
    }


def _qt() -> str:
    """Its version, or that it can't be loaded: then the program doesn't start, and this is why."""
    try:
        from PySide6.QtCore import qVersion
    except (ImportError, OSError) as error:
        return f"can't be loaded ({type(error).__name__})"
    return str(qVersion())


def system() -> Facts:
    """The operating system, without the names of this PC and its user."""
    disk = shutil.disk_usage(Path.home())
    return {
        "system": platform.system(),
        "release": platform.release(),
        "version": platform.version(),
        "edition": platform.win32_edition() if sys.platform == "win32" else None,
        "machine": platform.machine(),
        "64 bit": sys.maxsize > 2**32,
        "cores": os.cpu_count(),
        "free disk, MB": disk.free // 1_000_000,
        "hours from UTC": round(time.localtime().tm_gmtoff / 3600, 2),
        "summer time": bool(time.localtime().tm_isdst),
        "locale": shown_code(locale.getlocale()[0] or "", LANGUAGE),
        "encoding": locale.getencoding().lower() if _is_encoding(locale.getencoding()) else "(other)",
        "proxy variables": sorted(
            name for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY") if _in_environment(name)
        ),
    }


def screens() -> Facts:
    """What Qt sees: sizes and scaling. Names and serial numbers of screens are left out."""
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None and not has_screen():
        return {"screens": "none here", "Qt locale": QLocale.system().name()}
    _application = QGuiApplication.instance() or QGuiApplication([])  # it must live while screens are asked
    shown = [
        {
            "size": f"{each.size().width()}x{each.size().height()}",
            "available": f"{each.availableSize().width()}x{each.availableSize().height()}",
            "scaling": each.devicePixelRatio(),
            "dots per inch": round(each.logicalDotsPerInch()),
            "colors, bits": each.depth(),
            "main": each == QGuiApplication.primaryScreen(),
        }
        for each in QGuiApplication.screens()
    ]
    return {
        "screens": shown,
        "platform": QGuiApplication.platformName(),
        "Qt locale": QLocale.system().name(),
    }


def folders_of(folders: ProgramFolders) -> Facts:
    """Where the program keeps its files, how much is there, and whether it may write there."""
    return {
        "settings": _folder(folders.config),
        "data": _folder(folders.data),
        "logs": _folder(folders.logs),
        "program": {"path": shown_path(Path(sys.executable).parent)},
    }


def settings_of(folders: ProgramFolders) -> Facts:
    """The settings that may be told. Of the others: whether they are set. A damaged file stays as it is."""
    path = folders.config / "settings.json"
    aside = len(list(folders.config.glob("settings.damaged-*.json"))) if folders.config.is_dir() else 0
    facts: Facts = {"file": "none", "damaged files kept": aside}
    if not path.exists():
        return facts
    values = read_settings(folders)
    if values is None:
        return {**facts, "file": "damaged: it can't be read"}
    defaults = Settings()
    wrong = [name for name in _KNOWN if name in values and not _fits(values[name], getattr(defaults, name))]
    values = {name: value for name, value in values.items() if name not in wrong}
    return {
        **facts,
        "file": "read",
        "unusable": wrong,
        "unknown settings": len([name for name in values if name not in _KNOWN]),
        "mode": shown_code(values.get("mode", ""), "|".join(MODES)),
        "server": shown_server(str(values.get("server", ""))),
        "hub": shown_server(str(values.get("hub", ""))),
        "language": shown_code(values.get("language", ""), LANGUAGE),
        "theme": shown_code(values.get("theme", ""), "|".join(Theme)),
        **{name: values[name] for name in ("zoom", "side_panel", "sign_in") if name in values},
        "tables arranged": len(values.get("tables", {})),
        **{name: is_set(values.get(name)) for name in _SET_OR_NOT},
    }


def administrator() -> Facts:
    """What the office's administrator has set for everybody on this PC."""
    policy = read_policy()
    if policy.path is None:
        return {"file": "none"}
    state = "damaged" if policy.damaged else "read"
    return {
        "path": shown_path(policy.path),
        "file": "not used: other users can write it" if policy.open_to_others else state,
        "damaged at line and column": policy.damaged_at,
        "unusable": list(policy.unusable),
        "unknown keys": len(policy.unknown),
        "set": {name: _told(name, value) for name, value in policy.values.items()},
    }


def overruling() -> Facts:
    """The administrator's settings that take the place of a user's."""
    policy = read_policy()
    return {name: policy.values[name] for name in policy.fixed}


def instance(folders: ProgramFolders) -> Facts:
    """Whether a copy of the program runs with these folders. It is not called, so its window stays where it is."""
    from PySide6.QtCore import QLockFile

    path = folders.data / LOCK
    if not path.exists():
        return {"running": False}
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        lock.unlock()
        return {"running": False, "lock": "left behind by a copy that ended unexpectedly"}
    return {"running": True}


def read_settings(folders: ProgramFolders) -> Facts | None:
    """The settings as they are stored; None if there are none, or they can't be read."""
    try:
        values = json.loads((folders.config / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


_SET_OR_NOT = (
    "user",
    "hub_id",
    "hub_runs",
    "clinic_num",
    "schedule_view",
    "by_provider",
    "hides_names",
    "geometry",
    "open_dental",
    "pay_type",
    "task_sound",
    "waiting_tasks",
)
_KNOWN = tuple(name for name in Settings.__dataclass_fields__ if name != "others")


def _told(name: str, value: Any) -> Any:
    """An administrator's value as a report may show it."""
    match name:
        case "kiosk" | "start_with_windows":
            return value
        case "mode":
            return shown_code(value, "|".join(MODES))
        case "server" | "hub":
            return shown_server(value)
        case "language":
            return shown_code(value, LANGUAGE)
        case "update_from" if value.startswith("https://"):
            return shown_server(value)
        case _:
            return is_set(value)


def _fits(value: object, default: object) -> bool:
    return value in tuple(Theme) if isinstance(default, Theme) else type(value) is type(default)


def _folder(folder: Path) -> Facts:
    facts: Facts = {"path": shown_path(folder), "there": folder.is_dir()}
    if not folder.is_dir():
        return facts
    sizes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for number, each in enumerate(folder.rglob("*")):
        if number >= MOST_FILES:
            facts["more files than counted"] = True
            break
        kind = shown_code(each.suffix, r"\.(?:db|db-wal|db-shm|json|log|lock|socket|zip|txt)") or "(none)"
        try:
            found = each.stat()
        except OSError:  # removed meanwhile
            continue
        if stat.S_ISREG(found.st_mode):
            counts[kind] += 1
            sizes[kind] += found.st_size
    return {
        **facts,
        "may write": os.access(folder, os.W_OK),
        "permissions": _permissions(folder),
        "trouble": troubles(folder),
        "link": folder.is_symlink(),
        "free disk, MB": shutil.disk_usage(folder).free // 1_000_000,
        "files": dict(sorted(counts.items())),
        "bytes": dict(sorted(sizes.items())),
    }


def _permissions(folder: Path) -> str:
    """The mode bits; on Windows whether the access list lets in others than this user and administrators."""
    if sys.platform == "win32":
        from app.core.windows_access import access_of, open_to_others

        try:
            return "open to other users" if open_to_others(access_of(folder)) else "private"
        except OSError as error:
            return f"not known ({type(error).__name__})"
    return oct(stat.S_IMODE(folder.stat().st_mode))


def _in_environment(name: str) -> bool:
    return bool(os.environ.get(name) or os.environ.get(name.lower()))


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True
