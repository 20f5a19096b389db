"""Paths, addresses and words as a report may show them: without names of people, passwords or keys."""

# words: a report for support

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from app.core.paths import HOME_VARIABLE

ELSEWHERE = "(elsewhere)"
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,250}[A-Za-z0-9])?|[0-9a-fA-F:]{2,39}")
_SYSTEM_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "ProgramData", "SystemRoot")
_UNIX_FOLDERS = ("/opt", "/usr", "/etc", "/var", "/Applications")
LONGEST_NAME_PART = 20
"""A longer part of a host's name that mixes digits and letters is taken for a key that was pasted there."""


def shown_path(path: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The path without the user's name, which is part of most: "~/…", "FRONT_DESK_HOME/…", or a system folder's."""
    roots = [(environment.get(HOME_VARIABLE, ""), HOME_VARIABLE), (str(Path.home()), "~")]
    for root, word in roots:
        if root and path.is_relative_to(Path(root).expanduser().absolute()):
            return (Path(word) / path.relative_to(Path(root).expanduser().absolute())).as_posix()
    of_system = [environment.get(name, "") for name in _SYSTEM_FOLDERS]
    usual = of_system if sys.platform == "win32" else _UNIX_FOLDERS
    return str(path) if any(root and path.is_relative_to(root) for root in usual) else ELSEWHERE


def shown_server(typed: str) -> str:
    """Host and port of an address, whatever else was typed there; empty for nothing."""
    if not typed.strip():
        return ""
    try:
        parts = urlsplit(typed.strip() if "://" in typed else f"//{typed.strip()}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if _HOST.fullmatch(host) is None or any(_like_key(part) for part in host.split(".")):
        return "(set, but not a host's name)"
    return f"{host}:{port}" if port else host


def shown_code(text: object, pattern: str) -> str:
    """A short code such as a language's; anything else only as "(other)"."""
    if text == "":
        return ""
    return text if isinstance(text, str) and re.fullmatch(pattern, text) else "(other)"


def is_set(value: object) -> str:
    """Whether there is a value, without it."""
    return "set" if value else "not set"


def _like_key(part: str) -> bool:
    """Windows names have 15 characters at most, and DNS names of servers are words."""
    mixed = re.search(r"\d", part) and re.search(r"[A-Za-z]", part)
    return ":" not in part and len(part) >= LONGEST_NAME_PART and bool(mixed)
