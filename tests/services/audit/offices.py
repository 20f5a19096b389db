"""Audits of made-up offices, opened and closed as the program does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.sealed.sealing import Seal
from app.services.audit.audit import Action, Record
from app.services.audit.keeper import AuditKeeper, Standing
from app.services.audit.late import LateAudit
from app.services.audit.opening import Home
from app.services.audit.witness import Silent, Witness

EVERYTHING = 10_000_000


class Drawer:
    """A vault: what was written last can be read, by attackers as well."""

    def __init__(self) -> None:
        self.content: bytes | None = None
        self.locked = False
        self.writes = 0
        self.on_write: Callable[[], None] = lambda: None

    async def read(self) -> bytes | None:
        """What was written last."""
        if self.locked:
            raise Silent
        return self.content

    async def write(self, data: bytes) -> None:
        """Replace it."""
        if self.locked:
            raise Silent
        self.on_write()
        self.content = data
        self.writes += 1
        self.on_write()


class Office:
    """One office's audit on a PC: its file, its keys, its vault, and its sealed store."""

    def __init__(self, path: Path, seals: dict[str, Seal], clock: Clock, mark: str = "0123") -> None:
        self.home = Home(path, seals, mark, "ana", "PC-1")
        self.clock = clock
        self.vault, self.store = Drawer(), Drawer()
        self.time_is_certain = True
        self.confirmed = 0
        """The highest key of a patient whose note is known to be on disk."""
        self.errors: list[BaseException] = []

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Running]:
        """The audit from the program's start to its end."""
        notes = LateAudit(self.clock, lambda: "Ana", "PC-1")
        notes.note(Action.START)
        scope = TaskScope("audit", self.errors.append)
        seal = next(iter(self.home.seals.values()))
        places = {"store": self.store, "vault": self.vault}
        witnesses = {name: Witness(place, seal, self.home.office) for name, place in places.items()}
        keeper = await AuditKeeper.open(
            self.home,
            notes.pending,
            witnesses,
            self.clock,
            real_time=True,
            may_prune=lambda: self.time_is_certain,
        )
        notes.attach(keeper)
        running = Running(notes, keeper, scope)
        try:
            yield running
            notes.note(Action.STOP)
        finally:
            await keeper.close()
            await scope.close()
        assert not self.errors

    async def checked(self) -> Running:
        """Open it, check it completely, and close it: what the user is told afterwards."""
        async with self.running() as running:
            await running.check()
        return running

    async def used(self, count: int = 3) -> None:
        """A day on which some patients were opened, one after the other."""
        async with self.running() as running:
            await running.check()
            for number in range(count):
                running.notes.note(Action.OPEN_PATIENT, "patient", number + 1)
                await running.written()
                self.confirmed = number + 1


class Running:
    """An open audit."""

    def __init__(self, notes: LateAudit, keeper: AuditKeeper, scope: TaskScope) -> None:
        self.notes = notes
        self.keeper = keeper
        self.scope = scope

    async def check(self) -> None:
        """Check it as the program does after its start."""
        await self.keeper.check()

    async def written(self) -> None:
        """Wait until everything that was noted is on disk."""
        await self.keeper.run(lambda _: None)
        assert not len(self.notes.pending)

    async def records(self) -> list[Record]:
        """Everything in the file, newest first."""
        rows = await self.keeper.run(lambda writer: writer.file.before(EVERYTHING, EVERYTHING))
        return [each.record for each in rows]

    @property
    def findings(self) -> list[str]:
        """What the user is warned of."""
        return [str(alert.finding) for alert in self.keeper.status.alerts]

    @property
    def intact(self) -> bool:
        """Whether the chain was checked."""
        return self.keeper.status.standing is Standing.INTACT
