"""What a window or a desk hands out as something general, as the kind it is."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K")


def the(kind: type[K], thing: object) -> K:
    """This thing, which must be of this kind: `the(Palette, QApplication.activePopupWidget()).field`."""
    assert isinstance(thing, kind), f"this is no {kind.__name__} but {type(thing).__name__}"
    return thing
