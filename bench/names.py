"""Names of what a measurement hands to its children in their environment. By themselves: some are timed from birth."""

from __future__ import annotations

BEGAN = "FRONT_DESK_BENCH_BEGAN"
"""When a child was started, as the parent's time.monotonic()."""
KEYS = "FRONT_DESK_BENCH_KEYS"
"""What the bench's stand-in for the operating system's vault holds, as JSON."""
