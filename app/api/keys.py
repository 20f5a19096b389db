"""What gives access to an office: a pair of keys, or what a hub gave this PC (`app.api.hub.access`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Credentials(Protocol):
    """Opens an office for one PC. Never printed."""

    @property
    def authorization(self) -> str:
        """The value of the Authorization header."""
        ...

    @property
    def secret(self) -> str:
        """Stays the same for this office: its files on this PC are sealed with it."""
        ...

    @property
    def hidden(self) -> tuple[str, ...]:
        """What must not appear in a log."""
        ...

    def office(self, base_url: str) -> str:
        """What tells this office from others, for the names of its files; `base_url` is where it is reached."""
        ...


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The developer key belongs to this program, the customer key to one office. Neither is ever printed."""

    developer: str
    customer: str

    @property
    def authorization(self) -> str:
        """The header's value. Invalid characters are replaced; the office then refuses the key."""
        return f"ODFHIR {_plain(self.developer)}/{_plain(self.customer)}"

    @property
    def secret(self) -> str:
        """The customer key."""
        return self.customer

    @property
    def hidden(self) -> tuple[str, ...]:
        """Both keys."""
        return (self.developer, self.customer)

    def office(self, base_url: str) -> str:
        """The office's address and its key."""
        return f"{base_url} {self.customer}"

    def __repr__(self) -> str:
        return "Keys(hidden)"


def _plain(key: str) -> str:
    """Keep visible ASCII only: a line break would end the header, and other characters can't be sent."""
    return "".join(char if "!" <= char <= "~" else "?" for char in key.strip())


class VaultClosed(Exception):
    """The vault is missing, locked, or failed. Contains no secret."""
