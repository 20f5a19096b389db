"""The audit in a session: takes notes as soon as writes can be made, opened once the schedule is visible."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from app.bootstrap.loading import load
from app.bootstrap.office_files import audit_path, office_mark

if TYPE_CHECKING:  # these load while the window is already painted
    from collections.abc import Mapping

    from app.bootstrap.session import OfficeConnection
    from app.core.office_clock import OfficeClock
    from app.journal.outbox import Outbox
    from app.lifecycle import Lifecycle
    from app.sealed.sealing import Seal
    from app.sealed.store import LocalStore
    from app.services.audit.keeper import AuditKeeper
    from app.services.audit.late import LateAudit
    from app.services.audit.trail import JournalTrail
    from app.services.audit.witness import Witness
    from app.store.office import Office
    from app.viewmodels.staff.audit.watch import AuditWatch
    from app.viewmodels.staff.desk import DeskViewModel

RETRY_SECONDS = 10.0
"""Between two attempts to open a file that can't be opened."""

log = logging.getLogger(__name__)


class SessionAudit:
    """The audit of one session. `begin` before the journal, so that it ends after it; `open` later."""

    def __init__(self, connection: OfficeConnection, clock: OfficeClock) -> None:
        self._connection = connection
        self._clock = clock
        self._who = connection.who
        self._store: LocalStore | None = None
        self._seals: Mapping[str, Seal] = {}
        self._trail: JournalTrail | None = None
        self._opening = asyncio.Lock()
        self._keeper: AuditKeeper | None = None
        self.notes: LateAudit

    async def begin(self, life: Lifecycle, store: LocalStore, seals: Mapping[str, Seal]) -> LateAudit:
        """Take notes from now on: the same ones at every call."""
        if self._store is not None:
            return self.notes
        await load("app.services.audit.late")
        from app.core.this_pc import computer_name
        from app.services.audit.audit import Action
        from app.services.audit.late import LateAudit

        self._store, self._seals = store, seals

        async def start() -> LateAudit:
            return LateAudit(self._clock, lambda: self._who, computer_name())

        self.notes = await life.step("audit", start, lambda _: self._close())
        self.notes.note(Action.START)
        return self.notes

    def follow(self, outbox: Outbox, office: Office) -> None:
        """Note every write of this session, and who is signed in."""
        from app.services.audit.trail import JournalTrail
        from app.services.writes.registry import registry

        self.notes.who = lambda: outbox.author.name
        self._trail = JournalTrail(outbox.journal, self.notes, registry(), office)

    async def open(self, desk: DeskViewModel) -> None:
        """Open the file, write what was noted, and check it; as soon as the disk lets it."""
        parts = desk.parts
        (watch,) = await parts.load("app.viewmodels.staff.audit.watch:AuditWatch")
        shown: AuditWatch = watch(desk)
        while (keeper := await self._try(shown)) is None:
            await self._clock.sleep(RETRY_SECONDS)
        keeper.watch(shown.follow)
        keeper.start(parts.scope, self._trail)
        if parts.shared is not None:
            parts.shared.deliver(keeper, shown.differs)

    async def _try(self, shown: AuditWatch) -> AuditKeeper | None:
        from app.sealed.errors import LocalStoreError

        try:
            return await self._open()
        except LocalStoreError as error:
            log.warning("the audit was not opened: %s", type(error).__name__)
            shown.refused(error, len(self.notes.pending))
            return None

    async def _open(self) -> AuditKeeper:
        """Open it, once."""
        async with self._opening:
            if self._keeper is None:
                await load("app.services.audit.keeper")
                from app.api.modes import Mode
                from app.services.audit.keeper import AuditKeeper
                from app.services.audit.opening import Home

                own = self._connection
                home = Home(
                    path=audit_path(own.store_path),
                    seals=self._seals,
                    office=office_mark(own.address, own.keys),
                    who=self._who,
                    workstation=self.notes.workstation,
                )
                self._keeper = await AuditKeeper.open(
                    home,
                    self.notes.pending,
                    self._witnesses(home.seals, home.office),
                    self._clock,
                    real_time=own.address.mode is not Mode.TRAINING,
                    may_prune=lambda: self._clock.agrees,
                )
                self.notes.attach(self._keeper)
        return self._keeper

    def _witnesses(self, seals: Mapping[str, Seal], office: str) -> dict[str, Witness]:
        from app.core.present import present
        from app.sealed.key_slots import OFFICE
        from app.services.audit.witness import StorePlace, Witness

        store = StorePlace(present(self._store).documents, self._clock)
        found = {"store": Witness(store, seals[OFFICE], office)}
        if (vault := self._connection.vault) is not None:
            found["vault"] = Witness(vault, seals[OFFICE], office)
        return found

    async def _close(self) -> None:
        from app.services.audit.audit import Action

        if self._trail is not None:
            self._trail.end()
        self.notes.note(Action.STOP)
        await (await self._open()).close()
