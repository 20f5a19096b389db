"""What a Windows Python takes of the lock files: the versions whose markers hold there, with their hashes.

pip can fetch wheels for another system, but reads a lock's markers as those of the system that it runs on: on Linux,
a library for Windows only would be left out. So the markers are decided here, and pip gets none.
"""

from __future__ import annotations

from pathlib import Path

from packaging.markers import Marker

from tools.building.locked import locked

WINDOWS = {
    "implementation_name": "cpython",
    "implementation_version": "3.12.9",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "platform_release": "10",
    "platform_version": "10.0.19043",
    "python_full_version": "3.12.9",
    "python_version": "3.12",
    "sys_platform": "win32",
    "extra": "",
}
"""Every variable of a marker, as the Python of `installer.wine.cache` has it under Wine."""


def wanted(*locks: Path) -> str:
    """The lines of a requirements file without markers, for the libraries of these locks that Windows needs."""
    found: dict[str, str] = {}
    for lock in locks:
        for library in locked(lock.read_text(encoding="utf-8")):
            if not library.marker or Marker(library.marker).evaluate(dict(WINDOWS)):
                hashes = (f"--hash=sha256:{each}" for each in library.hashes)
                found[library.name] = " \\\n    ".join((f"{library.name}=={library.version}", *hashes))
    return "".join(f"{each}\n" for each in found.values())
