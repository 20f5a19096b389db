"""What a desk in training is paired by, over its standard input. Without Qt: its parent has no window."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class PairedDesk:
    """As in the settings and the vault of a paired desk."""

    url: str
    hub_id: str
    entry: str
    access: str
    ahead: float
    """Seconds by which the practice's clock is ahead of this PC's."""

    def __repr__(self) -> str:
        return "PairedDesk(hidden)"

    def line(self) -> bytes:
        """As it is written to the pipe."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> PairedDesk:
        """From the pipe."""
        return cls(**json.loads(line))
