"""What desk and kiosk in training are paired by, over their standard input. Without Qt: their parent has no window."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from app.services.kiosk.kept import Pairing

if TYPE_CHECKING:  # loads when the hub has started
    from app.api.hub.pairing import PairedHub


class NotStarted(Exception):
    """A process of the training ended before it was ready. The text is for the terminal."""


@dataclass(frozen=True, slots=True)
class PairedDesk:
    """As in the settings and the vault of a paired desk."""

    url: str
    hub_id: str
    vault: dict[str, str]
    """The entries of the desk's vault by their names: what it keeps there, its parent remembers for the next start."""
    ahead: float
    """Seconds by which the practice's clock is ahead of this PC's."""

    def __repr__(self) -> str:
        return "PairedDesk(hidden)"

    @classmethod
    def of(cls, paired: PairedHub, ahead: float) -> PairedDesk:
        """A desk that has just been paired."""
        from app.api.hub.access import HubAccess, encode, entry

        access = HubAccess.first(paired.token, paired.certificate, paired.device_num, paired.office)
        return cls(paired.address, access.hub_id, {entry(access.hub_id): encode(access)}, ahead)

    def line(self) -> bytes:
        """As it is written to the pipe."""
        return json.dumps(asdict(self)).encode() + b"\n"

    def remember(self, lines: Iterable[bytes]) -> None:
        """Follow the changes of the vault, as `change_line` writes them, until the desk ends."""
        for line in lines:
            with suppress(ValueError):  # the desk was killed within a line
                match json.loads(line):
                    case [str(name), str(text)]:
                        self.vault[name] = text
                    case [str(name), None]:
                        self.vault.pop(name, None)

    @classmethod
    def read(cls, line: bytes) -> PairedDesk:
        """From the pipe."""
        return cls(**json.loads(line))


def change_line(name: str, text: str | None) -> bytes:
    """A changed entry of the desk's vault; None: it was deleted."""
    return json.dumps([name, text]).encode() + b"\n"


def paired_kiosk(paired: PairedHub, ahead: float) -> dict[str, Any]:
    """`Start.training` of a kiosk that has just been paired."""
    pairing = Pairing(paired.address, paired.certificate, paired.name, paired.device_num, paired.office)
    return {"pairing": pairing._asdict(), "token": paired.token, "ahead": ahead}
