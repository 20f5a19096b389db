"""When training begins. By itself, since the first paint needs it before the rest of training is loaded."""

from __future__ import annotations

OPENS_AT_MINUTE = 10 * 60 + 20
"""After midnight: patients are waiting, seated and late."""
