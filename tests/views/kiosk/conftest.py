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
    staff_look,
    staff_pages,
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
    "staff_look",
    "staff_pages",
    "view",
]
