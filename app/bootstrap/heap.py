"""Keeping the garbage collector out of the start.

Loading makes a few hundred thousand objects that live as long as the program. Each look through them costs up to a
tenth of a second, during which nothing is painted; while loading, a fifth of all time goes into looking.
"""

from __future__ import annotations

import gc


def hold() -> None:
    """Collect nothing until the window's own collector begins."""
    gc.disable()
