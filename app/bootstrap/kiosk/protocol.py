"""What the supervisor and the kiosk's process tell each other, over the pipes of standard input and output.

The supervisor writes one line at the start and then keeps the pipe open: its end means that the supervisor is gone. The
kiosk writes a byte every two seconds while its window answers. Nothing is passed on the command line or in the
environment, which other programs can read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

BEAT = b"."
BEAT_SECONDS = 2.0
CLOSED = 0
"""Exit code: staff closed the kiosk; the supervisor ends too."""
RESTART = 75
"""Exit code: staff restarted it; no crash."""
SCALE_VARIABLE = "QT_SCALE_FACTOR"
"""By which Qt reduces or enlarges a program."""
SCALE = 0.5
"""Of the kiosk's window in training: a desk leaves less room than the screen that a kiosk has."""
KIOSK_WIDTH = 1080
"""Of that window before it is reduced: every page fits an upright screen of this width."""
TITLE = 32
"""Room for its title bar, and for the desk's beside it."""
MOST_BYTES = 65_536
"""Of the first line: a certificate is in it."""


class Start(NamedTuple):
    """The first line. `crashes`: since the supervisor was started; `ended`: how the last one ended."""

    crashes: int = 0
    ended: str = ""
    training: Mapping[str, Any] = MappingProxyType({})
    """In training: what the kiosk is paired by (`training_line.paired_kiosk`); empty otherwise."""

    def line(self) -> bytes:
        """As it is written to the pipe."""
        return json.dumps(self._asdict() | {"training": dict(self.training)}).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Start:
        """A line from the pipe; one that can't be read is an empty start."""
        try:
            values = json.loads(line)
            return cls(int(values["crashes"]), str(values["ended"]), dict(values["training"]))
        except (ValueError, TypeError, KeyError):
            return cls()
