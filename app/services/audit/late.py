"""Takes notes from the first moment of an office on; what keeps them is loaded and opened later."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.core.clock import Clock
from app.services.audit.audit import PATIENT, Action, Record, whole
from app.services.audit.pending import Pending

if TYPE_CHECKING:  # loaded once the schedule is visible
    from app.services.audit.keeper import AuditKeeper

MOST_LETTERS = 60
"""Letters of a kind or result: a longer one would be a sentence, which may hold a name."""


class LateAudit:
    """An `Audit`. Its records wait in memory until `attach`."""

    def __init__(self, clock: Clock, who: Callable[[], str], workstation: str) -> None:
        self.who = who
        """Names the person who is signed in."""
        self.workstation = workstation
        self.pending = Pending()
        self._clock = clock
        self._keeper: AuditKeeper | None = None
        self._attached = asyncio.Event()

    def note(
        self,
        action: Action,
        kind: str = "",
        key: int = 0,
        result: str = "",
        *,
        patient: int = 0,
        who: str | None = None,
        ref: str = "",
    ) -> None:
        """As `Audit.note`. `ref` names an entry of the journal."""
        record = Record(
            at=whole(self._clock.utc()),
            who=_plain(self.who() if who is None else who),
            workstation=self.workstation,
            action=action,
            kind=_plain(kind),
            key=key,
            patient=patient or (key if kind == PATIENT else 0),
            result=_plain(result),
            ref=ref,
        )
        self.pending.add(record)
        if self._keeper is not None:
            self._keeper.write_soon()

    def attach(self, keeper: AuditKeeper) -> None:
        """Write what waits, and everything from now on."""
        self._keeper = keeper
        self._attached.set()
        keeper.write_soon()

    async def keeper(self) -> AuditKeeper:
        """What keeps the records; waits until it is there."""
        await self._attached.wait()
        if self._keeper is None:
            raise RuntimeError("attached without a keeper")
        return self._keeper


def _plain(text: str) -> str:
    """The text without control characters and surrogates, which can't be stored or would end a field."""
    kept = "".join(letter for letter in text if letter.isprintable())
    return kept.encode("utf-8", "ignore").decode()[:MOST_LETTERS]
