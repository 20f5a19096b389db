"""The writes of money, loaded when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bootstrap.desk.shared_documents import closed_days

if TYPE_CHECKING:
    from datetime import date

    from app.bootstrap.session import Reading, Writing
    from app.core.office_clock import OfficeClock
    from app.services.money.closing.closed_days import ClosedDays
    from app.services.writes.money.money_writes import MoneyWrites
    from app.services.writes.writes import Writes


class LateMoneyWrites:
    """Makes them with the first call, and closes them if they were made."""

    def __init__(self, reading: Reading, writes: Writes, writing: Writing, clock: OfficeClock) -> None:
        outbox = writing.outbox
        self.closed_days = closed_days(outbox.journal.store.documents, clock, writing.shared)
        """Reads the days that were closed on this PC, or at any desk of a hub, once."""
        self._closed: ClosedDays | None = None
        self._reading = reading
        self._writes = writes
        self._outbox = outbox
        self._clock = clock
        self._made: MoneyWrites | None = None
        self._preferences: dict[str, str] = {}

    def __call__(self) -> MoneyWrites:
        """The same object each time."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def close(self) -> None:
        """Stop following what was posted."""
        if self._made is not None:
            self._made.close()

    def _make(self) -> MoneyWrites:
        from app.services.writes.money.money_writes import MoneyWrites
        from app.services.writes.money.twins import TwinWatch
        from app.services.writes.registry import registry

        read = self._reading
        read.scope.start(self._read_closed(), "closed days")
        read.scope.start(self._read_preferences(), "preferences about dates")
        twins = TwinWatch(self._outbox.journal, read.client, read.office, registry(), read.scope, self._clock)
        return MoneyWrites(
            self._writes,
            self._clock,
            twins,
            lambda: self._outbox.author.initials,
            self._through,
            lambda: self._preferences,
        )

    def _through(self, clinic: int | None) -> date | None:
        return None if self._closed is None else self._closed.through(clinic)

    async def _read_closed(self) -> None:
        self._closed = await self.closed_days()

    async def _read_preferences(self) -> None:
        """Read them behind everything else; what can't be read is unknown, and the office decides."""
        from app.api.errors import ApiError
        from app.api.need import Need
        from app.services.writes.money.money_writes import DATE_PREFERENCES

        preferences = self._reading.client.at(Need.PREFETCH).preferences
        for name in DATE_PREFERENCES:
            try:
                rows = await preferences.list(PrefName=name)
            except ApiError:
                return
            self._preferences |= {row.PrefName: row.ValueString for row in rows}
