"""Where the files are that the program ships with besides its code."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]

ROOT = _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent
"""In a bundle the folder `_internal`; installed by pip the package itself; else the folder of the sources."""
RESOURCES = ROOT / "resources"
