"""Desks that do wrong, each in one way that the checker must find."""

from __future__ import annotations

from typing import Any

from app.api.transport import Answer, TransportLost
from app.journal.entries import Entry
from app.journal.kinds import Proof, ReadBack
from app.journal.settler import Settler
from soak.acts import Life
from soak.desk import live
from soak.doom import DoomedTransport


def sends_again(life: Life) -> None:
    """A desk that sends a write again when the answer is lost."""
    send = DoomedTransport.send

    async def twice(self: DoomedTransport, *request: Any, **more: Any) -> Answer:
        try:
            return await send(self, *request, **more)
        except TransportLost:
            return await send(self, *request, **more)

    DoomedTransport.send = twice  # type: ignore[method-assign]
    live(life)


def gives_up(life: Life) -> None:
    """A desk that calls a write refused when its answer is lost."""

    async def not_done(self: Settler, entry: Entry) -> ReadBack:
        self.cut_short(entry.id)
        return ReadBack(Proof.NOT_DONE)

    Settler._read = not_done  # type: ignore[method-assign]
    Settler._late = lambda *_: True  # type: ignore[method-assign]
    live(life)


def hopes(life: Life) -> None:
    """A desk that calls a write done when its answer is lost."""

    async def done(self: Settler, entry: Entry) -> ReadBack:
        return ReadBack(Proof.DONE)

    Settler._read = done  # type: ignore[method-assign]
    live(life)


def forgets(life: Life) -> None:
    """A desk that never reads back."""

    async def nothing(self: Settler, entry_id: int) -> Entry:
        return await self._journal.get(entry_id)

    Settler.settle = nothing  # type: ignore[method-assign]
    live(life)
