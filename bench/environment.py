"""Names of environment variables passed to child processes. A module of its own because some children are timed."""

from __future__ import annotations

BEGAN = "FRONT_DESK_BENCH_BEGAN"
"""When a child was started, as the parent's time.monotonic()."""
KEYS = "FRONT_DESK_BENCH_KEYS"
"""The content of the bench's vault, as JSON."""
VAULT = "FRONT_DESK_BENCH_VAULT"
"""The file in which the vault of a child keeps what it is given; empty: nowhere."""
PIN = "FRONT_DESK_BENCH_PIN"
"""The PIN of the person who is set up at the measured office."""
