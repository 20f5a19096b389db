"""What the names of an office's adjustment types say: the API tells only their sign."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

WRITE_OFF = ("write off", "writeoff", "write-off", "bad debt", "uncollect")  # words: in names of types
REVERSAL = ("revers", "correct", "misc", "void")


class AdjustmentType(Struct, frozen=True):
    """A type that a person may choose."""

    num: int
    """Its DefNum."""
    name: str
    adds: bool
    """Whether it adds a charge (ItemValue +)."""

    @property
    def writes_off(self) -> bool:
        """Whether its name says that it gives up a debt, which needs a right of its own."""
        return not self.adds and _has(self.name, WRITE_OFF)


def opposite_of(chosen: AdjustmentType, types: Iterable[AdjustmentType]) -> int:
    """The type by which an adjustment is undone: of the other sign, and named as a correction. 0: none."""
    other = (each for each in types if each.adds is not chosen.adds and _has(each.name, REVERSAL))
    return next((each.num for each in other), 0)


def _has(name: str, words: Iterable[str]) -> bool:
    lowered = name.casefold()
    return any(word in lowered for word in words)
