"""The pair of keys that gives access to an office."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The developer key belongs to this program, the customer key to one office. Neither is ever printed."""

    developer: str
    customer: str

    @property
    def authorization(self) -> str:
        """The header's value. Invalid characters are replaced; the office then refuses the key."""
        return f"ODFHIR {_plain(self.developer)}/{_plain(self.customer)}"

    def __repr__(self) -> str:
        return "Keys(hidden)"


def _plain(key: str) -> str:
    """Keep visible ASCII only: a line break would end the header, and other characters can't be sent."""
    return "".join(char if "!" <= char <= "~" else "?" for char in key.strip())


class VaultClosed(Exception):
    """The vault is missing, locked, or failed. Contains no secret."""
