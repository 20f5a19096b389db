"""The tour of check-in."""

from __future__ import annotations

STEPS = ()
"""The tour's office has no hub: the screen says what it needs."""
