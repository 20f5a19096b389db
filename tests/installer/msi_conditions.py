"""Says whether a condition of an MSI is true, as Windows Installer does ("Conditional Statement Syntax").

What the tables here use of it: NOT, AND, OR, brackets, comparing with = and <>, >= of numbers, properties, and texts. A
property alone is true if it is set.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PART = re.compile(r'\s*(?:(?P<word>[A-Za-z_]\w*)|(?P<text>"[^"]*")|(?P<number>\d+)|(?P<sign><>|>=|=|\(|\)))')


def holds(condition: str, properties: Mapping[str, str]) -> bool:
    """Whether it is true with these properties; an empty one always is."""
    parts = list(_PART.finditer(condition))
    assert "".join(each[0] for each in parts).replace(" ", "") == condition.replace(" ", ""), condition
    return not condition or _Reader([each[0].strip() for each in parts], properties).whole()


class _Reader:
    """Reads the parts from left to right: OR binds least, then AND, then NOT."""

    def __init__(self, parts: list[str], properties: Mapping[str, str]) -> None:
        self._parts = parts
        self._properties = properties

    def whole(self) -> bool:
        """The value of all of it."""
        value = self._any()
        assert not self._parts
        return value

    def _any(self) -> bool:
        value = self._all()
        while self._take("OR"):
            value = self._all() or value
        return value

    def _all(self) -> bool:
        value = self._one()
        while self._take("AND"):
            value = self._one() and value
        return value

    def _one(self) -> bool:
        if self._take("NOT"):
            return not self._one()
        if self._take("("):
            value = self._any()
            assert self._take(")")
            return value
        left = self._value(self._parts.pop(0))
        if self._take("="):
            return left == self._value(self._parts.pop(0))
        if self._take("<>"):
            return left != self._value(self._parts.pop(0))
        if self._take(">="):
            return int(left) >= int(self._parts.pop(0))
        return bool(left)

    def _value(self, part: str) -> str:
        return part.strip('"') if part.startswith('"') else self._properties.get(part, "")

    def _take(self, part: str) -> bool:
        if self._parts and self._parts[0] == part:
            self._parts.pop(0)
            return True
        return False
