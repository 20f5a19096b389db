"""Whether something can be done now, and if not, why."""

from __future__ import annotations

from msgspec import Struct

from app.core.text import Words


class Verdict(Struct, frozen=True):
    """Yes, or no with a reason that a person can act on. Shaped like the client's own verdicts."""

    ok: bool
    reason: Words = ""
    done: bool = False
    """Whether the reason is that it is so already."""

    def __bool__(self) -> bool:
        return self.ok


YES = Verdict(ok=True)
