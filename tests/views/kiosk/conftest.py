"""The kiosk's pages on a real hub."""

from __future__ import annotations

from tests.support.kiosk.fixtures import (
    clock,
    faults,
    files,
    hub,
    hub_clock,
    kiosk,
    line,
    patient,
    practice,
    quiet,
    room,
    view,
)

__all__ = [
    "clock",
    "faults",
    "files",
    "hub",
    "hub_clock",
    "kiosk",
    "line",
    "patient",
    "practice",
    "quiet",
    "room",
    "view",
]
