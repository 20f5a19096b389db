"""Paths, addresses and words as a report may show them: without names of people, passwords or keys."""

# words: a report for support

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from app.core.paths import HOME_VARIABLE

ELSEWHERE = "(elsewhere)"
UNKNOWN = "(a folder)"
NO_HOST = "(set, but not a host's name)"
OPEN_DENTAL = "api.opendental.com"
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,250}[A-Za-z0-9])?|[0-9a-fA-F:]{2,39}")
_SYSTEM_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "ProgramData", "SystemRoot")
_UNIX_FOLDERS = ("/opt", "/usr", "/etc", "/var", "/Applications")
_FOLDERS = frozenset(
    (
        "front desk", "frontdesk", "appdata", "local", "roaming", "logs", "log", "config", ".config", "data", "share",
        ".local", "state", ".cache", "program files", "program files (x86)", "xdg", "bin", "lib", "settings.json",
        "_internal", ".venv", "scripts", "library", "application support", "preferences", "kiosk", "updates",
    )
)  # fmt: skip
"""Names of folders that systems and installers give."""


def shown_path(path: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The path from a folder of the system or the user, without names of people: "~/…", "FRONT_DESK_HOME/…"."""
    roots = [(environment.get(HOME_VARIABLE, ""), HOME_VARIABLE), (str(Path.home()), "~")]
    roots += [(environment.get(name, ""), name) for name in _SYSTEM_FOLDERS]
    roots += [(name, name) for name in _UNIX_FOLDERS if sys.platform != "win32"]
    for root, word in roots:
        if root and path.is_relative_to(below := Path(root).expanduser().absolute()):
            names = [each if each.lower() in _FOLDERS else UNKNOWN for each in path.relative_to(below).parts]
            return "/".join([word, *names])
    return ELSEWHERE


def shown_server(typed: str) -> str:
    """What kind of server an address names, and its port. The name is left out: a PC is often called after its user."""
    if not typed.strip():
        return ""
    try:
        parts = urlsplit(typed.strip() if "://" in typed else f"//{typed.strip()}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if _HOST.fullmatch(host) is None:
        return NO_HOST
    return f"{_kind(host)}:{port}" if port else _kind(host)


def _kind(host: str) -> str:
    """An address of numbers as it is; of a name, what it is."""
    with suppress(ValueError):
        return str(ip_address(host))
    if host in (OPEN_DENTAL, "localhost"):
        return host
    own = platform.node().lower()
    if host.partition(".")[0] == own.partition(".")[0]:
        return "(this PC)"
    return "(a name with a domain)" if "." in host else "(a name)"


def shown_code(text: object, pattern: str) -> str:
    """A short code such as a language's; anything else only as "(other)"."""
    if text == "":
        return ""
    return text if isinstance(text, str) and re.fullmatch(pattern, text) else "(other)"


def is_set(value: object) -> str:
    """Whether there is a value, without it."""
    return "set" if value else "not set"
