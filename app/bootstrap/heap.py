"""Keeping the garbage collector out of the start, and afterwards off everything that the start has made.

Loading makes a few hundred thousand objects that live as long as the program. Each look through them costs up to a
tenth of a second, during which nothing is painted; while loading, a fifth of all time goes into looking.
"""

from __future__ import annotations

import gc


def hold() -> None:
    """Collect nothing until `release`."""
    gc.disable()


def release() -> None:
    """Collect from now on, but never look through what is there already."""
    gc.freeze()
    gc.enable()
