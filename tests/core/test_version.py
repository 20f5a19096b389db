"""The program's version is said once more, in pyproject.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

from app.core.version import VERSION

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def test_both_say_the_same() -> None:
    """The version that the hub tells IT is the one that is built."""
    assert tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"] == VERSION
