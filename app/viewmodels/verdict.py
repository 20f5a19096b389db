"""Whether something can be done now, and if not, why."""

from __future__ import annotations

from msgspec import Struct

from app.core.text import Words


class Verdict(Struct, frozen=True):
    """Allowed, or not with a reason that the user can act on. Has the same shape as the client's verdicts."""

    ok: bool
    reason: Words = ""
    done: bool = False
    """Whether the reason is that it is so already."""

    def __bool__(self) -> bool:
        return self.ok


YES = Verdict(ok=True)
