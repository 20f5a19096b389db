"""When a build's sources were made: the time that its files bear, so that the same sources give the same bundle."""

from __future__ import annotations

import os
import subprocess

from tools.building.parts import ROOT


def made_at() -> int:
    """In seconds since 1970: SOURCE_DATE_EPOCH if set, else the last commit's; without git, none."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    try:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return 0
    return int(asked.stdout.strip()) if asked.returncode == 0 and asked.stdout.strip() else 0


def same_each_time() -> dict[str, str]:
    """The variables that make PyInstaller build the same bundle of the same sources."""
    return {"SOURCE_DATE_EPOCH": str(made_at()), "PYTHONHASHSEED": "0"}
