"""Base classes of the wire's enumerations: texts that may grow without breaking a reader."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class WireEnum(StrEnum):
    """An enumeration whose members are the texts on the wire.

    An unknown text is kept as it is: `known` distinguishes it, and it equals no member.
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
    """An enumeration whose members are in the order of the database's numbers, from 0: some answers use these."""

    @classmethod
    def counted(cls, number: int) -> Self:
        """The member for a number; an unknown number is kept as its digits."""
        members = list(cls)
        return members[number] if 0 <= number < len(members) else cls(str(number))
