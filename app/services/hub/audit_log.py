"""Reading the office's audit from its hub; where the hub can't be reached, this PC's own part of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from app.api.errors import ApiError
from app.api.hub.desk import HubDesk
from app.api.hub.link import HubRefused
from app.core.text import ExplainedError, msg
from app.sealed.errors import LocalStoreError
from app.services.audit.audit import Action, Record
from app.services.audit.chain import start_of
from app.services.audit.export import CsvWriter, Proof
from app.services.audit.file import Numbered
from app.services.audit.keeper import AuditKeeper, Standing, Status
from app.services.audit.late import LateAudit
from app.services.audit.opening import RECORD
from app.services.audit.reader import NEEDED, AuditReader, OpenAudit
from app.services.audit.search import NEWEST, Found, Search
from app.services.hub.sharing import SharedOffice
from app.services.people.authority import Approval, Authority, NotAllowed
from app.wire.hub.actions import Nothing
from app.wire.hub.audit import AUDIT_SEARCH, AUDIT_STATE, AuditRow, AuditSearch, AuditState

_RECORD = msgspec.json.Decoder(Record)


class OfficeAuditAway(ExplainedError):
    """The office's audit can't be read now."""

    def __init__(self) -> None:
        super().__init__(
            msg("The office's audit log can't be read now: its hub can't be reached. Try again.")
        )


class OfficeAuditReader:
    """An `AuditReader` of all desks and kiosks."""

    def __init__(self, notes: LateAudit, authority: Authority, office: SharedOffice) -> None:
        self._notes = notes
        self._authority = authority
        self._office = office

    async def open(self, approval: Approval | None = None) -> OpenAudit:
        """As AuditReader: the hub asks for the right, too."""
        self._authority.check([NEEDED], approval)
        keeper = await self._notes.keeper()
        if self._office.delivery is not None:
            with suppress(ApiError, HubRefused, LocalStoreError):
                await self._office.delivery.deliver()  # so that what was just done here is in the list
        try:
            state = await _state(self._office.hub)
        except ApiError:
            return await AuditReader(self._notes, _Allowed()).open()
        except HubRefused:
            raise NotAllowed(
                msg("The office's hub doesn't allow this. Sign in again, then try again."),
                [NEEDED],
                second=False,
            ) from None
        self._notes.note(Action.READ_AUDIT)
        return OpenOfficeAudit(self._notes, keeper, self._office.hub, state)


class OpenOfficeAudit(OpenAudit):
    """The office's audit, open for one person."""

    def __init__(self, notes: LateAudit, keeper: AuditKeeper, hub: HubDesk, state: AuditState) -> None:
        super().__init__(notes, keeper)
        self._hub = hub
        self._state = state

    @property
    def status(self) -> Status:
        """As OpenAudit: of the office's chain, and what is wrong with this PC's own."""
        state = self._state
        is_whole = state.checked >= state.count
        return msgspec.structs.replace(
            self.keeper.status,
            standing=Standing.INTACT if is_whole else Standing.CHECKING,
            count=state.count,
            checked=state.checked,
            since=state.since,
            silent=(),
            of_office=True,
            altered=state.altered,
        )

    def watch(self, callback: Callable[[Status], None]) -> Callable[[], None]:
        """As OpenAudit."""
        return self.keeper.watch(lambda _: callback(self.status))

    async def page(self, search: Search, before: int = NEWEST, *, least: int = 1) -> Found:
        """As OpenAudit. Raises OfficeAuditAway."""
        self._check()
        rows: list[Numbered] = []
        rest = before
        while rest > 1:
            found = await self._ask(search, rest)
            rows += found.rows
            rest = found.rest
            if len(rows) >= least:
                break
        if self._state.checked < self._state.count and not self._state.altered:
            self._state = await self._asked_state()
        return Found(tuple(rows), rest)

    async def export(self, path: Path, search: Search) -> Proof:
        """As OpenAudit. Raises OfficeAuditAway."""
        self._check()
        with CsvWriter(path) as writer:
            at, before = 0, -1
            while at != before:
                before = at
                found = await self._ask(search, before, oldest_first=True)
                writer.add(found.rows)
                at = found.rest
        self._notes.note(Action.EXPORT_AUDIT, RECORD, result=f"{writer.count} rows")  # words: the audit's
        state = self._state = await self._asked_state()
        return Proof(
            rows=writer.rows,
            chain=state.chain,
            office=self._hub.access.hub_id,
            count=state.count,
            digest=state.digest.hex(),
            start=start_of(state.chain).digest.hex(),
            first=1,
        )

    async def _asked_state(self) -> AuditState:
        try:
            return await _state(self._hub)
        except (ApiError, HubRefused):
            raise OfficeAuditAway from None

    async def _ask(self, search: Search, number: int, *, oldest_first: bool = False) -> Found:
        encoded = msgspec.Raw(msgspec.json.encode(search))
        asked = AuditSearch(search=encoded, number=number, oldest_first=oldest_first)
        try:
            found = await self._hub.link.call(AUDIT_SEARCH, asked)
        except (ApiError, HubRefused):
            raise OfficeAuditAway from None
        return Found(tuple(map(_numbered, found.rows)), found.rest)


class _Allowed:
    """The right was asked for already. An Authority."""

    def check(self, demands: object, approval: Approval | None = None) -> None:
        """Allow it."""


async def _state(hub: HubDesk) -> AuditState:
    return await hub.link.call(AUDIT_STATE, Nothing())


def _numbered(row: AuditRow) -> Numbered:
    return Numbered(row.number, _RECORD.decode(row.record), row.digest)
