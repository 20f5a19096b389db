"""The ground of every enumeration on the wire: texts that may grow without breaking a reader."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class WireEnum(StrEnum):
    """An enumeration whose members are the texts that the wire writes.

    A text that is not a member is kept as it came: `known` tells the two apart, equality with a member never
    holds.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @property
    def known(self) -> bool:
        """Whether the documentation names this value."""
        return type(self).__members__.get(self._name_) is self


class CountedEnum(WireEnum):
    """An enumeration whose members stand in the order of the database's numbers, from 0: some answers print these."""

    @classmethod
    def counted(cls, number: int) -> Self:
        """The member of a number; a number that has none is kept as its digits."""
        members = list(cls)
        return members[number] if 0 <= number < len(members) else cls(str(number))
