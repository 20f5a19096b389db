"""The training practice's time of day.

A module of its own because the first paint needs it before training is loaded.
"""

from __future__ import annotations

OPENS_AT_MINUTE = 10 * 60 + 20
"""Minutes after midnight; at this time patients are waiting, seated and late."""
