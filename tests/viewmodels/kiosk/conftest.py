"""The kiosk's pages on a real hub."""

from __future__ import annotations

from tests.support.kiosk_fixtures import clock, faults, files, hub, hub_clock, kiosk, line, practice, room

__all__ = ["clock", "faults", "files", "hub", "hub_clock", "kiosk", "line", "practice", "room"]
