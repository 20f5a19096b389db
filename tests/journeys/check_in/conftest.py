"""A hub on the practice of the journeys, and a kiosk, as the viewmodels' tests have them."""

from __future__ import annotations

from tests.viewmodels.check_in.conftest import clock, hub, practice, room

__all__ = ["clock", "hub", "practice", "room"]
