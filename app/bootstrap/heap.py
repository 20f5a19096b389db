"""Turns garbage collection off during startup.

Loading creates a few hundred thousand objects that live as long as the program. Each collection of them takes
up to a tenth of a second, during which nothing is painted; while loading, a fifth of all time would go into
collections.
"""

from __future__ import annotations

import gc


def hold() -> None:
    """Collect nothing until the window's own collector starts."""
    gc.disable()
